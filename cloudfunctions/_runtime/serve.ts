import * as z from 'zod'
import {
  contracts,
  type ActionName,
  type ActionsOf,
  type FunctionName,
  type Output,
} from '@/domain/contracts'
import { requestSchema, type Answer } from '@/domain/shared/envelope'
import { standingAt } from '@/domain/account/policy'
import { AppError } from '@/domain/shared/errors'
import type { Action, Ask, Call, Served } from './action'
import { createLogger } from './log'
import { callerOpenid } from './sdk'
import { openStore } from './store'
import { Trips } from './trips'

/** Binds an action's parts to its contract, in the order fetch → who calls → scope → policy → handler. */
export const action = <N extends ActionName, Subject, Fetched = undefined>(
  _name: N,
  parts: Action<N, Subject, Fetched>,
): Served<N> => ({
  prepare: async (ask) => {
    const fetched = (await parts.fetch?.(ask)) as Fetched
    return async (call) => {
      const subject = await parts.load(call, fetched)
      if (!parts.allow(call.actor, subject, call.input)) throw new AppError('Forbidden')
      return parts.handle(call, subject)
    }
  },
})

/** A handler for every action that the function serves; leaving one out does not compile. */
export type Handlers<F extends FunctionName> = { [N in ActionsOf<F>]: Served<N> }

/** What WeChat calls: `exports.main`. */
export type Main = (event: unknown) => Promise<Answer>

/**
 * The entry of a cloud function: parse → who calls → scope → policy → handler → answer.
 * Every answer is `{ok: true, data}` or `{ok: false, error: {code, details}}`; it never throws.
 */
export function serve<F extends FunctionName>(handlers: Handlers<F>): Main {
  return async (event) => {
    const startedAt = Date.now()
    const trips = new Trips()
    const request = requestSchema.safeParse(event)
    const requestId = request.success ? request.data.requestId : 'unknown'
    const isKnown = request.success && Object.hasOwn(handlers, request.data.action)
    const actionName = isKnown ? request.data.action : 'unknown'
    const log = createLogger({ requestId, action: actionName })
    const finish = (answer: Answer): Answer => {
      const code = answer.ok ? 'ok' : answer.error.code
      log.info('answered', { code, ms: Date.now() - startedAt, roundTrips: trips.count, waits: trips.waits })
      return answer
    }
    try {
      if (!request.success) throw new AppError('BadInput', { where: placesOf(request.error) })
      const data = await run(handlers, request.data, { startedAt, trips, log })
      return finish({ ok: true, data })
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('Internal')
      if (known !== error) log.error('failed', error)
      return finish({ ok: false, error: { code: known.code, details: { ...known.details } }, requestId })
    }
  }
}

async function run<F extends FunctionName>(
  handlers: Handlers<F>,
  request: z.infer<typeof requestSchema>,
  { startedAt, trips, log }: { startedAt: number; trips: Trips; log: Call<ActionName>['log'] },
): Promise<Output<ActionName>> {
  if (!Object.hasOwn(handlers, request.action)) throw new AppError('BadInput', { where: ['action'] })
  const name = request.action as ActionsOf<F>
  const contract = contracts[name]
  const input = contract.input.safeParse(request.input)
  if (!input.success) throw new AppError('BadInput', { where: placesOf(input.error) })
  const openid = callerOpenid()
  if (openid === null) throw new AppError('NotSignedIn')
  const store = openStore(trips)
  // The tables above tie name, input, actor and output together; the compiler can't follow a name from outside.
  const served = handlers[name] as unknown as Served<ActionName>
  const ask = {
    input: input.data,
    requestId: request.requestId,
    openid,
    now: startedAt,
    store,
  } as Ask<ActionName>
  const [account, prepared] = await Promise.all([
    store.accounts.findOne({ openid }),
    settled(served.prepare(ask)),
  ])
  // What is over gives nothing more, even before the clock has written so.
  const actor = account && standingAt(account, startedAt)
  if (actor === null && contract.access === 'account') throw new AppError('NotSignedIn')
  if ('error' in prepared) throw prepared.error
  const call = { ...ask, actor, trips, log }
  return contract.output.parse(
    await prepared.value(call as unknown as Call<ActionName>),
  ) as Output<ActionName>
}

/** A promise whose failure is looked at later, once it is known whether the caller may hear of it. */
const settled = async <T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown }> =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )

/** Which fields were wrong, as paths; never what they held. */
const placesOf = (error: z.ZodError): string[] => error.issues.map(({ path }) => path.join('.'))
