import type { LocalCloud } from '../../../local-cloud/start-cloud'
import { rejection, startTestCloud } from '../_support/cloud'
import { sdkFor } from '../_support/sdk'
import { command, type Pipeline } from './_support/pipelines'

const _ = command()
const $ = _.aggregate
const idsOf = (docs: unknown) => (docs as { _id: unknown }[]).map(({ _id }) => _id).sort()

let cloud: LocalCloud
let orders: () => Pipeline
let people: () => Pipeline
beforeAll(async () => {
  cloud = await startTestCloud({
    strict: true,
    collections: [
      { name: 'people', rule: 'ADMINONLY', indexes: [] },
      {
        name: 'orders',
        rule: 'ADMINONLY',
        indexes: [
          { name: 'who', keys: { who: 1 } },
          { name: 'at', keys: { at: -1 } },
        ],
      },
    ],
  })
  await cloud.database.insert('people', [{ _id: 'ann' }])
  await cloud.database.insert('orders', [
    { _id: 1, who: 'ann', at: 1 },
    { _id: 2, who: 'bob', at: 2 },
    { _id: 3, who: 'ann', at: 3 },
  ])
  const db = sdkFor(cloud).database()
  orders = () => db.collection('orders').aggregate() as unknown as Pipeline
  people = () => db.collection('people').aggregate() as unknown as Pipeline
})
afterAll(() => cloud.close())

const ids = async (pipeline: Pipeline) => idsOf((await pipeline.end()).list)

test('a leading match, and a sort with a limit', async () => {
  expect(await ids(orders().match!({ who: 'ann' }))).toEqual([1, 3])
  const { list: newest } = await orders().sort!({ at: -1 }).skip!(1).limit!(1).end()
  expect(newest).toEqual([{ _id: 2, who: 'bob', at: 2 }])
})

test('a match that no index serves, and none at all, are refused', async () => {
  expect((await rejection(orders().match!({ colour: 'red' }).end())).errMsg).toContain(
    'strict: no index of orders serves a query by colour',
  )
  expect((await rejection(orders().group!({ _id: null }).end())).errMsg).toContain(
    'strict: no index of orders',
  )
})

test('a later match may be about anything', async () => {
  expect(await ids(orders().match!({ who: 'ann' }).match!({ at: _.gt!(1) }))).toEqual([3])
})

test('joins by an indexed field, and by a variable in $expr', async () => {
  const byField = { from: 'orders', localField: '_id', foreignField: 'who', as: 'found' }
  const { list: one } = await people().match!({ _id: 'ann' }).lookup!(byField).end()
  expect(idsOf(one[0]?.found)).toEqual([1, 3])
  const byPipeline = {
    from: 'orders',
    let: { me: '$_id' },
    pipeline: $.pipeline().match!(_.expr!($.eq!(['$who', '$$me']))).done(),
    as: 'found',
  }
  const { list: two } = await people().match!({ _id: 'ann' }).lookup!(byPipeline).end()
  expect(idsOf(two[0]?.found)).toEqual([1, 3])
})

test('a join that no index serves is refused', async () => {
  const spec = { from: 'orders', localField: '_id', foreignField: 'colour', as: 'found' }
  const { errMsg } = await rejection(people().match!({ _id: 'ann' }).lookup!(spec).end())
  expect(errMsg).toContain('strict: no index of orders serves a query by colour')
})
