import { CloudError } from '../errors'

/** What a function threw, or why its instance ended. */
export interface Failure {
  message: string
  stack: string
}

/** The platform's status of a failed run (source: Tencent SCF's status codes). */
type Status = 406 | 407 | 430 | 434 | 439

/** A call that failed in the function: FUNCTIONS_EXECUTE_FAIL (-504002), with the platform's report as JSON text. */
export function executeFailed(status: Status, { message, stack }: Failure): CloudError {
  const report = { errorCode: 1, errorMessage: message, stackTrace: stack, statusCode: status }
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', JSON.stringify(report))
}

/** The function threw, could not be loaded, or left a promise rejected. */
export const threw = (failure: Failure): CloudError => executeFailed(430, failure)

/** The instance used more memory than config.json allows. */
export const outOfMemory = (memoryMb: number): CloudError =>
  executeFailed(434, { message: `MemoryLimitReached: more than ${memoryMb}MB`, stack: '' })

/** The function called process.exit. */
export const exited = (): CloudError =>
  executeFailed(439, { message: 'Process exited before completing request', stack: '' })

/** The call took longer than config.json allows. */
export const timedOut = (seconds: number): CloudError =>
  new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`)
