import { bench, command, type Pipeline } from './_support/pipelines'

const _ = command()
const $ = _.aggregate
const { list, error } = bench({
  things: [
    { _id: 1, tags: ['a', 'b'], n: 2, o: { list: [1] } },
    { _id: 2, tags: [], n: 1 },
    { _id: 3, tags: null, n: 2 },
    { _id: 4, n: 3 },
    { _id: 5, tags: 'c', n: 1, o: { list: 7 } },
  ],
  kinds: [
    { _id: 'number', v: 5 },
    { _id: 'text', v: 'a' },
    { _id: 'missing' },
    { _id: 'null', v: null },
    { _id: 'object', v: { a: 1 } },
    { _id: 'true', v: true },
    { _id: 'date', v: new Date(0) },
    { _id: 'array', v: [7, 'z'] },
  ],
  empty: [],
})

const ids = async (build: (pipeline: Pipeline) => Pipeline, name = 'things') =>
  (await list(name, build)).map(({ _id }) => _id)

test('sort: several keys; skip and limit', async () => {
  expect(await ids((pipeline) => pipeline.sort!({ n: -1, _id: 1 }))).toEqual([4, 1, 3, 2, 5])
  expect(await ids((pipeline) => pipeline.sort!({ n: -1, _id: 1 }).skip!(1).limit!(2))).toEqual([1, 3])
  expect(await ids((pipeline) => pipeline.sort!({ _id: -1 }).limit!(2).skip!(1))).toEqual([4])
})

test('sort: the order of types, after a stage too; an array by its least or greatest', async () => {
  const up = ['missing', 'null', 'number', 'array', 'text', 'object', 'true', 'date']
  const computed = (pipeline: Pipeline) => pipeline.addFields!({ x: 1 })
  expect(await ids((pipeline) => computed(pipeline).sort!({ v: 1, _id: 1 }), 'kinds')).toEqual(up)
  const down = await ids((pipeline) => computed(pipeline).sort!({ v: -1, _id: -1 }), 'kinds')
  expect(down).toEqual(['date', 'true', 'object', 'array', 'text', 'number', 'null', 'missing'])
})

test('count: of what there is; nothing of nothing', async () => {
  expect(await list('things', (pipeline) => pipeline.match!({ n: _.gt!(1) }).count!('total'))).toEqual([
    { total: 3 },
  ])
  expect(await list('empty', (pipeline) => pipeline.count!('total'))).toEqual([])
})

test('sortByCount: a path, or an expression', async () => {
  const byPath = await list('things', (pipeline) =>
    pipeline.match!({ n: _.neq!(3) }).limit!(4).sortByCount!('$n'),
  )
  expect(byPath).toHaveLength(2)
  expect(byPath[0]?.count).toBe(2)
  const byParity = await list('things', (pipeline) => pipeline.sortByCount!($.mod!(['$n', 2])))
  expect(byParity).toEqual([
    { _id: 1, count: 3 },
    { _id: 0, count: 2 },
  ])
})

test('sample: so many at most, each once', async () => {
  expect(await ids((pipeline) => pipeline.sample!({ size: 3 }))).toHaveLength(3)
  expect((await ids((pipeline) => pipeline.sample!({ size: 50 }))).sort()).toEqual([1, 2, 3, 4, 5])
})

test('match: commands, expressions, and $.operators as conditions', async () => {
  expect(await ids((pipeline) => pipeline.match!({ n: _.in!([1, 3]) }).sort!({ _id: 1 }))).toEqual([2, 4, 5])
  expect(await ids((pipeline) => pipeline.match!({ n: $.gt!(2) }))).toEqual([4])
  expect(await ids((pipeline) => pipeline.match!(_.expr!($.eq!(['$_id', '$n']))))).toEqual([])
  expect(await ids((pipeline) => pipeline.match!(_.expr!($.isArray!('$tags'))).sort!({ _id: 1 }))).toEqual([
    1, 2,
  ])
  expect(
    await ids((pipeline) => pipeline.addFields!({ twice: $.multiply!(['$n', 2]) }).match!({ twice: 6 })),
  ).toEqual([4])
})

test('expr in a plain query', async () => {
  const matched = await ids((pipeline) =>
    pipeline.match!(_.and!([{ n: 2 }, _.expr!($.lt!([$.size!($.ifNull!(['$tags', []])), 2]))])),
  )
  expect(matched).toEqual([3])
})

test.each([
  [
    'count of nothing',
    (pipeline: Pipeline) => pipeline.count!(''),
    'the count field must be a non-empty string',
  ],
  [
    'count of a path',
    (pipeline: Pipeline) => pipeline.count!('$n'),
    'the count field cannot be a $-prefixed path',
  ],
  [
    'count of a dotted name',
    (pipeline: Pipeline) => pipeline.count!('a.b'),
    "the count field cannot contain '.'",
  ],
  ['limit of 0', (pipeline: Pipeline) => pipeline.limit!(0), 'the limit must be positive'],
  [
    'limit of a text',
    (pipeline: Pipeline) => pipeline.limit!('5'),
    'the limit must be specified as a number',
  ],
  ['skip before 0', (pipeline: Pipeline) => pipeline.skip!(-1), 'Argument to $skip cannot be negative'],
  [
    'sort of nothing',
    (pipeline: Pipeline) => pipeline.sort!({}),
    '$sort stage must have at least one sort key',
  ],
  [
    'sort by 2',
    (pipeline: Pipeline) => pipeline.sort!({ n: 2 }),
    '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
  ],
  [
    'sort by a word',
    (pipeline: Pipeline) => pipeline.sort!({ n: 'asc' }),
    '$sort key ordering must be specified using a number',
  ],
  [
    'sortByCount of a word',
    (pipeline: Pipeline) => pipeline.sortByCount!('n'),
    'the sortByCount field must be defined as a $-prefixed path',
  ],
  [
    'sample below 0',
    (pipeline: Pipeline) => pipeline.sample!({ size: -1 }),
    'size argument to $sample must not be negative',
  ],
  [
    'sample without a size',
    (pipeline: Pipeline) => pipeline.sample!({}),
    '$sample stage must specify a size',
  ],
  [
    'match by distance',
    (pipeline: Pipeline) => pipeline.match!({ n: { $near: [1, 1] } }),
    '$geoNear, $near, and $nearSphere are not allowed in this context',
  ],
  ['match with script', (pipeline: Pipeline) => pipeline.match!({ $where: 'true' }), '$where'],
  [
    'match with an unknown operator',
    (pipeline: Pipeline) => pipeline.match!({ n: { $foo: 1 } }),
    'unknown operator: $foo',
  ],
  [
    'an unknown expression, even over nothing',
    (pipeline: Pipeline) => pipeline.project!({ a: { $sigmoid: 1 } }),
    "Unrecognized expression '$sigmoid'",
  ],
])('%s is refused', async (_name, build, message) => {
  const { code, errMsg } = await error('empty', build)
  expect(code).toBe('DATABASE_REQUEST_FAILED')
  expect(errMsg).toContain(message)
})

test.each(['collStats', 'facet', 'graphLookup', 'indexStats', 'out', 'redact'])(
  'the SDK itself has no stage %s',
  (stage) => {
    expect($.pipeline()[stage]).toBeUndefined()
  },
)
