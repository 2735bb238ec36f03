import type { LocalCloud } from '../../../local-cloud/start-cloud'
import { rejection, startTestCloud } from '../_support/cloud'
import { sdkFor, type SdkDatabase, type SdkTransaction } from '../_support/sdk'

let cloud: LocalCloud
let db: SdkDatabase

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      { name: 'things', rule: 'ADMINONLY', indexes: [{ name: 'code', keys: { code: 1 }, unique: true }] },
    ],
  })
  db = sdkFor(cloud).database()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.database.remove('things', {})
  await cloud.database.insert('things', [
    { _id: 'a', code: 'a', n: 1 },
    { _id: 'b', code: 'b', n: 1 },
  ])
})
const valueOf = async (id: string): Promise<unknown> => (await cloud.database.get('things', id))?.n

describe('what a transaction can do', () => {
  const things = (transaction: SdkTransaction) => transaction.collection('things')

  test('add gives the id, and what is added is seen inside only', async () => {
    const transaction = await db.startTransaction()
    const { _id } = await things(transaction).add({ data: { code: 'c' } })
    expect((await things(transaction).doc(_id).get()).data).toEqual({ _id, code: 'c' })
    expect(await cloud.database.get('things', _id)).toBeNull()
    await transaction.commit()
    expect(await cloud.database.get('things', _id)).toEqual({ _id, code: 'c' })
  })

  test.each<[what: string, act: (transaction: SdkTransaction) => Promise<unknown>, expected: unknown]>([
    [
      'set makes',
      (t) =>
        things(t)
          .doc('z')
          .set({ data: { code: 'z' } }),
      { _id: 'z', code: 'z' },
    ],
    [
      'set replaces',
      (t) =>
        things(t)
          .doc('a')
          .set({ data: { code: 'z' } }),
      { _id: 'a', code: 'z' },
    ],
    [
      'update with operators',
      (t) =>
        things(t)
          .doc('a')
          .update({ data: { n: db.command.mul(7) } }),
      { _id: 'a', code: 'a', n: 7 },
    ],
    [
      'two updates of one document',
      async (t) => {
        await things(t)
          .doc('a')
          .update({ data: { n: db.command.inc(1) } })
        await things(t)
          .doc('a')
          .update({ data: { n: db.command.inc(1) } })
      },
      { _id: 'a', code: 'a', n: 3 },
    ],
    [
      'remove, then set again',
      async (t) => {
        await things(t).doc('a').remove()
        await things(t)
          .doc('a')
          .set({ data: { code: 'again' } })
      },
      { _id: 'a', code: 'again' },
    ],
  ])('%s', async (_what, act, expected) => {
    await db.runTransaction(act)
    const id = (expected as { _id: string })._id
    expect(await cloud.database.get('things', id)).toEqual(expected)
  })

  test.each<[what: string, act: (transaction: SdkTransaction) => Promise<unknown>, stats: unknown]>([
    [
      'update',
      (t) =>
        things(t)
          .doc('a')
          .update({ data: { n: 5 } }),
      { updated: 1 },
    ],
    [
      'update of what isn’t there',
      (t) =>
        things(t)
          .doc('x')
          .update({ data: { n: 5 } }),
      { updated: 0 },
    ],
    ['remove', (t) => things(t).doc('a').remove(), { removed: 1 }],
    ['remove of what isn’t there', (t) => things(t).doc('x').remove(), { removed: 0 }],
  ])('counts: %s', async (_what, act, stats) => {
    expect(await db.runTransaction(act)).toMatchObject({ stats })
  })

  test('where().get() reads within the transaction', async () => {
    await db.runTransaction(async (transaction) => {
      await things(transaction)
        .doc('a')
        .update({ data: { n: 50 } })
      const { data } = await things(transaction).where({ n: 50 }).get()
      expect(data).toEqual([{ _id: 'a', code: 'a', n: 50 }])
    })
  })

  test('get of what isn’t there is -1, and the transaction goes on', async () => {
    await db.runTransaction(async (transaction) => {
      expect(await rejection(things(transaction).doc('x').get())).toMatchObject({ errCode: -1 })
      await things(transaction)
        .doc('a')
        .update({ data: { n: 5 } })
    })
    expect(await valueOf('a')).toBe(5)
  })

  test('an empty transaction commits', async () => {
    const transaction = await db.startTransaction()
    await expect(transaction.commit()).resolves.toMatchObject({ requestId: expect.any(String) as string })
    expect(await db.runTransaction(() => Promise.resolve('nothing'))).toBe('nothing')
  })

  test('a rollback leaves nothing', async () => {
    const transaction = await db.startTransaction()
    await things(transaction).doc('a').remove()
    await things(transaction).add({ data: { _id: 'n', code: 'n' } })
    await transaction.rollback('changed my mind')
    expect(await cloud.database.count('things')).toBe(2)
    expect(await valueOf('a')).toBe(1)
  })

  test('where().update() in a callback is outside: a rollback does not take it back', async () => {
    await rejection(
      db.runTransaction(async (transaction) => {
        await things(transaction)
          .doc('a')
          .update({ data: { n: 9 } })
        await things(transaction)
          .where({ _id: 'b' })
          .update({ data: { n: 9 } })
        await transaction.rollback('no')
      }),
    )
    expect([await valueOf('a'), await valueOf('b')]).toEqual([1, 9])
  })

  test('what it has only read may change meanwhile', async () => {
    const transaction = await db.startTransaction()
    await things(transaction).doc('a').get()
    await cloud.database.update('things', { _id: 'a' }, { $set: { n: 5 } })
    await things(transaction)
      .doc('b')
      .update({ data: { n: 5 } })
    await transaction.commit()
    expect([await valueOf('a'), await valueOf('b')]).toEqual([5, 5])
  })
})

