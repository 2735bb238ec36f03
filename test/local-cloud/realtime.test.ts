import type { Snapshot, WatchHandlers } from '../../local-cloud/client/types'
import type { CloudClient } from '../../local-cloud/client/cloud-client'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, startTestCloud } from './_support/cloud'

let cloud: LocalCloud
let client: CloudClient
const things = () => client.database().collection('things')

beforeAll(async () => {
  cloud = await startTestCloud()
  client = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
})
afterAll(() => cloud.close())
beforeEach(() => cloud.database.remove('things', {}))

/** Watches, and hands out the snapshots one by one. */
const follow = (watch: (handlers: WatchHandlers) => { close(): Promise<void> }) => {
  const snapshots: Snapshot[] = []
  const waiting: ((snapshot: Snapshot) => void)[] = []
  const failed = new Promise<Record<string, unknown>>((resolve) => {
    handlers.onError = (error) => resolve({ ...error })
  })
  const watcher = watch({
    onChange: (snapshot) => {
      const next = waiting.shift()
      if (next) next(snapshot)
      else snapshots.push(snapshot)
    },
    onError: (error) => handlers.onError(error),
  })
  const next = (): Promise<Snapshot> => {
    const ready = snapshots.shift()
    return ready ? Promise.resolve(ready) : new Promise((resolve) => waiting.push(resolve))
  }
  return { next, failed, unread: snapshots, close: () => watcher.close() }
}
const handlers: Pick<WatchHandlers, 'onError'> = { onError: () => undefined }
const ids = ({ docs }: Snapshot): unknown[] => docs.map(({ _id }) => _id)
const changes = ({ docChanges }: Snapshot): string[] =>
  docChanges.map(({ docId, queueType, dataType }) => `${docId} ${queueType} ${dataType}`)

test('watcher: gets the documents, then each change, in order', async () => {
  await cloud.database.insert('things', [
    { _id: 'a', n: 1, at: new Date(5) },
    { _id: 'z', n: -1 },
  ])
  const watch = follow((on) =>
    things()
      .where({ n: { $gt: 0 } })
      .watch(on),
  )
  const first = await watch.next()
  expect(first).toMatchObject({ type: 'init', docs: [{ _id: 'a', n: 1, at: new Date(5) }] })
  await cloud.database.insert('things', [{ _id: 'b', n: 2 }])
  await cloud.database.update('things', { _id: 'b' }, { $set: { n: 3 } })
  await cloud.database.update('things', { _id: 'z' }, { $set: { n: 9 } })
  await cloud.database.update('things', { _id: 'a' }, { $set: { n: -1 } })
  await cloud.database.remove('things', { _id: 'b' })
  const seen = [
    await watch.next(),
    await watch.next(),
    await watch.next(),
    await watch.next(),
    await watch.next(),
  ]
  expect(seen.flatMap(changes)).toEqual([
    'b enqueue add',
    'b update update',
    'z enqueue add',
    'a dequeue update',
    'b dequeue remove',
  ])
  expect(seen[1]?.docChanges[0]).toMatchObject({ updatedFields: { n: 3 }, removedFields: [], doc: { n: 3 } })
  expect(seen.map(ids)).toEqual([['a', 'b'], ['a', 'b'], ['a', 'b', 'z'], ['b', 'z'], ['z']])
  expect(seen.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
  await watch.close()
})

test('watcher: with an order and a limit, sees the window move', async () => {
  await cloud.database.insert('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
    { _id: 'c', n: 3 },
  ])
  const watch = follow((on) => things().orderBy('n', 'asc').limit(2).watch(on))
  expect(ids(await watch.next())).toEqual(['a', 'b'])
  await cloud.database.remove('things', { _id: 'a' })
  const moved = await watch.next()
  expect(changes(moved)).toEqual(['a dequeue remove', 'c enqueue add'])
  expect(ids(moved)).toEqual(['b', 'c'])
  await watch.close()
})

test('watcher: is told of what a transaction commits at once', async () => {
  const watch = follow((on) => things().where({}).watch(on))
  await watch.next()
  await cloud.database.insert('things', [{ _id: 'x' }, { _id: 'y' }])
  expect(ids(await watch.next())).toEqual(['x', 'y'])
  await watch.close()
})

test('watcher: after a broken connection misses nothing and hears nothing twice', async () => {
  await cloud.database.insert('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
    { _id: 'c', n: 1 },
  ])
  const watch = follow((on) => things().where({}).watch(on))
  await watch.next()
  cloud.dropSockets()
  await cloud.database.insert('things', [{ _id: 'd', n: 1 }])
  await cloud.database.update('things', { _id: 'b' }, { $set: { n: 2 } })
  await cloud.database.remove('things', { _id: 'c' })
  const missed = await watch.next()
  expect(changes(missed).sort()).toEqual(['b update replace', 'c dequeue remove', 'd enqueue add'])
  expect(missed.type).toBeUndefined()
  await cloud.database.insert('things', [{ _id: 'e', n: 1 }])
  const later = await watch.next()
  expect(changes(later)).toEqual(['e enqueue add'])
  expect(watch.unread).toEqual([])
  await watch.close()
})

test('watcher: of what its rule forbids, is refused', async () => {
  const watch = follow((on) => client.database().collection('secrets').where({}).watch(on))
  expect(await watch.failed).toMatchObject({ errCode: -502003 })
})

test('stranger: with a wrong token cannot watch', async () => {
  const stranger = clientOf(cloud, { token: 'guess' })
  const watch = follow((on) => stranger.database().collection('things').where({}).watch(on))
  expect((await watch.failed).errMsg).toContain('CHECK_LOGIN_FAILED')
})

test('watcher: 50 watchers each hear of a change', async () => {
  const watches = Array.from({ length: 50 }, () => follow((on) => things().where({ n: 1 }).watch(on)))
  await Promise.all(watches.map((watch) => watch.next()))
  await cloud.database.insert('things', [{ _id: 'a', n: 1 }])
  const heard = await Promise.all(watches.map((watch) => watch.next()))
  expect(heard.every((snapshot) => ids(snapshot)[0] === 'a')).toBe(true)
  await Promise.all(watches.map((watch) => watch.close()))
})
