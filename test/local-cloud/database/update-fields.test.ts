import { openScene, type Scene } from '../_support/scene'

let scene: Scene
let _: Scene['_']
beforeAll(async () => {
  scene = await openScene()
  ;({ _ } = scene)
})
afterAll(() => scene.cloud.close())

type Data = Record<string, unknown>
const [early, late] = [new Date(1000), new Date(2000)]

test.each<[rule: string, doc: Data, data: () => Data, expected: Data]>([
  ['a plain value replaces', { a: 1 }, () => ({ a: 2 }), { a: 2 }],
  ['a new field', {}, () => ({ a: 2 }), { a: 2 }],
  [
    'a nested object changes its fields only',
    { a: { b: 1, c: 1 } },
    () => ({ a: { b: 2 } }),
    { a: { b: 2, c: 1 } },
  ],
  ['a nested object makes what is missing', {}, () => ({ a: { b: { c: 1 } } }), { a: { b: { c: 1 } } }],
  ['a dotted path', { a: { b: 1, c: 1 } }, () => ({ 'a.b': 2 }), { a: { b: 2, c: 1 } }],
  ['an array replaces the whole array', { a: [1, 2] }, () => ({ a: [3] }), { a: [3] }],
  ['null', { a: 1 }, () => ({ a: null }), { a: null }],
  ['undefined is left out by the SDK', { a: 1 }, () => ({ a: undefined, b: 1 }), { a: 1, b: 1 }],
  ['a position', { a: [1, 2] }, () => ({ 'a.1': 9 }), { a: [1, 9] }],
  ['a position beyond the end fills with null', { a: [1] }, () => ({ 'a.3': 9 }), { a: [1, null, null, 9] }],
  ['a field of an element', { a: [{ b: 1 }] }, () => ({ 'a.0.b': 9 }), { a: [{ b: 9 }] }],
  ['a number makes an object where nothing is', {}, () => ({ 'a.0': 1 }), { a: { 0: 1 } }],
  ['set: replaces an object', { a: { b: 1, c: 1 } }, () => ({ a: _.set({ b: 2 }) }), { a: { b: 2 } }],
  ['set: replaces null with an object', { a: null }, () => ({ a: _.set({ b: 2 }) }), { a: { b: 2 } }],
  ['set: an empty object', { a: { b: 1 } }, () => ({ a: _.set({}) }), { a: {} }],
  ['set: the same id', { a: 1 }, () => ({ $set: { _id: 0, a: 2 } }), { a: 2 }],
  ['remove', { a: 1, b: 1 }, () => ({ a: _.remove() }), { b: 1 }],
  ['remove: what isn’t there', { b: 1 }, () => ({ a: _.remove(), b: 2 }), { b: 2 }],
  ['remove: a nested field', { a: { b: 1, c: 1 } }, () => ({ a: { b: _.remove() } }), { a: { c: 1 } }],
  ['remove: an element becomes null', { a: [1, 2] }, () => ({ 'a.0': _.remove() }), { a: [null, 2] }],
  ['remove: below a scalar', { a: 1 }, () => ({ 'a.b': _.remove() }), { a: 1 }],
  ['inc', { a: 1 }, () => ({ a: _.inc(2) }), { a: 3 }],
  ['inc: negative', { a: 1 }, () => ({ a: _.inc(-3) }), { a: -2 }],
  ['inc: zero', { a: 1 }, () => ({ a: _.inc(0) }), { a: 1 }],
  ['inc: a fraction', { a: 1 }, () => ({ a: _.inc(0.5) }), { a: 1.5 }],
  ['inc: what is missing counts as 0', {}, () => ({ a: _.inc(5) }), { a: 5 }],
  ['inc: nested', { a: { n: 1 } }, () => ({ a: { n: _.inc(1) } }), { a: { n: 2 } }],
  ['inc: an element', { a: [1, 2] }, () => ({ 'a.1': _.inc(1) }), { a: [1, 3] }],
  ['inc: beyond 32 bits', { a: 2147483647 }, () => ({ a: _.inc(1) }), { a: 2147483648 }],
  ['mul', { a: 4 }, () => ({ a: _.mul(2.5) }), { a: 10 }],
  ['mul: zero', { a: 4 }, () => ({ a: _.mul(0) }), { a: 0 }],
  ['mul: negative', { a: 4 }, () => ({ a: _.mul(-1) }), { a: -4 }],
  ['mul: what is missing becomes 0', {}, () => ({ a: _.mul(7) }), { a: 0 }],
  ['min: takes the less', { a: 5 }, () => ({ a: _.min(2) }), { a: 2 }],
  ['min: keeps the less', { a: 1 }, () => ({ a: _.min(2) }), { a: 1 }],
  ['min: what is missing is set', {}, () => ({ a: _.min(2) }), { a: 2 }],
  ['min: dates', { a: late }, () => ({ a: _.min(early) }), { a: early }],
  ['min: null is less than a number', { a: 1 }, () => ({ a: _.min(null) }), { a: null }],
  ['max: takes the greater', { a: 5 }, () => ({ a: _.max(9) }), { a: 9 }],
  ['max: keeps the greater', { a: 5 }, () => ({ a: _.max(2) }), { a: 5 }],
  ['max: null gives way', { a: null }, () => ({ a: _.max(-1) }), { a: -1 }],
  ['max: dates', { a: early }, () => ({ a: _.max(late) }), { a: late }],
  ['max: a text is greater than any number', { a: 5 }, () => ({ a: _.max('0') }), { a: '0' }],
  ['max: what is missing is set', {}, () => ({ a: _.max(0) }), { a: 0 }],
  ['rename', { a: 1 }, () => ({ a: _.rename('b') }), { b: 1 }],
  ['rename: takes the place of another', { a: 1, b: 2 }, () => ({ a: _.rename('b') }), { b: 1 }],
  ['rename: into an object', { a: 1 }, () => ({ a: _.rename('o.x') }), { o: { x: 1 } }],
  ['rename: out of an object', { o: { x: 1 } }, () => ({ 'o.x': _.rename('a') }), { o: {}, a: 1 }],
  ['rename: what isn’t there', { b: 1 }, () => ({ a: _.rename('c') }), { b: 1 }],
  ['bit: and', { a: 13 }, () => ({ a: _.bit({ and: 10 }) }), { a: 8 }],
  ['bit: or', { a: 3 }, () => ({ a: _.bit({ or: 5 }) }), { a: 7 }],
  ['bit: xor', { a: 1 }, () => ({ a: _.bit({ xor: 5 }) }), { a: 4 }],
  ['bit: what is missing counts as 0', {}, () => ({ a: _.bit({ or: 5 }) }), { a: 5 }],
  ['raw operators beside fields', { a: 1, n: 1 }, () => ({ $inc: { n: 1 }, a: 2 }), { a: 2, n: 2 }],
  [
    'setOnInsert changes nothing that is there',
    { a: 1 },
    () => ({ $setOnInsert: { a: 5 }, b: 1 }),
    { a: 1, b: 1 },
  ],
  [
    'several operators at once',
    { a: 1, b: 1, c: 1 },
    () => ({ a: _.inc(1), b: _.remove(), c: 5, d: _.max(3) }),
    { a: 2, c: 5, d: 3 },
  ],
])('%s', async (_rule, doc, data, expected) => {
  expect(await scene.changed(doc, data())).toEqual(expected)
})

