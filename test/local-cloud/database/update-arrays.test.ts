import { openScene, type Scene } from '../_support/scene'

let scene: Scene
let _: Scene['_']
beforeAll(async () => {
  scene = await openScene()
  ;({ _ } = scene)
})
afterAll(() => scene.cloud.close())

type Data = Record<string, unknown>

describe('one array, in the field a', () => {
  test.each<[rule: string, before: unknown, operator: () => unknown, after: unknown]>([
    ['push: one', [1], () => _.push(2), [1, 2]],
    ['push: several, as arguments', [1], () => _.push(2, 3), [1, 2, 3]],
    ['push: a list adds its elements', [1], () => _.push([2, 3]), [1, 2, 3]],
    ['push: a list in a list is one element', [1], () => _.push([[2, 3]]), [1, [2, 3]]],
    ['push: an object', [], () => _.push({ k: 1 }), [{ k: 1 }]],
    ['push: makes the array', undefined, () => _.push(1), [1]],
    ['push: each, none', undefined, () => _.push({ each: [] }), []],
    ['push: null', [1], () => _.push([null]), [1, null]],
    ['push: at a position', [1, 2], () => _.push({ each: [8, 9], position: 1 }), [1, 8, 9, 2]],
    ['push: at the head', [1, 2], () => _.push({ each: [9], position: 0 }), [9, 1, 2]],
    ['push: a position from the end', [1, 2, 3], () => _.push({ each: [9], position: -1 }), [1, 2, 9, 3]],
    ['push: a position beyond the end', [1], () => _.push({ each: [9], position: 5 }), [1, 9]],
    ['push: a position far before the head', [1, 2], () => _.push({ each: [9], position: -9 }), [9, 1, 2]],
    ['push: sort up', [3, 1], () => _.push({ each: [2], sort: 1 }), [1, 2, 3]],
    ['push: sort down', [3, 1], () => _.push({ each: [2], sort: -1 }), [3, 2, 1]],
    ['push: sort only', [3, 1, 2], () => _.push({ each: [], sort: 1 }), [1, 2, 3]],
    [
      'push: sort by a field',
      [{ s: 3 }],
      () => _.push({ each: [{ s: 1 }], sort: { s: 1 } }),
      [{ s: 1 }, { s: 3 }],
    ],
    [
      'push: sort by two fields',
      [{ s: 1, t: 1 }],
      () => _.push({ each: [{ s: 1, t: 2 }, { s: 0 }], sort: { s: 1, t: -1 } }),
      [{ s: 0 }, { s: 1, t: 2 }, { s: 1, t: 1 }],
    ],
    ['push: slice keeps the first', [1, 2], () => _.push({ each: [3], slice: 2 }), [1, 2]],
    ['push: slice keeps the last', [1, 2], () => _.push({ each: [3], slice: -2 }), [2, 3]],
    ['push: slice 0 empties', [1, 2], () => _.push({ each: [3], slice: 0 }), []],
    [
      'push: position, sort, slice in this order',
      [5, 4],
      () => _.push({ each: [9, 1], position: 0, sort: 1, slice: 3 }),
      [1, 4, 5],
    ],
    ['pop', [1, 2, 3], () => _.pop(), [1, 2]],
    ['pop: of an empty array', [], () => _.pop(), []],
    ['pop: of what is missing', undefined, () => _.pop(), undefined],
    ['shift', [1, 2, 3], () => _.shift(), [2, 3]],
    ['shift: of what is missing', undefined, () => _.shift(), undefined],
    ['unshift: one', [1], () => _.unshift(0), [0, 1]],
    ['unshift: several, in their order', [3], () => _.unshift([1, 2]), [1, 2, 3]],
    ['unshift: makes the array', undefined, () => _.unshift([1]), [1]],
    ['addToSet: what is new', [1], () => _.addToSet(2), [1, 2]],
    ['addToSet: what is there', [1, 2], () => _.addToSet(2), [1, 2]],
    ['addToSet: objects by value', [{ a: 1, b: 2 }], () => _.addToSet({ a: 1, b: 2 }), [{ a: 1, b: 2 }]],
    [
      'addToSet: another order of keys is another object',
      [{ a: 1, b: 2 }],
      () => _.addToSet({ b: 2, a: 1 }),
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    ['addToSet: a list is one element', [1], () => _.addToSet([1, 2]), [1, [1, 2]]],
    ['addToSet: $each', [1], () => _.addToSet({ $each: [1, 2, 2, 3] }), [1, 2, 3]],
    ['addToSet: makes the array', undefined, () => _.addToSet(1), [1]],
    ['addToSet: another type is new', [1], () => _.addToSet('1'), [1, '1']],
    ['pull: a value, everywhere', [1, 2, 1], () => _.pull(1), [2]],
    ['pull: what isn’t there', [1], () => _.pull(9), [1]],
    ['pull: of what is missing', undefined, () => _.pull(1), undefined],
    ['pull: null', [null, 1], () => _.pull(null), [1]],
    ['pull: by a condition', [1, 5, 9], () => _.pull(_.gte(5)), [1]],
    ['pull: by in', [1, 5, 9], () => _.pull(_.in([1, 9])), [5]],
    ['pull: objects by some of their fields', [{ k: 1, v: 1 }, { k: 2 }], () => _.pull({ k: 1 }), [{ k: 2 }]],
    ['pull: objects by conditions', [{ k: 1 }, { k: 5 }], () => _.pull({ k: _.gt(3) }), [{ k: 1 }]],
    [
      'pull: objects by or',
      [{ k: 1 }, { k: 5 }, { k: 9 }],
      () => _.pull({ $or: [{ k: 1 }, { k: 9 }] }),
      [{ k: 5 }],
    ],
    ['pull: by an expression', ['ab', 'b'], () => _.pull(/^a/), ['b']],
    ['pull: a list is one element', [[1, 2], 1], () => _.pull([1, 2]), [1]],
    [
      'pull: by elemMatch',
      [{ l: [1] }, { l: [9] }],
      () => _.pull({ l: _.elemMatch({ $gt: 5 }) }),
      [{ l: [1] }],
    ],
    ['pullAll', [1, 2, 3, 1], () => _.pullAll([1, 3]), [2]],
    ['pullAll: none', [1], () => _.pullAll([]), [1]],
    [
      'pullAll: whole objects only',
      [{ k: 1, v: 1 }, { k: 1 }],
      () => _.pullAll([{ k: 1 }]),
      [{ k: 1, v: 1 }],
    ],
    ['pullAll: of what is missing', undefined, () => _.pullAll([1]), undefined],
  ])('%s', async (_rule, before, operator, after) => {
    const doc = before === undefined ? {} : { a: before }
    expect(await scene.changed(doc, { a: operator(), touched: true })).toEqual(
      after === undefined ? { touched: true } : { a: after, touched: true },
    )
  })
})

describe('refused, in MongoDB’s words; nothing is applied', () => {
  test.each<[rule: string, before: unknown, operator: () => unknown, message: string]>([
    [
      'push to a text',
      'x',
      () => _.push(1),
      "The field 'a' must be an array but is of type string in document {_id: 0}",
    ],
    ['push to null', null, () => _.push(1), "The field 'a' must be an array but is of type null"],
    ['push to an object', {}, () => _.push(1), "The field 'a' must be an array but is of type object"],
    ['unshift to a number', 5, () => _.unshift(1), "The field 'a' must be an array but is of type int"],
    [
      'push: each of a text',
      [],
      () => _.push({ each: 'x' }),
      'The argument to $each in $push must be an array but it was of type: string',
    ],
    [
      'push: a fraction as position',
      [],
      () => _.push({ each: [1], position: 1.5 }),
      'The value for $position must be an integer value',
    ],
    [
      'push: a text as slice',
      [],
      () => _.push({ each: [1], slice: 'x' }),
      'The value for $slice must be an integer value but was given type: string',
    ],
    [
      'push: sort by 2',
      [],
      () => _.push({ each: [1], sort: 2 }),
      'The $sort element value must be either 1 or -1',
    ],
    ['push: sort by nothing', [], () => _.push({ each: [1], sort: {} }), 'The $sort pattern is empty'],
    ['push: sort by a text', [], () => _.push({ each: [1], sort: 'up' }), 'The $sort is invalid'],
    [
      'addToSet to a text',
      'x',
      () => _.addToSet(1),
      "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type string",
    ],
    ['addToSet to null', null, () => _.addToSet(1), "Field named 'a' has non-array type null"],
    [
      'addToSet: $each of a text',
      [],
      () => _.addToSet({ $each: 'x' }),
      'The argument to $each in $addToSet must be an array but it was of type string',
    ],
    [
      'addToSet: more than $each',
      [],
      () => _.addToSet({ $each: [1], $slice: 1 }),
      'Found unexpected fields after $each in $addToSet',
    ],
    ['pop of a text', 'x', () => _.pop(), "Path 'a' contains an element of non-array type 'string'"],
    ['shift of null', null, () => _.shift(), "Path 'a' contains an element of non-array type 'null'"],
    ['pull from a number', 5, () => _.pull(1), 'Cannot apply $pull to a non-array value'],
    ['pullAll from a text', 'x', () => _.pullAll([1]), 'Cannot apply $pull to a non-array value'],
    [
      'pullAll without a list',
      [1],
      () => _.pullAll(1),
      '$pullAll requires an array argument but was given a int',
    ],
  ])('%s', async (_rule, before, operator, message) => {
    expect(await scene.refusal({ a: before }, { a: operator(), touched: true })).toContain(message)
  })

  test('pop by 2', async () => {
    expect(await scene.refusal({ a: [1] }, { $pop: { a: 2 } })).toContain('$pop expects 1 or -1, found: 2')
  })
})

describe('positions', () => {
  const list = [
    { k: 1, v: 0 },
    { k: 2, v: 0 },
  ]
  test.each<[rule: string, doc: Data, where: () => Data, data: () => Data, expected: Data]>([
    [
      '$ by a field',
      { l: list },
      () => ({ 'l.k': 2 }),
      () => ({ 'l.$.v': 7 }),
      {
        l: [
          { k: 1, v: 0 },
          { k: 2, v: 7 },
        ],
      },
    ],
    [
      '$ by elemMatch',
      { l: list },
      () => ({ l: _.elemMatch({ k: 2, v: 0 }) }),
      () => ({ 'l.$.v': _.inc(1) }),
      {
        l: [
          { k: 1, v: 0 },
          { k: 2, v: 1 },
        ],
      },
    ],
    ['$ of scalars', { l: [1, 5, 9] }, () => ({ l: _.gt(3) }), () => ({ 'l.$': 0 }), { l: [1, 0, 9] }],
    [
      '$ by one branch of or',
      { l: [1, 5] },
      () => _.or([{ l: 9 }, { l: 5 }]) as unknown as Data,
      () => ({ 'l.$': 0 }),
      { l: [1, 0] },
    ],
    [
      '$ of an array further down',
      { o: { l: [1, 5] } },
      () => ({ 'o.l': 5 }),
      () => ({ 'o.l.$': 0 }),
      { o: { l: [1, 0] } },
    ],
    [
      '$[] is every element',
      { l: list },
      () => ({ 'l.k': 2 }),
      () => ({ 'l.$[].v': 7 }),
      {
        l: [
          { k: 1, v: 7 },
          { k: 2, v: 7 },
        ],
      },
    ],
  ])('%s', async (_rule, doc, where, data, expected) => {
    await scene.put([doc])
    await scene.things().where(where()).update({ data: data() })
    expect((await scene.things().doc(0).get()).data).toEqual({ _id: 0, ...expected })
  })

  test('$ without a condition on the array is refused', async () => {
    expect(await scene.refusal({ l: [1] }, { 'l.$': 2 })).toContain(
      'The positional operator did not find the match',
    )
  })

  test('$[] of what is no array is refused', async () => {
    expect(await scene.refusal({ l: 1 }, { 'l.$[]': 2 })).toContain(
      'must exist in the document in order to apply array updates',
    )
  })
})
