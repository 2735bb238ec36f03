import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const { list, error } = bench({
  things: [
    {
      _id: 'only',
      a: 1,
      b: { c: 2, d: 3 },
      rows: [{ x: 1, y: 2 }, 5, { y: 3 }, [{ x: 4 }]],
      text: 'x',
    },
  ],
})

test.each([
  ['fields', { a: 1 }, { _id: 'only', a: 1 }],
  ['booleans too', { a: true, _id: false }, { a: 1 }],
  ['nothing that is missing', { nothing: 1 }, { _id: 'only' }],
  ['a nested field', { 'b.c': 1, _id: 0 }, { b: { c: 2 } }],
  ['a nested field by an object', { b: { c: 1 }, _id: 0 }, { b: { c: 2 } }],
  ['a nested field that is missing', { 'b.z': 1, _id: 0 }, { b: {} }],
  ['nothing of a scalar', { 'text.z': 1, _id: 0 }, {}],
  ['fields of the objects in an array', { 'rows.x': 1, _id: 0 }, { rows: [{ x: 1 }, {}, [{ x: 4 }]] }],
  ['only _id', { _id: 1 }, { _id: 'only' }],
])('project keeps %s', async (_name, spec, expected) => {
  expect(await list('things', (pipeline) => pipeline.project!(spec))).toEqual([expected])
})

test.each([
  ['_id', { _id: 0 }, ['a', 'b', 'rows', 'text']],
  ['fields', { a: 0, rows: false }, ['_id', 'b', 'text']],
])('project puts out %s', async (_name, spec, keys) => {
  const [found = {}] = await list('things', (pipeline) => pipeline.project!(spec))
  expect(Object.keys(found).sort()).toEqual(keys)
})

test('project puts out nested fields, in arrays too', async () => {
  const found = await list('things', (pipeline) => pipeline.project!({ 'b.c': 0, 'rows.x': 0, _id: 0 }))
  expect(found).toEqual([{ a: 1, b: { d: 3 }, rows: [{ y: 2 }, 5, { y: 3 }, [{}]], text: 'x' }])
})

test.each([
  ['an expression', { sum: $.add!(['$a', '$b.c']) }, { sum: 3 }],
  ['a field by another name', { other: '$b.d' }, { other: 3 }],
  ['a text', { word: 'plain' }, { word: 'plain' }],
  ['a number by literal', { one: $.literal!(1) }, { one: 1 }],
  ['an array', { list: ['$a', '$nothing'] }, { list: [1, null] }],
  ['an object', { o: { p: '$a', q: 'z' } }, { o: { p: 1, q: 'z' } }],
  ['a nested field', { 'b.sum': $.add!(['$a', 1]) }, { b: { sum: 2 } }],
  ['nested ones beside kept ones', { b: { c: 1, sum: $.add!(['$a', 1]) } }, { b: { c: 2, sum: 2 } }],
  ['nothing of what is missing', { none: '$nothing' }, {}],
  ['nothing of $$REMOVE', { a: $.cond!([$.eq!(['$a', 1]), '$$REMOVE', '$a']) }, {}],
])('project computes %s', async (_name, spec, expected) => {
  expect(await list('things', (pipeline) => pipeline.project!({ _id: 0, ...spec }))).toEqual([expected])
})

test.each([
  ['nothing', {}, 'Invalid $project :: caused by :: specification must have at least one field'],
  [
    'keeping and putting out',
    { a: 1, b: 0 },
    "cannot exclude fields other than '_id' in an inclusion projection",
  ],
  [
    'putting out and keeping',
    { b: 0, a: 1 },
    'cannot include fields or add computed fields during an exclusion projection',
  ],
  [
    'putting out and computing',
    { b: 0, sum: $.add!([1, 2]) },
    'cannot include fields or add computed fields during an exclusion projection',
  ],
  [
    'a path and one inside it',
    { b: 1, 'b.c': 1 },
    "specification contains two conflicting paths. Cannot specify both 'b.c' and 'b'",
  ],
  ['an empty object', { b: {} }, 'an empty object is not a valid value. Found at path b'],
  ['an unknown operator', { b: { $foo: 1 } }, "Unrecognized expression '$foo'"],
])('project refuses %s', async (_name, spec, message) => {
  expect((await error('things', (pipeline) => pipeline.project!(spec))).errMsg).toContain(message)
})

test.each([
  ['an expression', { sum: $.add!(['$a', 1]) }, { sum: 2 }],
  ['a number as it is', { one: 1 }, { one: 1 }],
  ['over a field', { a: '$text' }, { a: 'x' }],
  ['a nested field', { 'b.c': 'new' }, { b: { c: 'new', d: 3 } }],
  ['a nested field by an object', { b: { e: 1 } }, { b: { c: 2, d: 3, e: 1 } }],
  ['a nested field over a scalar', { 'text.z': 1 }, { text: { z: 1 } }],
  [
    'fields of the objects in an array',
    { 'rows.z': 0 },
    { rows: [{ x: 1, y: 2, z: 0 }, { z: 0 }, { y: 3, z: 0 }, [{ x: 4, z: 0 }]] },
  ],
  ['into several', { p: '$a', q: '$a' }, { p: 1, q: 1 }],
])('addFields: %s', async (_name, spec, expected) => {
  const [found] = await list('things', (pipeline) => pipeline.addFields!(spec))
  expect(found).toEqual({
    _id: 'only',
    a: 1,
    b: { c: 2, d: 3 },
    rows: [{ x: 1, y: 2 }, 5, { y: 3 }, [{ x: 4 }]],
    text: 'x',
    ...expected,
  })
})

test('addFields: what is missing takes a field away', async () => {
  const [found = {}] = await list('things', (pipeline) => pipeline.addFields!({ a: '$nothing' }))
  expect('a' in found).toBe(false)
})

test('addFields: expressions see the fields as they were', async () => {
  const [found] = await list('things', (pipeline) =>
    pipeline.addFields!({ a: '$b.c', sum: $.add!(['$a', 1]) }),
  )
  expect(found).toMatchObject({ a: 2, sum: 2 })
})

test('addFields refuses nothing at all', async () => {
  const { errMsg } = await error('things', (pipeline) => pipeline.addFields!({}))
  expect(errMsg).toContain('Invalid $addFields :: caused by :: specification must have at least one field')
})

test.each([
  ['an embedded document', '$b', { c: 2, d: 3 }],
  ['a new object', { n: '$a', gone: '$nothing' }, { n: 1 }],
  ['a merged one', $.mergeObjects!([{ e: 1 }, '$b']), { c: 2, d: 3, e: 1 }],
])('replaceRoot with %s', async (_name, newRoot, expected) => {
  expect(await list('things', (pipeline) => pipeline.replaceRoot!({ newRoot }))).toEqual([expected])
})

test.each([
  [
    'a scalar',
    { newRoot: '$a' },
    "'newRoot' expression  must evaluate to an object, but resulting value was: 1. Type of resulting value: 'int'",
  ],
  [
    'a missing field',
    { newRoot: '$nothing' },
    "resulting value was: MISSING. Type of resulting value: 'missing'",
  ],
  ['nothing', {}, 'no newRoot specified for the $replaceRoot stage'],
])('replaceRoot refuses %s', async (_name, spec, message) => {
  expect((await error('things', (pipeline) => pipeline.replaceRoot!(spec))).errMsg).toContain(message)
})
