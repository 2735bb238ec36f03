import { functionFor, type ActionName, type CallInput, type Output } from '@/domain/contracts'
import { answerSchema } from '@/domain/shared/envelope'
import { collections } from '../../../cloudfunctions/_database/collections'
import { functionsDir } from '../../../config/functions/build'
import type { Document } from '../../../local-cloud/database/definitions'
import { startCloud, type LocalCloud } from '../../../local-cloud/start-cloud'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { functionEnv } from '../../support/test-key'
import { openidOf, residentOf, staffOfFirstDesk, type Size } from './neighbourhood'
import { historicOrder } from './order-history'
import { temporaryDir } from './orders'

const batch = 1000

/** What one call gave, how long it took in ms, and what it asked of the database. */
export interface Timed<T> {
  data: T
  ms: number
  roundTrips: number
  waits: number
}

/** A cloud of a size, with the functions as they are deployed. */
export interface LoopCloud {
  cloud: LocalCloud
  size: Size
  /** Calls as a person, by their id. Throws when the answer is no. */
  call<N extends ActionName>(userId: string, action: N, input: CallInput<N>): Promise<Timed<Output<N>>>
}

/** Starts one on a folder of its own, and fills it past the functions. */
export async function startLoopCloud(size: Size): Promise<LoopCloud> {
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
  await fill(cloud, size)
  const call: LoopCloud['call'] = async (userId, action, input) => {
    const event = { action, requestId: nextRequestId(), input }
    const startedAt = performance.now()
    const raw = await cloud.functions.invoke(functionFor(action), event, { openid: openidOf(userId) })
    const ms = performance.now() - startedAt
    const answer = answerSchema.parse(raw)
    if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer.error)}`)
    const { roundTrips, waits } = lastAnswer({ cloud }, action)
    return { data: answer.data as never, ms, roundTrips, waits }
  }
  return { cloud, size, call }
}

async function fill(cloud: LocalCloud, size: Size): Promise<void> {
  const now = cloud.clock.now()
  const openIds = new Map<string, string[]>()
  const insertAll = async (name: string, total: number, make: (n: number) => Document): Promise<void> => {
    for (let from = 0; from < total; from += batch) {
      const length = Math.min(batch, total - from)
      const made = Array.from({ length }, (_, i) => make(from + i))
      await cloud.database.insert(name, made)
    }
  }
  await insertAll('orders', size.orders, (n) => {
    const order = historicOrder(n, size, now)
    if (order.phase === 'moving')
      for (const userId of order.takerIds) openIds.set(userId, [...(openIds.get(userId) ?? []), order._id])
    return order
  })
  await insertAll('accounts', size.residents, (n) => {
    const account = residentOf(n)
    return { ...account, openIds: openIds.get(account._id) ?? [] }
  })
  await cloud.database.insert('accounts', [{ ...staffOfFirstDesk() }])
}
