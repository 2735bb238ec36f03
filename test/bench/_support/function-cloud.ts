import { functionFor, type ActionName, type CallInput, type Output } from '@/domain/contracts'
import { answerSchema } from '@/domain/shared/envelope'
import { collections } from '../../../cloudfunctions/_database/collections'
import { functionsDir } from '../../../config/functions/build'
import type { Document } from '../../../local-cloud/database/definitions'
import { startCloud, type LocalCloud } from '../../../local-cloud/start-cloud'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { functionEnv } from '../../support/test-key'
import { openidOf } from './neighbourhood'
import { temporaryDir } from './orders'

const batch = 1000

/** What one call gave, how long it took in ms, and what it asked of the database. */
export interface Timed<T> {
  data: T
  ms: number
  roundTrips: number
  waits: number
}

/** A cloud with the functions as they are deployed. */
export interface FunctionCloud {
  cloud: LocalCloud
  /** Calls as a person, by their id. Throws when the answer is no. */
  call<N extends ActionName>(userId: string, action: N, input: CallInput<N>): Promise<Timed<Output<N>>>
}

/** Starts one on a folder of its own; strict about indexes, and empty. */
export async function startFunctionCloud(): Promise<FunctionCloud> {
  const dataDir = temporaryDir()
  const cloud = await startCloud({
    env: 'bench',
    dataDir,
    functionsDir,
    functionEnv,
    collections,
    strict: true,
    maxInstances: 1,
  })
  const call: FunctionCloud['call'] = async (userId, action, input) => {
    const event = { action, requestId: nextRequestId(), input }
    const startedAt = performance.now()
    const raw = await cloud.functions.invoke(functionFor(action), event, { openid: openidOf(userId) })
    const ms = performance.now() - startedAt
    const answer = answerSchema.parse(raw)
    if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer.error)}`)
    const { roundTrips, waits } = lastAnswer({ cloud }, action)
    return { data: answer.data as never, ms, roundTrips, waits }
  }
  return { cloud, call }
}

/** Inserts documents 0 … total - 1 past the functions. */
export async function insertAll(
  cloud: LocalCloud,
  name: string,
  total: number,
  make: (n: number) => object,
): Promise<void> {
  for (let from = 0; from < total; from += batch) {
    const length = Math.min(batch, total - from)
    const made = Array.from({ length }, (_, i) => make(from + i) as Document)
    await cloud.database.insert(name, made)
  }
}
