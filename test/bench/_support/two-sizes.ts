import type { ActionName, CallInput, Output } from '@/domain/contracts'
import { buildFunctions } from '../../../config/functions/build'
import type { FunctionCloud, Timed } from './function-cloud'
import type { Measure } from './measure'
import { ratioOfSamples, ratiosOfSamples } from './ratio'

/** At most so many times what it costs in the small store. */
const goal = 1.5

/** Two stores alike but for their size. */
interface Pair<C> {
  small: C
  large: C
}

interface Sizes<C> {
  /** `200000 residents against 1000`: stands in the name of each measure. */
  title: string
  /** Samples of each measure. */
  samples: number
  start: { small(): Promise<C>; large(): Promise<C> }
}

/** Calls an action as a step of a way. */
export type Step = <N extends ActionName>(who: string, action: N, input: CallInput<N>) => Promise<Output<N>>

/**
 * Measures what costs more in a large store than in a small one, as ratios. The stores are filled when the first
 * measure asks for them.
 */
export function twoSizes<C extends FunctionCloud>({ title, samples, start }: Sizes<C>) {
  let pair: Promise<Pair<C>> | null = null
  const fill = async (): Promise<Pair<C>> => {
    await buildFunctions()
    const startedAt = performance.now()
    const filled = { small: await start.small(), large: await start.large() }
    console.log(`  (filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s)`)
    return filled
  }
  const opened = (): Promise<Pair<C>> => (pair ??= fill())

  /** Round trips and waits of each action as it was last called, by store. */
  const asked = new Map<string, Map<C, [roundTrips: number, waits: number]>>()

  /** Calls an action, and notes under `name` what it asked of the database. */
  async function call<N extends ActionName>(
    on: C,
    who: string,
    { action, input, name = action }: { action: N; input: CallInput<N>; name?: string },
  ): Promise<Timed<Output<N>>> {
    const answer = await on.call(who, action, input)
    asked.set(name, (asked.get(name) ?? new Map()).set(on, [answer.roundTrips, answer.waits]))
    return answer
  }

  const measureOf = (name: string, measure: Measure['measure']): Measure => ({
    name: `${name}: ${title}`,
    unit: '×',
    goal,
    measure,
  })

  /** One thing, measured in both in turns; `sample` answers the ms of the ith time. */
  const once = (name: string, sample: (on: C, i: number) => Promise<number>): Measure =>
    measureOf(name, async () => {
      const { small, large } = await opened()
      return await ratioOfSamples({ base: (i) => sample(small, i), other: (i) => sample(large, i), samples })
    })

  /** Something that changes nothing, asked by the same person in both; what it asks for may depend on the store. */
  const query = <N extends ActionName>(
    name: string,
    who: string,
    action: N,
    input: CallInput<N> | ((on: C) => Promise<CallInput<N>>),
  ): Measure => {
    const inputs = new Map<C, CallInput<N>>()
    return once(name, async (on) => {
      const asks = inputs.get(on) ?? (typeof input === 'function' ? await input(on) : input)
      inputs.set(on, asks)
      return (await call(on, who, { action, input: asks, name })).ms
    })
  }

  /** A way of several actions, walked in both in turns: one measure an action. */
  const steps = (
    actions: readonly ActionName[],
    walk: (step: Step, i: number) => Promise<void>,
  ): Measure[] => {
    const walkOn = async (on: C, i: number): Promise<Record<string, number>> => {
      const times: Record<string, number> = {}
      await walk(async (who, action, input) => {
        const { data, ms } = await call(on, who, { action, input })
        times[action] = ms
        return data
      }, i)
      return times
    }
    const walkBoth = async (): Promise<Record<string, number>> => {
      const { small, large } = await opened()
      return await ratiosOfSamples({ base: (i) => walkOn(small, i), other: (i) => walkOn(large, i), samples })
    }
    let walked: Promise<Record<string, number>> | null = null
    return actions.map((action) =>
      measureOf(action, async () => (await (walked ??= walkBoth()))[action] ?? NaN),
    )
  }

  /** How many of the actions called so far asked the database more often in one store than in the other, and one. */
  const roundTrips: Measure = {
    name: 'actions whose round trips or waits differ between the two, and one',
    unit: '×',
    goal: 1,
    measure: async () => {
      const { small, large } = await opened()
      const rows = [...asked].map(([action, by]) => ({
        action,
        small: String(by.get(small)),
        large: String(by.get(large)),
      }))
      console.table(rows)
      return 1 + rows.filter((row) => row.small !== row.large).length
    },
  }

  const close = async (): Promise<void> => {
    if (!pair) return
    const { small, large } = await pair
    await Promise.all([small.cloud.close(), large.cloud.close()])
  }

  return { once, query, steps, roundTrips, close }
}
