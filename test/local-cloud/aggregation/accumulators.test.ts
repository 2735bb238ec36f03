import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const docs = [
  { _id: 1, kind: 'a', n: 2, tag: 'x', o: { p: 1 }, list: [1, 2] },
  { _id: 2, kind: 'a', n: 4, tag: 'x', o: { q: 2 }, list: [3] },
  { _id: 3, kind: 'a', n: 'text', tag: 'y', o: null, list: [] },
  { _id: 4, kind: 'b', tag: null },
  { _id: 5, kind: null, n: 1 },
  { _id: 6, n: 2 },
  { _id: 7, kind: { x: 1, y: 2 }, n: 1 },
  { _id: 8, kind: { y: 2, x: 1 }, n: 1 },
]
const { list, error } = bench({ things: docs, empty: [] })

const ofA = async (accumulator: unknown) => {
  const [found] = await list('things', (pipeline) =>
    pipeline.match!({ kind: 'a' }).sort!({ _id: 1 }).group!({ _id: '$kind', value: accumulator }),
  )
  return found?.value
}
const ofB = async (accumulator: unknown) => {
  const [found] = await list('things', (pipeline) =>
    pipeline.match!({ kind: 'b' }).group!({ _id: '$kind', value: accumulator }),
  )
  return found?.value
}

test.each([
  ['sum leaves out what is no number', $.sum!('$n'), 6],
  ['sum of a constant counts', $.sum!(1), 3],
  ['sum of an expression', $.sum!($.multiply!(['$_id', 10])), 60],
  ['sum of arrays is 0', $.sum!('$list'), 0],
  ['avg leaves out what is no number', $.avg!('$n'), 3],
  ['max by the order of types', $.max!('$n'), 'text'],
  ['min', $.min!('$n'), 2],
  ['min leaves null out', $.min!('$o'), { p: 1 }],
  ['first', $.first!('$n'), 2],
  ['last', $.last!('$n'), 'text'],
  ['push', $.push!('$n'), [2, 4, 'text']],
  [
    'push of objects',
    $.push!({ id: '$_id', tag: '$tag' }),
    [
      { id: 1, tag: 'x' },
      { id: 2, tag: 'x' },
      { id: 3, tag: 'y' },
    ],
  ],
  ['addToSet', $.addToSet!('$tag'), ['x', 'y']],
  ['addToSet takes arrays whole', $.addToSet!('$list'), [[1, 2], [3], []]],
  ['stdDevPop', $.stdDevPop!('$n'), 1],
  ['stdDevSamp', $.stdDevSamp!('$n'), Math.SQRT2],
  ['mergeObjects', $.mergeObjects!('$o'), { p: 1, q: 2 }],
])('group: $.%s', async (_name, accumulator, expected) => {
  expect(await ofA(accumulator)).toEqual(expected)
})

test.each([
  ['sum', $.sum!('$n'), 0],
  ['avg', $.avg!('$n'), null],
  ['max', $.max!('$n'), null],
  ['first', $.first!('$n'), null],
  ['push leaves out what is missing', $.push!('$n'), []],
  ['push keeps null', $.push!('$tag'), [null]],
  ['addToSet leaves out what is missing', $.addToSet!('$n'), []],
  ['stdDevPop', $.stdDevPop!('$n'), null],
  ['stdDevSamp of one', $.stdDevSamp!('$_id'), null],
  ['stdDevPop of one', $.stdDevPop!('$_id'), 0],
  ['mergeObjects', $.mergeObjects!('$o'), {}],
])('group, nothing there: $.%s', async (_name, accumulator, expected) => {
  expect(await ofB(accumulator)).toEqual(expected)
})

test.each([
  ['sum of arguments', $.sum!(['$n', 1]), 3],
  ['sum of an array', $.sum!('$list'), 3],
  ['sum does not look into an array among others', $.sum!(['$list', 1]), 1],
  ['avg of an array', $.avg!('$list'), 1.5],
  ['max of an array', $.max!('$list'), 2],
  ['min of arguments', $.min!(['$n', 9]), 2],
  ['max of null', $.max!(null), null],
  ['stdDevPop of an array', $.stdDevPop!([[1, 3]]), 1],
  ['stdDevSamp of an array', $.stdDevSamp!('$list'), Math.SQRT1_2],
])('project: $.%s', async (_name, expression, expected) => {
  const found = await list('things', (pipeline) =>
    pipeline.match!({ _id: 1 }).project!({ _id: 0, value: expression }),
  )
  expect(found).toEqual([{ value: expected }])
})

test('group: null and missing are one group; objects with their keys in another order are two', async () => {
  const found = await list('things', (pipeline) => pipeline.group!({ _id: '$kind', n: $.sum!(1) }))
  expect(found).toHaveLength(5)
  expect(found).toContainEqual({ _id: null, n: 2 })
  expect(found.filter(({ _id }) => typeof _id === 'object' && _id !== null)).toHaveLength(2)
})

test('group by null: everything is one group', async () => {
  expect(await list('things', (pipeline) => pipeline.group!({ _id: null, n: $.sum!(1) }))).toEqual([
    { _id: null, n: 8 },
  ])
})

test('group by an object of expressions', async () => {
  const found = await list('things', (pipeline) =>
    pipeline.match!({ kind: 'a' }).group!({ _id: { tag: '$tag', none: '$nothing' }, n: $.sum!(1) }).sort!({
      n: 1,
    }),
  )
  expect(found).toEqual([
    { _id: { tag: 'y' }, n: 1 },
    { _id: { tag: 'x' }, n: 2 },
  ])
})

test('group of nothing gives nothing', async () => {
  expect(await list('empty', (pipeline) => pipeline.group!({ _id: null, n: $.sum!(1) }))).toEqual([])
})

test.each([
  ['without an _id', { n: $.sum!(1) }, 'a group specification must include an _id'],
  ['of a plain field', { _id: null, n: '$n' }, "The field 'n' must be an accumulator object"],
  [
    'of two accumulators',
    { _id: null, n: { $sum: 1, $avg: 1 } },
    "The field 'n' must specify one accumulator",
  ],
  ['of another operator', { _id: null, n: $.multiply!([1, 2]) }, "unknown group operator '$multiply'"],
  ['of a dotted name', { _id: null, 'a.b': $.sum!(1) }, "The field name 'a.b' cannot contain '.'"],
  ['of arguments', { _id: null, n: $.sum!(['$n', 1]) }, 'The $sum accumulator is a unary operator'],
  ['of script', { _id: null, n: { $accumulator: {} } }, "unknown group operator '$accumulator'"],
  [
    'of mergeObjects over texts',
    { _id: null, n: $.mergeObjects!('$tag') },
    '$mergeObjects requires object inputs',
  ],
])('group %s is refused', async (_name, spec, message) => {
  const { code, errMsg } = await error('things', (pipeline) => pipeline.group!(spec))
  expect(code).toBe('DATABASE_REQUEST_FAILED')
  expect(errMsg).toContain(message)
})
