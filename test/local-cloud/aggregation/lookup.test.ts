import { bench, command } from './_support/pipelines'

const _ = command()
const $ = _.aggregate
const { list, error } = bench({
  people: [
    { _id: 'ann', friends: ['bob', 'cid'], home: { city: 'x' } },
    { _id: 'bob', friends: [], home: [{ city: 'x' }, { city: 'y' }] },
    { _id: 'cid', friends: null },
    { _id: 'dan' },
  ],
  orders: [
    { _id: 1, who: 'ann', amount: 5 },
    { _id: 2, who: ['bob', 'ann'], amount: 7 },
    { _id: 3, who: null, amount: 1 },
    { _id: 4, amount: 2 },
  ],
  cities: [
    { _id: 'x', people: 100 },
    { _id: 'y', people: 200 },
  ],
})

const joined = async (who: string, spec: unknown) => {
  const [found] = await list('people', (pipeline) => pipeline.match!({ _id: who }).lookup!(spec))
  return found
}
const idsOf = (docs: unknown) => (docs as { _id: unknown }[]).map(({ _id }) => _id).sort()

test.each([
  ['a value meets equal ones, in arrays too', 'ann', 'orders', '_id', 'who', [1, 2]],
  ['an array joins by each element', 'ann', 'people', 'friends', '_id', ['bob', 'cid']],
  ['a missing field joins null and missing', 'dan', 'orders', 'friends', 'who', [3, 4]],
  ['null joins null and missing', 'cid', 'orders', 'friends', 'who', [3, 4]],
  ['an empty array joins null and missing', 'bob', 'orders', 'friends', 'who', [3, 4]],
  ['a dotted path', 'ann', 'cities', 'home.city', '_id', ['x']],
  ['a dotted path through an array', 'bob', 'cities', 'home.city', '_id', ['x', 'y']],
  ['nothing to join', 'dan', 'orders', '_id', 'who', []],
  ['no such collection', 'ann', 'nowhere', '_id', 'who', []],
])('lookup by a field: %s', async (_name, who, from, localField, foreignField, expected) => {
  expect(idsOf((await joined(who, { from, localField, foreignField, as: 'found' }))?.found)).toEqual(expected)
})

test('lookup: `as` may be dotted, and takes the place of what was there', async () => {
  const dotted = await joined('ann', {
    from: 'cities',
    localField: 'home.city',
    foreignField: '_id',
    as: 'home.cities',
  })
  expect(dotted?.home).toEqual({ city: 'x', cities: [{ _id: 'x', people: 100 }] })
  const over = await joined('ann', {
    from: 'cities',
    localField: 'home.city',
    foreignField: '_id',
    as: 'home',
  })
  expect(over?.home).toEqual([{ _id: 'x', people: 100 }])
})

test('lookup by a pipeline: its variables are the document’s', async () => {
  const found = await joined('ann', {
    from: 'orders',
    let: { who: '$_id', least: 5 },
    pipeline: $.pipeline().match!(_.expr!($.and!([$.eq!(['$who', '$$who']), $.gte!(['$amount', '$$least'])])))
      .project!({ _id: 0, amount: 1, label: $.concat!(['$$who', '!']) }).done(),
    as: 'found',
  })
  expect(found?.found).toEqual([{ amount: 5, label: 'ann!' }])
})

test('lookup by a pipeline: $eq with a variable does not look into arrays; $in does', async () => {
  const by = (condition: unknown) =>
    joined('ann', {
      from: 'orders',
      let: { who: '$_id' },
      pipeline: $.pipeline().match!(_.expr!(condition)).done(),
      as: 'found',
    })
  expect(idsOf((await by($.eq!(['$who', '$$who'])))?.found)).toEqual([1])
  expect(idsOf((await by($.in!(['$$who', $.cond!([$.isArray!('$who'), '$who', ['$who']])])))?.found)).toEqual(
    [1, 2],
  )
})

