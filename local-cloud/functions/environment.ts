import type { Caller, InvocationToken } from './invocation'

/** What the environment of functions depends on. */
export interface EnvironmentOptions {
  env: string
  appId: string
  /** Where the SDK finds the cloud: `http://127.0.0.1:<port>/admin`. */
  adminUrl: string
  /** What the console adds for every function. */
  functionEnv: Readonly<Record<string, string>>
}

const IP = '127.0.0.1'

/** What an instance is: which function, and how much memory and time it has. */
export interface InstanceLimits {
  name: string
  memoryMb: number
  /** Seconds. */
  timeout: number
}

/**
 * The environment an instance is started with: as the cloud sets it, and the way to the local cloud
 * (source: the SCF docs on environment variables, and what @cloudbase/node-sdk 3.17.2 reads).
 */
export function instanceEnvironment(
  { env, adminUrl, functionEnv }: EnvironmentOptions,
  { name, memoryMb }: InstanceLimits,
): Record<string, string> {
  return {
    ...functionEnv,
    PATH: process.env.PATH ?? '',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_FUNCTIONNAME: name,
    SCF_FUNCTIONVERSION: '$LATEST',
    SCF_NAMESPACE: env,
    SCF_RUNTIME: 'Nodejs18.15',
    MEMORY_LIMIT: String(memoryMb),
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
  return {
    ...context,
    WX_CONTEXT_KEYS: Object.keys(context).join(','),
    TCB_SOURCE: caller.source,
    TCB_SOURCE_IP: IP,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SOURCE_IP',
  }
}

/** The `context` argument of a function; `environment` is the call's environment as JSON text. */
export function callContext(
  { env }: EnvironmentOptions,
  { name, memoryMb, timeout }: InstanceLimits,
  requestId: string,
  environment: Record<string, string>,
): Record<string, unknown> {
  return {
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: env,
    memory_limit_in_mb: memoryMb,
    time_limit_in_ms: timeout * 1000,
    tencentcloud_region: 'ap-shanghai',
    environment: JSON.stringify(environment),
  }
}
