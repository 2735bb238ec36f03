import WebSocket from 'ws'
import type { ClientQuery } from '../../local-cloud/client/database'
import type { Persona } from '../../local-cloud/personas/persona-book'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, startTestCloud } from './_support/cloud'
import { changes, follow, ids } from './_support/follow'

const DENIED = { errCode: -502003 }
let cloud: LocalCloud
let ann: Persona
let bob: Persona

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      { name: 'diary', rule: 'PRIVATE', indexes: [] },
      { name: 'groups', rule: 'ADMINONLY', indexes: [] },
      {
        name: 'letters',
        rule: { read: 'auth.openid in get(`database.groups.${doc.groupId}`).members' },
        indexes: [],
      },
      { name: 'offers', rule: { read: 'doc.until > now' }, indexes: [] },
    ],
  })
})
afterAll(() => cloud.close())
let round = 0
beforeEach(async () => {
  for (const name of ['diary', 'groups', 'letters', 'offers']) await cloud.database.remove(name, {})
  round++
  ann = cloud.personas.create({ name: 'Ann', id: `ann${round}` })
  bob = cloud.personas.create({ name: 'Bob', id: `bob${round}` })
})

const watchAs = (persona: Persona, name: string, query: Record<string, unknown>) => {
  const asked: ClientQuery = clientOf(cloud, persona).database().collection(name).where(query)
  return follow((on) => asked.watch(on))
}

test('PRIVATE: a watcher hears of their own documents only', async () => {
  const watch = watchAs(ann, 'diary', {})
  await watch.next()
  await cloud.database.insert('diary', [{ _id: 'b', _openid: bob.openid }])
  await cloud.database.insert('diary', [{ _id: 'a', _openid: ann.openid }])
  expect(ids(await watch.next())).toEqual(['a'])
  await watch.close()
})

test('PRIVATE: a document that becomes another’s leaves, and shows nothing new', async () => {
  await cloud.database.insert('diary', [{ _id: 'a', _openid: ann.openid, text: 'mine' }])
  const watch = watchAs(ann, 'diary', {})
  await watch.next()
  await cloud.database.update('diary', { _id: 'a' }, { $set: { _openid: bob.openid, text: 'secret of Bob' } })
  const left = await watch.next()
  expect(changes(left)).toEqual(['a dequeue update'])
  expect(left.docChanges[0]?.doc).toMatchObject({ text: 'mine' })
  expect(JSON.stringify(left)).not.toContain('secret of Bob')
  await watch.close()
})

test('get(): the watch ends with -502003 when the document it reads forbids it', async () => {
  await cloud.database.insert('groups', [{ _id: 'g', members: [ann.openid, bob.openid] }])
  const annsWatch = watchAs(ann, 'letters', { groupId: 'g' })
  const bobsWatch = watchAs(bob, 'letters', { groupId: 'g' })
  await annsWatch.next()
  await bobsWatch.next()
  await cloud.database.update('groups', { _id: 'g' }, { $pull: { members: ann.openid } })
  expect(await annsWatch.failed).toEqual({
    ...DENIED,
    errMsg: 'watch:fail DATABASE_PERMISSION_DENIED Permission denied',
  })
  await cloud.database.insert('letters', [{ _id: 'l', groupId: 'g' }])
  expect(ids(await bobsWatch.next())).toEqual(['l'])
  expect(annsWatch.unread).toEqual([])
  await bobsWatch.close()
})

test('get(): the watch ends when the document it reads is removed', async () => {
  await cloud.database.insert('groups', [{ _id: 'g', members: [ann.openid] }])
  const watch = watchAs(ann, 'letters', { groupId: 'g' })
  await watch.next()
  await cloud.database.remove('groups', { _id: 'g' })
  expect(await watch.failed).toMatchObject(DENIED)
})

test('get(): a member who joins may watch from then on', async () => {
  await cloud.database.insert('groups', [{ _id: 'g', members: [] }])
  expect(await watchAs(ann, 'letters', { groupId: 'g' }).failed).toMatchObject(DENIED)
  await cloud.database.update('groups', { _id: 'g' }, { $push: { members: ann.openid } })
  const watch = watchAs(ann, 'letters', { groupId: 'g' })
  expect(ids(await watch.next())).toEqual([])
  await watch.close()
})

test('get(): who lost access while away cannot come back', async () => {
  await cloud.database.insert('groups', [{ _id: 'g', members: [ann.openid] }])
  const watch = watchAs(ann, 'letters', { groupId: 'g' })
  await watch.next()
  cloud.dropSockets()
  await cloud.database.update('groups', { _id: 'g' }, { $set: { members: [] } })
  await cloud.database.insert('letters', [{ _id: 'l', groupId: 'g' }])
  expect(await watch.failed).toMatchObject(DENIED)
  expect(watch.unread).toEqual([])
})

