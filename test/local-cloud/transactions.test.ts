import type { LocalCloud } from '../../local-cloud/start-cloud'
import { rejection, startTestCloud } from './_support/cloud'
import { sdkFor, type SdkDatabase } from './_support/sdk'

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

test('transaction: what it writes is seen by itself, and by others after the commit', async () => {
  const transaction = await db.startTransaction()
  const a = transaction.collection('things').doc('a')
  await a.update({ data: { n: db.command.inc(5) } })
  expect((await a.get()).data).toMatchObject({ n: 6 })
  expect(await valueOf('a')).toBe(1)
  await transaction.commit()
  expect(await valueOf('a')).toBe(6)
})

test('transaction: adds, sets, and removes are one commit', async () => {
  await db.runTransaction(async (transaction) => {
    const things = transaction.collection('things')
    await things.add({ data: { _id: 'c', code: 'c' } })
    await things.doc('b').set({ data: { code: 'new' } })
    await things.doc('a').remove()
  })
  expect(await cloud.database.find('things', {}, { sort: { _id: 1 } })).toEqual([
    { _id: 'b', code: 'new' },
    { _id: 'c', code: 'c' },
  ])
})

test('transaction: reads the past it began with', async () => {
  const transaction = await db.startTransaction()
  const things = transaction.collection('things')
  await things.doc('a').get()
  await cloud.database.update('things', { _id: 'b' }, { $set: { n: 9 } })
  await cloud.database.insert('things', [{ _id: 'late', code: 'late' }])
  await cloud.database.remove('things', { _id: 'a' })
  expect((await things.doc('b').get()).data).toMatchObject({ n: 1 })
  expect((await things.doc('a').get()).data).toMatchObject({ n: 1 })
  expect(
    (
      await things
        .doc('late')
        .get()
        .catch(() => ({ data: null }))
    ).data,
  ).toBeNull()
  await transaction.rollback()
})

test('transaction: a rollback with a reason leaves nothing and rejects with the reason', async () => {
  const reason = await rejection(
    db.runTransaction(async (transaction) => {
      await transaction
        .collection('things')
        .doc('a')
        .update({ data: { n: 99 } })
      await transaction.rollback({ why: 'no' })
    }),
  )
  expect(reason).toEqual({ why: 'no' })
  expect(await valueOf('a')).toBe(1)
})

test('transaction: what a callback throws rolls back', async () => {
  const work = db.runTransaction(async (transaction) => {
    await transaction
      .collection('things')
      .doc('a')
      .update({ data: { n: 99 } })
    throw new Error('oh')
  })
  await expect(work).rejects.toThrow('oh')
  expect(await valueOf('a')).toBe(1)
})

test('transaction: a write to what another has locked is a conflict', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()]
  await first
    .collection('things')
    .doc('a')
    .update({ data: { n: 2 } })
  const error = await rejection(
    second
      .collection('things')
      .doc('a')
      .update({ data: { n: 3 } }),
  )
  expect(error.errMsg).toContain('ResourceUnavailable.TransactionConflict')
  await first.commit()
  expect(await valueOf('a')).toBe(2)
})

test('transaction: a write to what has changed since it began is a conflict', async () => {
  const transaction = await db.startTransaction()
  await transaction.collection('things').doc('a').get()
  await cloud.database.update('things', { _id: 'a' }, { $set: { n: 5 } })
  const error = await rejection(
    transaction
      .collection('things')
      .doc('a')
      .update({ data: { n: 6 } }),
  )
  expect(error.errMsg).toContain('TransactionConflict')
  expect(await valueOf('a')).toBe(5)
})

test('transaction: another document is no conflict', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()]
  await first
    .collection('things')
    .doc('a')
    .update({ data: { n: 2 } })
  await second
    .collection('things')
    .doc('b')
    .update({ data: { n: 2 } })
  await Promise.all([first.commit(), second.commit()])
  expect([await valueOf('a'), await valueOf('b')]).toEqual([2, 2])
})

test('plain write: waits for the transaction that has locked its document', async () => {
  const transaction = await db.startTransaction()
  await transaction
    .collection('things')
    .doc('a')
    .update({ data: { n: 10 } })
  const order: string[] = []
  const plain = cloud.database
    .update('things', { _id: 'a' }, { $inc: { n: 1 } })
    .then(() => order.push('plain'))
  await transaction.commit().then(() => order.push('commit'))
  await plain
  expect(await valueOf('a')).toBe(11)
})

test('transaction: a duplicate of a unique key fails at once and nothing is written', async () => {
  const transaction = await db.startTransaction()
  const error = await rejection(transaction.collection('things').add({ data: { code: 'a' } }))
  expect(String(error.errMsg ?? error.message)).toContain('E11000')
  await transaction.rollback()
  expect(await cloud.database.count('things')).toBe(2)
})

test('transaction: two that take one unique key conflict', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()]
  await first.collection('things').add({ data: { code: 'x' } })
  const error = await rejection(second.collection('things').add({ data: { code: 'x' } }))
  expect(error.errMsg).toContain('TransactionConflict')
  await first.commit()
})

test('transaction: it is gone after 30 seconds, and its locks with it', async () => {
  const transaction = await db.startTransaction()
  await transaction
    .collection('things')
    .doc('a')
    .update({ data: { n: 10 } })
  const waiting = cloud.database.update('things', { _id: 'a' }, { $inc: { n: 1 } })
  cloud.clock.travel(30_001)
  await waiting
  const error = await rejection(transaction.commit())
  expect(error.code).toBe('DATABASE_TRANSACTION_FAIL')
  expect(error.message).toContain('TransactionNotExist')
  expect(await valueOf('a')).toBe(2)
})
