/**
 * An error of the cloud as it travels on the wire: `{code, message}`.
 * `wx-server-sdk` maps `code` to the numbers that developers see (`errCode`).
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

/** Why the local cloud can't start, in words for a person; `code` says what a host program may advise. */
export class StartError extends Error {
  constructor(
    readonly code: 'DataBroken' | 'DataTaken' | 'PortTaken' | 'BadDefinition',
    message: string,
  ) {
    super(message)
    this.name = 'StartError'
  }
}

/** The cloud's codes as numbers (source: `TCB_ERR_CODE` in wx-server-sdk 4.0.2, and the WeChat docs for -501000 and -504003). */
const NUMBERS: Record<string, number> = {
  SYS_ERR: -501001,
  INVALID_PARAM: -501007,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  RESOURCE_NOT_FOUND: -501000,
  INVALID_REQUEST_SOURCE: -501008,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_INVALID_OPERRATOR: -502002,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_RESULT_TOO_LARGE: -604001,
  FUNCTION_NOT_FOUND: -501000,
}

/** The number a WeChat client sees for a wire code; unknown ones are the system error -501001. */
export function errCodeOf(code: string): number {
  return NUMBERS[code] ?? -501001
}

/** Turns anything thrown into the wire's `{code, message}`; what isn't a CloudError is a SYS_ERR. */
export function toWireError(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) }
}

/** A database request that failed, in the cloud's form: errCode -502001 in the SDK. */
export function requestFailed(reason: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`)
}

/** A parameter the cloud refuses: errCode -501007 in the SDK. */
export function invalidParameter(reason: string): CloudError {
  return new CloudError('INVALID_PARAM', reason)
}
