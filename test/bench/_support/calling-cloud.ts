import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { parseJson, readBody, sendJson } from '../../../local-cloud/server/exchange'
import { startCloud, type LocalCloud } from '../../../local-cloud/start-cloud'
import { collections } from './orders'

const functionsDir = path.join(__dirname, 'functions')
const caller = { openid: 'bench' }
const MOST_BYTES = 1024 * 1024

/** A local cloud over a data folder, with a function that calls it through the unmodified wx-server-sdk. */
export interface CallingCloud {
  cloud: LocalCloud
  /** One call by its name in functions/caller; how long it took inside the function, in ms. */
  time(call: string, n: number): Promise<number>
}

/** Starts one; `dataDir` null keeps it in memory. */
export async function startCallingCloud(dataDir: string | null): Promise<CallingCloud> {
  const cloud = await startCloud({
    env: 'bench',
    dataDir,
    functionsDir,
    collections,
    strict: true,
    maxInstances: 1,
    extend: answerAtOnce,
  })
  const time = async (call: string, n: number): Promise<number> =>
    Number(await cloud.functions.invoke('caller', { call, n }, caller))
  return { cloud, time }
}

/** What an empty call meets: the same server, the request read, and the smallest answer that the SDK takes. */
async function answerAtOnce(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  if (url.pathname !== '/empty') return false
  parseJson(await readBody(request, MOST_BYTES))
  sendJson(response, { requestId: 'empty', data: { list: [], offset: 0, limit: 20 } })
  return true
}
