import { CloudError } from '../errors'
import { executeFailed } from './failures'

const KB = 1024
const MB = 1024 * 1024

/**
 * Through which door a call comes: a client may carry 100 KB there and 1 MB back, a function 6 MB both ways
 * (source: the WeChat and SCF docs); the host program is not limited.
 */
export type Door = 'client' | 'function' | 'host'

const LIMITS = {
  client: { request: 100 * KB, answer: MB },
  function: { request: 6 * MB, answer: 6 * MB },
  host: { request: Infinity, answer: Infinity },
}

/** Refuses a call whose event is too large. */
export function checkRequest(event: unknown, door: Door): void {
  const size = Buffer.byteLength(JSON.stringify(event ?? {}))
  if (size <= LIMITS[door].request) return
  if (door === 'client')
    throw new CloudError('EXCEED_REQUEST_LIMIT', `data exceed max size 100KB: ${Math.ceil(size / KB)}KB`)
  throw executeFailed(406, { message: 'RequestTooLarge: the event exceeds 6MB', stack: '' })
}

/** Refuses an answer (JSON text) that is too large to travel; what the function did stays done. */
export function checkAnswer(result: string, door: Door): void {
  if (Buffer.byteLength(result) <= LIMITS[door].answer) return
  if (door === 'client')
    throw new CloudError('FUNCTIONS_RESULT_TOO_LARGE', 'cloudfunction result size exceed limit (1MB)')
  throw executeFailed(407, { message: 'The size of response exceeds the upper limit (6MB)', stack: '' })
}