test('lookup by a pipeline without variables: the same for all; limits and sorts hold within', async () => {
  const found = await list('people', (pipeline) =>
    pipeline.sort!({ _id: 1 }).limit!(2).lookup!({
      from: 'orders',
      pipeline: $.pipeline().sort!({ amount: -1 }).limit!(1).project!({ amount: 1 }).done(),
      as: 'top',
    }).project!({ top: 1 }),
  )
  expect(found).toEqual([
    { _id: 'ann', top: [{ _id: 2, amount: 7 }] },
    { _id: 'bob', top: [{ _id: 2, amount: 7 }] },
  ])
})

test('lookup within a lookup sees the variables of both', async () => {
  const found = await joined('ann', {
    from: 'orders',
    let: { who: '$_id' },
    pipeline: $.pipeline().match!(_.expr!($.eq!(['$who', '$$who']))).lookup!({
      from: 'cities',
      let: { amount: '$amount' },
      pipeline: $.pipeline().match!(_.expr!($.gt!(['$people', $.multiply!(['$$amount', 30])]))).project!({
        _id: 1,
        who: '$$who',
      }).done(),
      as: 'cities',
    }).done(),
    as: 'found',
  })
  expect(found?.found).toEqual([{ _id: 1, who: 'ann', amount: 5, cities: [{ _id: 'y', who: 'ann' }] }])
})

test('lookup with facet: the stage that only a raw pipeline can name', async () => {
  const found = await joined('ann', {
    from: 'orders',
    pipeline: [{ $facet: { n: [{ $count: 'n' }], most: [{ $sort: { amount: -1 } }, { $limit: 1 }] } }],
    as: 'found',
  })
  expect(found?.found).toEqual([{ n: [{ n: 4 }], most: [{ _id: 2, who: ['bob', 'ann'], amount: 7 }] }])
})

const fields = { localField: '_id', foreignField: 'who' }
test.each([
  ['without from', { ...fields, as: 'x' }, "must specify 'from' field for a $lookup"],
  ['without as', { from: 'orders', ...fields }, "must specify 'as' field for a $lookup"],
  [
    'without foreignField',
    { from: 'orders', localField: '_id', as: 'x' },
    "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
  ],
  [
    'of both kinds',
    { from: 'orders', ...fields, pipeline: [], as: 'x' },
    "$lookup with 'pipeline' may not specify 'localField' or 'foreignField'",
  ],
  [
    'from a number',
    { from: 5, ...fields, as: 'x' },
    "$lookup argument 'from: 5' must be a string, is type int",
  ],
  ['unknown', { from: 'orders', ...fields, as: 'x', on: 1 }, 'unknown argument to $lookup: on'],
  [
    'with an undefined variable',
    { from: 'orders', as: 'x', pipeline: [{ $match: { $expr: { $eq: ['$who', '$$me'] } } }] },
    'Use of undefined variable: me',
  ],
  [
    'with an unknown stage',
    { from: 'orders', as: 'x', pipeline: [{ $foo: {} }] },
    "Unrecognized pipeline stage name: '$foo'",
  ],
  [
    'with a stage of MongoDB 4.2',
    { from: 'orders', as: 'x', pipeline: [{ $set: { a: 1 } }] },
    "Unrecognized pipeline stage name: '$set'",
  ],
  ['that writes', { from: 'orders', as: 'x', pipeline: [{ $out: 'y' }] }, "'$out' is not in the local cloud"],
  [
    'with a stage of two',
    { from: 'orders', as: 'x', pipeline: [{ $limit: 1, $skip: 1 }] },
    'A pipeline stage specification object must contain exactly one field.',
  ],
  [
    'with facet in facet',
    { from: 'orders', as: 'x', pipeline: [{ $facet: { a: [{ $facet: {} }] } }] },
    '$facet is not allowed to be used within a $facet stage',
  ],
])('lookup %s is refused', async (_name, spec, message) => {
  expect((await error('people', (pipeline) => pipeline.lookup!(spec))).errMsg).toContain(message)
})
