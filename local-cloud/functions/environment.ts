import type { Caller, InvocationToken } from './invocation'

/** What the environment of functions depends on. */
export interface EnvironmentOptions {
  env: string
  appId: string
  /** Where the SDK finds the cloud: `http://127.0.0.1:<port>/admin`. */
  adminUrl: string
}

const IP = '127.0.0.1'

/** The environment an instance is started with: as the cloud sets it, and the way to the local cloud. */
export function instanceEnvironment({ env, adminUrl }: EnvironmentOptions): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    SILENCE: 'true',
  }
}

/** What the cloud adds to the environment for one call: who is calling. */
export function callEnvironment(
  { appId }: EnvironmentOptions,
  caller: Caller,
  token: InvocationToken,
): Record<string, string> {
  const context: Record<string, string> = { WX_CLIENTIP: IP, WX_APPID: appId, WX_API_TOKEN: token }
  if (caller.openid) context.WX_OPENID = caller.openid
  return { ...context, WX_CONTEXT_KEYS: Object.keys(context).join(','), TCB_SOURCE: caller.source }
}

/** The `context` argument of a function. */
export function callContext(
  { env }: EnvironmentOptions,
  name: string,
  requestId: string,
  timeout: number,
): Record<string, unknown> {
  return {
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: env,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeout * 1000,
  }
}