describe('refused, in MongoDB’s words; nothing is applied', () => {
  test.each<[rule: string, doc: Data, data: () => Data, message: string]>([
    [
      'inc of a text',
      { a: 'x' },
      () => ({ a: _.inc(1) }),
      "Cannot apply $inc to a value of non-numeric type. {_id: 0} has the field 'a' of non-numeric type string",
    ],
    ['inc of null', { a: null }, () => ({ a: _.inc(1) }), "has the field 'a' of non-numeric type null"],
    ['inc of an array', { a: [1] }, () => ({ a: _.inc(1) }), 'of non-numeric type array'],
    ['inc of an object', { a: {} }, () => ({ a: _.inc(1) }), 'of non-numeric type object'],
    ['inc of a date', { a: early }, () => ({ a: _.inc(1) }), 'of non-numeric type date'],
    ['inc of true', { a: true }, () => ({ a: _.inc(1) }), 'of non-numeric type bool'],
    [
      'inc by a text',
      { a: 1 },
      () => ({ a: _.inc('1') }),
      'Cannot increment with non-numeric argument: {a: "1"}',
    ],
    [
      'inc by null',
      { a: 1 },
      () => ({ a: _.inc(null) }),
      'Cannot increment with non-numeric argument: {a: null}',
    ],
    [
      'mul of a text',
      { a: 'x' },
      () => ({ a: _.mul(1) }),
      'Cannot apply $mul to a value of non-numeric type. {_id: 0}',
    ],
    [
      'mul by an array',
      { a: 1 },
      () => ({ a: _.mul([2]) }),
      'Cannot multiply with non-numeric argument: {a: [ 2 ]}',
    ],
    [
      'a field below null',
      { a: null },
      () => ({ a: { b: 1 } }),
      "Cannot create field 'b' in element {a: null}",
    ],
    ['a field below a number', { a: 1 }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: 1}"],
    [
      'a field below a text',
      { a: 'x' },
      () => ({ 'a.b.c': 1 }),
      `Cannot create field 'b' in element {a: "x"}`,
    ],
    [
      'a field of an array',
      { a: [1, 2] },
      () => ({ 'a.b': 1 }),
      "Cannot create field 'b' in element {a: [ 1, 2 ]}",
    ],
    [
      'a field below an element',
      { a: [5] },
      () => ({ 'a.0.b': 1 }),
      "Cannot create field 'b' in element {0: 5}",
    ],
    ['a far position', { a: [] }, () => ({ 'a.2000000': 1 }), "can't backfill more than 1500000 elements"],
    [
      'a path and what is in it',
      { a: {} },
      () => ({ a: _.set({}), 'a.b': 1 }),
      "would create a conflict at 'a'",
    ],
    [
      'one path twice',
      { a: 1 },
      () => ({ $inc: { a: 1 }, a: 2 }),
      "Updating the path 'a' would create a conflict at 'a'",
    ],
    [
      'another id',
      {},
      () => ({ $set: { _id: 5 } }),
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    ],
    ['a removed id', {}, () => ({ $unset: { _id: '' } }), "would modify the immutable field '_id'"],
    [
      'an empty operator',
      {},
      () => ({ $set: {} }),
      "'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}",
    ],
    ['nothing left by the SDK', {}, () => ({ a: undefined }), "'$set' is empty"],
    ['an unknown operator', {}, () => ({ $explode: { a: 1 } }), 'Unknown modifier: $explode'],
    [
      'an operator without fields',
      {},
      () => ({ $inc: 5 }),
      'Modifiers operate on fields but we found type int instead',
    ],
    [
      'an empty part of a path',
      {},
      () => ({ 'a..b': 1 }),
      "The update path 'a..b' contains an empty field name",
    ],
    ['a name with a dollar', {}, () => ({ a: _.set({ $b: 1 }) }), "The dollar ($) prefixed field '$b'"],
    [
      'rename to itself',
      { a: 1 },
      () => ({ a: _.rename('a') }),
      'The source and target field for $rename must differ',
    ],
    [
      'rename to a number',
      { a: 1 },
      () => ({ a: _.rename(5) }),
      "The 'to' field for $rename must be a string: a: 5",
    ],
    [
      'rename of an element',
      { a: [{ b: 1 }] },
      () => ({ 'a.0.b': _.rename('c') }),
      'The source field cannot be an array element',
    ],
    [
      'rename into an array',
      { a: 1, b: [] },
      () => ({ a: _.rename('b.0') }),
      'The destination field cannot be an array element',
    ],
    ['rename and set of one', { a: 1 }, () => ({ a: _.rename('b'), b: 2 }), "would create a conflict at 'b'"],
    [
      'bit of a text',
      { a: 'x' },
      () => ({ a: _.bit({ and: 1 }) }),
      'Cannot apply $bit to a value of non-integral type',
    ],
    ['bit of a fraction', { a: 1.5 }, () => ({ a: _.bit({ and: 1 }) }), 'of non-integer type double'],
    ['bit by a fraction', { a: 1 }, () => ({ a: _.bit({ and: 1.5 }) }), 'must be an Integer(32/64 bit)'],
    [
      'another bit operation',
      { a: 1 },
      () => ({ a: _.bit({ shift: 1 }) }),
      "only supports 'and', 'or', and 'xor'",
    ],
    [
      'currentDate of a text',
      {},
      () => ({ $currentDate: { a: 'now' } }),
      'string is not valid type for $currentDate',
    ],
    [
      'an array filter',
      { a: [1] },
      () => ({ 'a.$[x]': 1 }),
      "No array filter found for identifier 'x' in path 'a.$[x]'",
    ],
  ])('%s', async (_rule, doc, data, message) => {
    expect(await scene.refusal(doc, data())).toContain(message)
  })

  test('by the SDK: _id among the data', async () => {
    await scene.put([{}])
    const update = scene
      .things()
      .doc(0)
      .update({ data: { _id: 5, a: 1 } })
    await expect(update).rejects.toMatchObject({ errCode: -501007 })
  })
})

test('new fields come in the order of their names, as MongoDB 4 writes them', async () => {
  const doc = await scene.changed({ z: 1 }, { c: 1, a: 1, b: 1 })
  expect(Object.keys(doc)).toEqual(['z', 'a', 'b', 'c'])
})

test('a server date and $currentDate are the cloud’s time', async () => {
  const before = scene.cloud.clock.now()
  const doc = await scene.changed(
    {},
    { a: scene.db.serverDate(), b: { c: scene.db.serverDate({ offset: -1000 }) }, $currentDate: { d: true } },
  )
  const [a, c, d] = [doc.a, (doc.b as Data).c, doc.d] as [Date, Date, Date]
  expect(a.getTime()).toBeGreaterThanOrEqual(before)
  expect(a.getTime() - c.getTime()).toBe(1000)
  expect(d.getTime()).toBeGreaterThanOrEqual(before)
})
