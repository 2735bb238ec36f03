import type { CloudClient } from '../../local-cloud/client/cloud-client'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, collections, startTestCloud } from './_support/cloud'
import { changes, follow, ids } from './_support/follow'

let cloud: LocalCloud
let client: CloudClient
const things = () => client.database().collection('things')

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [...collections, { name: 'posts', rule: 'READONLY', indexes: [] }],
  })
  client = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
})
afterAll(() => cloud.close())
beforeEach(() => cloud.database.remove('things', {}))

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
    'z enqueue update',
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
  expect(changes(moved)).toEqual(['a dequeue remove', 'c enqueue limit'])
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

test('watcher: after a broken connection is told each commit it has missed, and none twice', async () => {
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
  const missed = [await watch.next(), await watch.next(), await watch.next()]
  expect(missed.map(changes)).toEqual([['d enqueue add'], ['b update update'], ['c dequeue remove']])
  expect(missed.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(missed[0]?.type).toBeUndefined()
  await cloud.database.insert('things', [{ _id: 'e', n: 1 }])
  const later = await watch.next()
  expect(changes(later)).toEqual(['e enqueue add'])
  expect(ids(later)).toEqual(['a', 'b', 'd', 'e'])
  expect(watch.unread).toEqual([])
  await watch.close()
})

test('watcher: who has missed more than is kept is told what differs, once', async () => {
  await cloud.database.insert('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
    { _id: 'c', n: 1 },
  ])
  const watch = follow((on) => things().where({}).watch(on))
  await watch.next()
  cloud.dropSockets()
  for (let n = 2; n < 210; n++) await cloud.database.update('things', { _id: 'a' }, { $set: { n } })
  await cloud.database.remove('things', { _id: 'b' })
  await cloud.database.insert('things', [{ _id: 'd' }])
  const missed = await watch.next()
  expect(changes(missed).sort()).toEqual(['a update replace', 'b dequeue remove', 'd enqueue add'])
  await cloud.database.remove('things', { _id: 'd' })
  const later = await watch.next()
  expect(changes(later)).toEqual(['d dequeue remove'])
  expect(later.id).toBe(missed.id + 1)
  expect(watch.unread).toEqual([])
  await watch.close()
})

test('watcher: learns which fields changed, as dotted paths', async () => {
  await cloud.database.insert('things', [
    { _id: 'a', n: 1, at: { x: 1, y: { z: 1 } }, list: [{ k: 1 }, 2], old: 1 },
  ])
  const watch = follow((on) => things().where({}).watch(on))
  await watch.next()
  await cloud.database.update(
    'things',
    { _id: 'a' },
    { $set: { 'at.y.z': 2, list: [{ k: 5 }, 2, 3] }, $unset: { old: '', 'at.x': '' } },
  )
  const [change] = (await watch.next()).docChanges
  expect(change?.updatedFields).toEqual({ 'at.y.z': 2, 'list.0.k': 5, 'list.2': 3 })
  expect([...(change?.removedFields ?? [])].sort()).toEqual(['at.x', 'old'])
  await watch.close()
})

test('watcher: set is a replacement', async () => {
  const posts = client.database().collection('posts')
  await posts.doc('p').set({ data: { n: 1 } })
  const watch = follow((on) => posts.doc('p').watch(on))
  await watch.next()
  await posts.doc('p').set({ data: { m: 2 } })
  const replaced = await watch.next()
  expect(changes(replaced)).toEqual(['p update replace'])
  expect(replaced.docs).toMatchObject([{ _id: 'p', m: 2 }])
  await watch.close()
})

test('watcher: with a limit, a document pushed out of the window leaves by the limit', async () => {
  await cloud.database.insert('things', [
    { _id: 'b', n: 2 },
    { _id: 'c', n: 3 },
  ])
  const watch = follow((on) => things().orderBy('n', 'asc').limit(2).watch(on))
  await watch.next()
  await cloud.database.insert('things', [{ _id: 'a', n: 1 }])
  const pushed = await watch.next()
  expect(changes(pushed)).toEqual(['c dequeue limit', 'a enqueue add'])
  expect(pushed.docChanges[0]?.doc).toMatchObject({ _id: 'c', n: 3 })
  await cloud.database.update('things', { _id: 'a' }, { $set: { n: 9 } })
  const moved = await watch.next()
  expect(changes(moved)).toEqual(['a dequeue limit', 'c enqueue limit'])
  expect(ids(moved)).toEqual(['b', 'c'])
  await cloud.database.update('things', { _id: 'b' }, { $set: { n: 4 } })
  expect(ids(await watch.next())).toEqual(['c', 'b'])
  await watch.close()
})