describe('conflicts', () => {
  type Act = (transaction: SdkTransaction) => Promise<unknown>
  const doc = (transaction: SdkTransaction, id = 'a') => transaction.collection('things').doc(id)
  const update: Act = (transaction) => doc(transaction).update({ data: { n: 2 } })
  const remove: Act = (transaction) => doc(transaction).remove()
  const set: Act = (transaction) => doc(transaction).set({ data: { code: 'a', n: 3 } })
  const add: Act = (transaction) =>
    transaction.collection('things').add({ data: { _id: 'new', code: 'new' } })

  test.each<[what: string, first: Act, second: Act]>([
    ['update and update', update, update],
    ['update and remove', update, remove],
    ['remove and update', remove, update],
    ['set and update', set, update],
    ['update and set', update, set],
    ['two additions of one id', add, add],
  ])('of two open transactions the second is refused: %s', async (_what, first, second) => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await first(one)
    const error = await rejection(second(two))
    expect(error).toMatchObject({ errCode: -501001 })
    expect(error.errMsg).toContain('[ResourceUnavailable.TransactionConflict]')
    await one.commit()
    expect(await rejection(two.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  test('a conflict does not make the SDK try again: its wrapper has lost the code', async () => {
    const one = await db.startTransaction()
    await update(one)
    let attempts = 0
    const work = db.runTransaction(async (transaction) => {
      attempts++
      await update(transaction)
    })
    expect((await rejection(work)).errMsg).toContain('TransactionConflict')
    expect(attempts).toBe(1)
    await one.rollback()
  })
})

describe('what is over', () => {
  type End = (transaction: SdkTransaction) => Promise<unknown>
  const commit: End = (transaction) => transaction.commit()
  const rollback: End = (transaction) => transaction.rollback()
  const fail: End = (transaction) => rejection(transaction.collection('things').add({ data: { _id: 'a' } }))
  const break_: End = (transaction) =>
    rejection(
      transaction
        .collection('things')
        .doc('a')
        .update({ data: { code: db.command.inc(1) } }),
    )
  const expire: End = () => Promise.resolve(cloud.clock.travel(30_001))

  test.each<[how: string, end: End]>([
    ['committed', commit],
    ['rolled back', rollback],
    ['failed on a duplicate', fail],
    ['failed on a wrong type', break_],
    ['expired', expire],
  ])('%s: reads, writes and the commit are refused', async (_how, end) => {
    const transaction = await db.startTransaction()
    await end(transaction)
    const a = transaction.collection('things').doc('a')
    for (const late of [() => a.get(), () => a.update({ data: { n: 9 } }), () => a.remove()]) {
      const error = await rejection(late())
      expect(error).toMatchObject({ errCode: -501001 })
      expect(error.errMsg).toContain('[ResourceUnavailable.TransactionNotExist]')
    }
    expect(await rejection(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    expect(await valueOf('a')).toBe(1)
  })

  test.each<[how: string, end: End]>([
    ['committed', commit],
    ['rolled back', rollback],
    ['expired', expire],
  ])('%s: a rollback is refused', async (_how, end) => {
    const transaction = await db.startTransaction()
    await end(transaction)
    expect(await rejection(transaction.rollback())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  test('failed: what it had written before is gone, and a rollback succeeds once', async () => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('things')
      .doc('b')
      .update({ data: { n: 9 } })
    await fail(transaction)
    await transaction.rollback()
    expect(await valueOf('b')).toBe(1)
    expect(await rejection(transaction.rollback())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  test('just within 30 seconds it still commits', async () => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('things')
      .doc('a')
      .update({ data: { n: 2 } })
    cloud.clock.travel(29_000)
    await transaction.commit()
    expect(await valueOf('a')).toBe(2)
  })
})

test('log: a where() write while the call has a transaction open is warned of, by function and collection', async () => {
  await cloud.database.insert('things', [
    { _id: 'in', code: 'in' },
    { _id: 'out', code: 'out' },
  ])
  await cloud.functions.invoke('stray', {}, { openid: 'ann' })
  const warnings = cloud.functions
    .logs()
    .flatMap(({ lines }) => lines.filter(({ level }) => level === 'warn'))
  expect(warnings.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^stray: modifyDocument on 'things' takes no part in the transaction/) as string,
  ])
  expect([await valueOf('in'), await valueOf('out')]).toEqual([1, 2])
})
