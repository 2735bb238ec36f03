import type { LocalCloud } from '../../local-cloud/start-cloud'
import { startTestCloud } from './_support/cloud'
import { sdkFor, type SdkDatabase } from './_support/sdk'

let cloud: LocalCloud
let db: SdkDatabase
let _: SdkDatabase['command']
let $: SdkDatabase['command']['aggregate']

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: ['people', 'orders'].map((name) => ({ name, rule: 'ADMINONLY' as const, indexes: [] })),
  })
  db = sdkFor(cloud).database()
  _ = db.command
  $ = _.aggregate
  await cloud.database.insert('people', [
    { _id: 'ann', name: 'Ann', tags: ['a'] },
    { _id: 'bob', name: 'Bob', tags: ['b'] },
    { _id: 'cid', name: 'Cid', tags: ['a', 'c'] },
  ])
  await cloud.database.insert('orders', [
    { who: 'ann', amount: 5, at: new Date('2024-05-06T01:02:03Z') },
    { who: 'ann', amount: 7, at: new Date('2024-05-07T20:02:03Z') },
    { who: 'bob', amount: 1, at: new Date('2024-05-06T01:02:03Z') },
  ])
})
afterAll(() => cloud.close())
const orders = () => db.collection('orders').aggregate()

test('sdk: match, group, sort, limit', async () => {
  const { list } = await orders()
    .match({ amount: _.gte(1) })
    .group({ _id: '$who', sum: $.sum('$amount'), last: $.max('$at') })
    .sort({ sum: -1 })
    .limit(1)
    .end()
  expect(list).toEqual([{ _id: 'ann', sum: 12, last: new Date('2024-05-07T20:02:03Z') }])
})

test('sdk: lookup by a field, and by a pipeline with variables', async () => {
  const people = db.collection('people').aggregate().match({ _id: 'ann' })
  const byField = await people
    .lookup({ from: 'orders', localField: '_id', foreignField: 'who', as: 'orders' })
    .project({ count: $.size('$orders') })
    .end()
  expect(byField.list).toEqual([{ _id: 'ann', count: 2 }])
  const byPipeline = await db
    .collection('people')
    .aggregate()
    .match({ _id: 'ann' })
    .lookup({
      from: 'orders',
      let: { who: '$_id' },
      pipeline: $.pipeline()
        .match(_.expr($.and([$.eq(['$who', '$$who']), $.gt(['$amount', 5])])))
        .project({
          _id: 0,
          day: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
        })
        .done(),
      as: 'orders',
    })
    .end()
  expect((byPipeline.list as unknown as { orders: unknown }[])[0]?.orders).toEqual([{ day: '2024-05-08' }])
})

test('sdk: unwind, addFields, count, bucket', async () => {
  const unwound = await db.collection('people').aggregate().unwind('$tags').count('n').end()
  expect(unwound.list).toEqual([{ n: 4 }])
  const { list } = await orders()
    .bucket({ groupBy: '$amount', boundaries: [0, 5, 10], output: { n: $.sum(1) } })
    .end()
  expect(list).toEqual([
    { _id: 0, n: 1 },
    { _id: 5, n: 2 },
  ])
})

test('sdk: mended operators: week, indexOfCP, substr to the end', async () => {
  const { list } = await orders()
    .match({ who: 'bob' })
    .project({
      _id: 0,
      week: $.week('$at'),
      at: $.indexOfCP(['你好吗', '好']),
      rest: $.substr(['abc', 1, -1]),
    })
    .end()
  expect(list).toEqual([{ week: 18, at: 1, rest: 'bc' }])
})