test('now: the watch ends at the first change after its time', async () => {
  const until = cloud.clock.now() + 1000
  const watch = watchAs(ann, 'offers', { until: { $gt: until } })
  await watch.next()
  await cloud.database.insert('offers', [{ _id: 'o', until: until + 5 }])
  expect(ids(await watch.next())).toEqual(['o'])
  cloud.clock.travel(2000)
  await cloud.database.insert('offers', [{ _id: 'p', until: until + 9 }])
  expect(await watch.failed).toMatchObject(DENIED)
  expect(watch.unread).toEqual([])
})

test('a removed persona: their socket ends, and they cannot come back', async () => {
  const watch = watchAs(ann, 'diary', {})
  const other = watchAs(bob, 'diary', {})
  await watch.next()
  await other.next()
  expect(cloud.personas.remove(ann.id)).toBe(true)
  expect((await watch.failed).errMsg).toContain('CHECK_LOGIN_FAILED')
  await cloud.database.insert('diary', [{ _id: 'b', _openid: bob.openid }])
  expect(ids(await other.next())).toEqual(['b'])
  expect(cloud.personas.remove(ann.id)).toBe(false)
  await other.close()
})

describe('protocol', () => {
  type Frame = { msgType: string; watchId: string; msgData: Record<string, unknown> }
  /** A socket that speaks the web SDK's words itself. */
  const speak = async (persona: Persona) => {
    const socket = new WebSocket(`${cloud.url.replace('http', 'ws')}/ws`)
    await new Promise((resolve) => socket.once('open', resolve))
    const ask = async (msgType: string, msgData: unknown, watchId = 'w'): Promise<Frame> => {
      const answer = new Promise<Frame>((resolve) =>
        socket.once('message', (raw: Buffer) => resolve(JSON.parse(String(raw)) as Frame)),
      )
      socket.send(JSON.stringify({ watchId, requestId: 'r', msgType, msgData }))
      return await answer
    }
    await ask('LOGIN', { accessToken: persona.token })
    return { ask, socket }
  }

  test('INIT_WATCH, CHECK_LAST, REBUILD_WATCH, CLOSE_WATCH, PING', async () => {
    const { ask, socket } = await speak(ann)
    const init = await ask('INIT_WATCH', { collName: 'diary', query: '{}' })
    const queryID = init.msgData.queryID
    expect(init).toMatchObject({ msgType: 'INIT_EVENT', watchId: 'w', msgData: { currEvent: 0, events: [] } })
    expect(await ask('CHECK_LAST', { queryID, eventID: 0 })).toMatchObject({
      msgType: 'CHECK_EVENT',
      msgData: { queryID, currEvent: 0 },
    })
    expect(await ask('REBUILD_WATCH', { queryID, eventID: 0 })).toMatchObject({
      msgType: 'NEXT_EVENT',
      msgData: { currEvent: 0, events: [] },
    })
    expect(await ask('CLOSE_WATCH', null)).toMatchObject({ msgType: 'CLOSE_WATCH_RES' })
    expect(await ask('PING', null)).toMatchObject({ msgType: 'PONG' })
    socket.close()
  })

  test.each([
    ['an unknown word', 'SHOUT', {}, 'INVALID_PARAM'],
    ['a watch that is not known', 'REBUILD_WATCH', { queryID: 'guess', eventID: 0 }, 'QUERYID_INVALID_ERROR'],
    ['a check of a watch that is not open', 'CHECK_LAST', {}, 'QUERYID_INVALID_ERROR'],
    ['a query that is not EJSON', 'INIT_WATCH', { collName: 'diary', query: '{' }, 'INVALID_PARAM'],
    [
      'a collection that is not there',
      'INIT_WATCH',
      { collName: 'none', query: '{}' },
      'DATABASE_COLLECTION_NOT_EXIST',
    ],
    [
      'what only functions read',
      'INIT_WATCH',
      { collName: 'groups', query: '{}' },
      'DATABASE_PERMISSION_DENIED',
    ],
  ])('%s is answered with its code', async (_what, msgType, msgData, code) => {
    const { ask, socket } = await speak(ann)
    expect(await ask(msgType, msgData)).toMatchObject({ msgType: 'ERROR', msgData: { code } })
    socket.close()
  })

  test('who signs in as another on the same socket loses what they watched', async () => {
    const { ask, socket } = await speak(ann)
    const init = await ask('INIT_WATCH', { collName: 'diary', query: '{}' })
    await ask('LOGIN', { accessToken: bob.token })
    const { queryID } = init.msgData
    expect(await ask('CHECK_LAST', { queryID, eventID: 0 })).toMatchObject({ msgType: 'ERROR' })
    expect(await ask('REBUILD_WATCH', { queryID, eventID: 0 })).toMatchObject({ msgType: 'ERROR' })
    socket.close()
  })

  test('another cannot take over a watch by its id', async () => {
    const anns = await speak(ann)
    const init = await anns.ask('INIT_WATCH', { collName: 'diary', query: '{}' })
    const bobs = await speak(bob)
    const stolen = await bobs.ask('REBUILD_WATCH', { queryID: init.msgData.queryID, eventID: 0 })
    expect(stolen).toMatchObject({ msgType: 'ERROR', msgData: { code: 'QUERYID_INVALID_ERROR' } })
    anns.socket.close()
    bobs.socket.close()
  })
})
