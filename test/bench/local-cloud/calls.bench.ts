import type { Measure } from '../_support/measure'
import { startCallingCloud, type CallingCloud } from '../_support/calling-cloud'
import { dataDirWith, spread } from '../_support/orders'
import { median, ratioOfSamples } from '../_support/ratio'

const SMALL = 1_000
const LARGE = 200_000
/** Until the JavaScript of a call is compiled as that of every request is: a cloud that has been up for a minute. */
const CALLS_UNTIL_WARM = 2_000
const clouds: CallingCloud[] = []

async function opened(): Promise<[CallingCloud, CallingCloud]> {
  if (clouds.length === 0)
    for (const total of [SMALL, LARGE]) clouds.push(await startCallingCloud(await dataDirWith(total)))
  return clouds as [CallingCloud, CallingCloud]
}

/** The same call on the two sizes. */
const flatness = (name: string, call: string): Measure => ({
  name: `SDK, ${name}: ${LARGE} documents against ${SMALL}`,
  unit: '×',
  goal: 1.3,
  measure: async () => {
    const [small, large] = await opened()
    return await ratioOfSamples({
      base: (i) => small.time(call, spread(i, SMALL)),
      other: (i) => large.time(call, spread(i, LARGE)),
    })
  },
})

/** A call against one that the same server answers with nothing to do. */
const overhead = (name: string, call: string, goal: number | null): Measure => ({
  name: `SDK, ${name} against an empty call`,
  unit: '×',
  goal,
  measure: async () => {
    const [, large] = await opened()
    for (let i = 0; i < CALLS_UNTIL_WARM; i++) await large.time(call, spread(i, LARGE))
    return await ratioOfSamples({
      base: (i) => large.time('empty', i),
      other: (i) => large.time(call, spread(i, LARGE)),
    })
  },
})

/** How long a call takes, in ms, at the median. */
const duration = (name: string, call: string, samples: number): Measure => ({
  name: `SDK, ${name}`,
  unit: 'ms',
  goal: null,
  measure: async () => {
    const [, large] = await opened()
    const times: number[] = []
    for (let i = 0; i < samples; i++) times.push(await large.time(call, i))
    return median(times)
  },
})

export const measures: readonly Measure[] = [
  flatness('point read', 'get'),
  flatness('indexed query, sorted, limit 20', 'query'),
  flatness('update by id', 'update'),
  overhead('point read', 'get', 1.5),
  overhead('update by id', 'update', 1.5),
  overhead('insert', 'add', 1.5),
  overhead('indexed query, sorted, limit 20', 'query', null),
  overhead('query by an array, limit 20', 'queryByArray', null),
  duration('empty call', 'empty', 200),
  duration('1,000 documents in one answer', 'thousand', 20),
  duration('insert of 100 documents in one call', 'hundredMore', 20),
]

export const close = async (): Promise<void> => {
  for (const { cloud } of clouds) await cloud.close()
}
