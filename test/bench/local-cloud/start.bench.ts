import { startCloudProcess, type CloudProcess } from '../_support/cloud-process'
import type { Measure } from '../_support/measure'
import { dataDirWith, orderId, spread } from '../_support/orders'
import { median } from '../_support/ratio'

const SMALL = 1_000
const LARGE = 200_000
const dirs = new Map<number, Promise<string>>()

/** The data folder of one size, made once. */
const dirOf = (total: number): Promise<string> => {
  const known = dirs.get(total) ?? dataDirWith(total)
  dirs.set(total, known)
  return known
}

/** One request of the wire; fails when the cloud refuses it. */
async function ask({ url }: CloudProcess, action: string, body: Record<string, unknown>): Promise<void> {
  const request = { action: `database.${action}`, collectionName: 'orders', ...body }
  const answer = await fetch(`${url}/admin`, { method: 'POST', body: JSON.stringify(request) })
  const { code, message } = (await answer.json()) as { code?: string; message?: string }
  if (code) throw new Error(`${code} ${message ?? ''}`)
}

/** A busy while: points all over the data, changes, and answers of 1,000 documents. */
async function work(cloud: CloudProcess, total: number): Promise<void> {
  for (let i = 0; i < 2000; i++) {
    const query = JSON.stringify({ _id: orderId(spread(i, total)) })
    await ask(cloud, 'getDocument', { query, limit: 1 })
    if (i % 4 === 0) {
      const data = JSON.stringify({ $inc: { 'counts.seen': 1 } })
      await ask(cloud, 'modifyDocument', { query, data, merge: true, multi: false })
    }
    if (i % 200 === 0) await ask(cloud, 'getDocument', { query: '{"tags":"kind-3"}', limit: 1000, offset: i })
  }
}

/** How long a start takes on what a killed cloud has left, with some changes still in the log. */
const start = (total: number, goal: number | null): Measure => ({
  name: `start with ${total} documents, after kill -9`,
  unit: 's',
  goal,
  measure: async () => {
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const cloud = await startCloudProcess(await dirOf(total))
      times.push(cloud.seconds)
      await ask(cloud, 'insertDocument', { data: [JSON.stringify({ code: `start-${total}-${i}` })] })
      await cloud.kill()
    }
    return median(times)
  },
})

/** What a cloud holds in memory once it has worked for a while, in MB. */
async function memoryAfterWork(total: number): Promise<number> {
  const cloud = await startCloudProcess(await dirOf(total))
  try {
    await work(cloud, total)
    return await cloud.memory()
  } finally {
    await cloud.kill()
  }
}

let small = NaN
let large = NaN

export const measures: readonly Measure[] = [
  start(SMALL, null),
  start(LARGE, 3),
  {
    name: `memory after work on ${SMALL} documents`,
    unit: 'MB',
    goal: null,
    measure: async () => (small = await memoryAfterWork(SMALL)),
  },
  {
    name: `memory after work on ${LARGE} documents`,
    unit: 'MB',
    goal: null,
    measure: async () => (large = await memoryAfterWork(LARGE)),
  },
  {
    name: `memory: ${LARGE} documents against ${SMALL}`,
    unit: '×',
    goal: 1.3,
    measure: () => Promise.resolve(large / small),
  },
]
