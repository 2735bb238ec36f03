import { DATABASE_ACTIONS } from '../../../local-cloud/database/actions'
import type { Engine } from '../../../local-cloud/database/engine'
import type { Measure } from '../_support/measure'
import { dataDirWith, openEngine, orderId, spread } from '../_support/orders'
import { ratioOf } from '../_support/ratio'

const SMALL = 1_000
const LARGE = 200_000
const engines: Engine[] = []

async function opened(): Promise<[Engine, Engine]> {
  if (engines.length === 0)
    for (const total of [SMALL, LARGE]) engines.push(openEngine(await dataDirWith(total)))
  return engines as [Engine, Engine]
}

/** The same work on the two sizes. */
const flatness = (
  name: string,
  goal: number | null,
  work: (engine: Engine, n: number) => unknown,
): Measure => ({
  name: `engine, ${name}: ${LARGE} documents against ${SMALL}`,
  unit: '×',
  goal,
  measure: async () => {
    const [small, large] = await opened()
    return await ratioOf({
      base: (i) => work(small, spread(i, SMALL)),
      other: (i) => work(large, spread(i, LARGE)),
      samples: 2000,
    })
  },
})

/** A request of the wire, answered without HTTP and SDK. */
const request = (engine: Engine, action: string, body: Record<string, unknown>): unknown =>
  DATABASE_ACTIONS[action]?.(engine, { collectionName: 'orders', ...body }, Date.now())

const byId = (n: number): string => JSON.stringify({ _id: orderId(n) })

const update = (engine: Engine, n: number, data: unknown): unknown =>
  request(engine, 'modifyDocument', {
    query: byId(n),
    data: JSON.stringify(data),
    merge: true,
    multi: false,
  })

/**
 * The point read has no goal here: of 200,000 documents each look-up fetches two pages that aren't in SQLite's cache,
 * some 5 µs of a request that takes some 15 µs here and 1 ms through the SDK (calls.bench.ts, where its goal is).
 */
export const measures: readonly Measure[] = [
  flatness('point read', null, (engine, n) => request(engine, 'getDocument', { query: byId(n), limit: 1 })),
  flatness('indexed query, sorted, limit 20', 1.3, (engine, n) =>
    request(engine, 'getDocument', {
      query: JSON.stringify({ owner: `resident-${n % 40}` }),
      order: JSON.stringify({ at: -1 }),
      limit: 20,
    }),
  ),
  flatness('update by id', 1.3, (engine, n) => update(engine, n, { $inc: { 'counts.seen': 1 } })),
  flatness('update by id of an indexed field', null, (engine, n) =>
    update(engine, n, { $set: { status: 'moved', at: { $tcb_server_date: { offset: 0 } } } }),
  ),
  flatness('query by an array, limit 20', null, (engine, n) =>
    request(engine, 'getDocument', { query: JSON.stringify({ tags: `house-${n % 40}` }), limit: 20 }),
  ),
  flatness('bare look-up by id', null, (engine, n) =>
    engine.findTexts('orders', { query: { _id: orderId(n) } }),
  ),
]

export const close = (): Promise<void> => {
  for (const engine of engines) engine.close()
  return Promise.resolve()
}