test('watcher: orders the first snapshot, and each after it', async () => {
  await cloud.database.insert('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 3 },
  ])
  const watch = follow((on) => things().orderBy('n', 'desc').watch(on))
  expect(ids(await watch.next())).toEqual(['b', 'a'])
  await cloud.database.insert('things', [{ _id: 'c', n: 2 }])
  expect(ids(await watch.next())).toEqual(['b', 'c', 'a'])
  await watch.close()
})

test('watcher: one snapshot a commit, several changes in it', async () => {
  await cloud.database.insert('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
  const watch = follow((on) => things().where({ n: 1 }).watch(on))
  await watch.next()
  await cloud.database.update('things', {}, { $inc: { n: 1 } })
  const snapshot = await watch.next()
  expect(changes(snapshot)).toEqual(['a dequeue update', 'b dequeue update'])
  expect(snapshot.docs).toEqual([])
  expect(watch.unread).toEqual([])
  await watch.close()
})

test('watcher: hears nothing of what does not concern the query, nor after close', async () => {
  const watch = follow((on) => things().where({ n: 1 }).watch(on))
  await watch.next()
  await cloud.database.insert('things', [{ _id: 'x', n: 2 }])
  await cloud.database.insert('things', [{ _id: 'y', n: 1 }])
  expect(ids(await watch.next())).toEqual(['y'])
  const other = follow((on) => things().where({}).watch(on))
  await other.next()
  await watch.close()
  await cloud.database.insert('things', [{ _id: 'z', n: 1 }])
  await other.next()
  expect(watch.unread).toEqual([])
  await other.close()
})

test('watcher: who comes later gets the documents as they are then', async () => {
  const first = follow((on) => things().where({}).watch(on))
  await first.next()
  await cloud.database.insert('things', [{ _id: 'a', n: 1 }])
  await cloud.database.update('things', { _id: 'a' }, { $set: { n: 2 } })
  const second = follow((on) => things().where({}).watch(on))
  expect(await second.next()).toMatchObject({ type: 'init', docs: [{ _id: 'a', n: 2 }] })
  await cloud.database.remove('things', { _id: 'a' })
  expect(changes(await second.next())).toEqual(['a dequeue remove'])
  await first.close()
  await second.close()
})

test('watcher: of more than 5,000 records is refused, and is ended when there are more', async () => {
  await cloud.database.insert(
    'things',
    Array.from({ length: 5000 }, (_x, n) => ({ _id: `n${n}` })),
  )
  const watch = follow((on) => things().where({}).watch(on))
  expect((await watch.next()).docs).toHaveLength(5000)
  await cloud.database.insert('things', [{ _id: 'one too many' }])
  expect(await watch.failed).toMatchObject({ errCode: -501003 })
  const late = follow((on) => things().where({}).watch(on))
  expect(await late.failed).toMatchObject({ errCode: -501003 })
  const few = follow((on) => things().where({}).limit(3).watch(on))
  expect((await few.next()).docs).toHaveLength(3)
  await few.close()
})

test('watcher: who closes in the middle of what they have missed hears no more', async () => {
  const heard: unknown[] = []
  let closed = (): void => undefined
  const done = new Promise<void>((resolve) => (closed = resolve))
  const first = follow((on) => things().where({}).watch(on))
  await first.next()
  const watcher = things()
    .where({ n: 1 })
    .watch({
      onChange: ({ type, docChanges }) => {
        if (type === 'init') return cloud.dropSockets()
        heard.push(...docChanges.map(({ docId }) => docId))
        void watcher.close().then(closed)
      },
      onError: ({ errMsg }) => heard.push(errMsg),
    })
  for (const _id of ['a', 'b', 'c']) {
    await cloud.database.insert('things', [{ _id, n: 1 }])
    await first.next()
  }
  await done
  expect(heard).toHaveLength(1)
  await first.close()
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
