import { rejection } from '../_support/cloud'
import { openScene, type Scene } from '../_support/scene'

let scene: Scene
let _: Scene['_']
beforeAll(async () => {
  scene = await openScene()
  ;({ _ } = scene)
})
afterAll(() => scene.cloud.close())

type Data = Record<string, unknown>

describe('paths and several fields', () => {
  test.each<[rule: string, docs: Data[], where: () => Data, expected: number[]]>([
    ['nothing asked meets all', [{ a: 1 }, {}], () => ({}), [0, 1]],
    [
      'several fields: all must hold',
      [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
      ],
      () => ({ a: 1, b: 2 }),
      [1],
    ],
    ['undefined is left out by the SDK', [{ a: 1 }, { a: 2 }], () => ({ a: 1, b: undefined }), [0]],
    [
      'a nested object asks for its fields',
      [{ a: { b: 1, c: 2 } }, { a: { b: 2 } }],
      () => ({ a: { b: 1 } }),
      [0],
    ],
    [
      '_.eq of an object asks for the whole',
      [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }],
      () => ({ a: _.eq({ b: 1 }) }),
      [1],
    ],
    ['a nested operator', [{ a: { b: 1 } }, { a: { b: 5 } }], () => ({ a: { b: _.gt(3) } }), [1]],
    ['a dotted path', [{ a: { b: { c: 1 } } }, { a: { b: 1 } }], () => ({ 'a.b.c': 1 }), [0]],
    [
      'a path into the objects of an array',
      [{ a: [{ b: 1 }, { b: 2 }] }, { a: [] }],
      () => ({ 'a.b': 2 }),
      [0],
    ],
    [
      'a path through two arrays',
      [{ a: [{ b: [{ c: 1 }] }] }, { a: [{ b: [{ c: 2 }] }] }],
      () => ({ 'a.b.c': 2 }),
      [1],
    ],
    ['a position', [{ a: [5, 6] }, { a: [6, 5] }], () => ({ 'a.0': 5 }), [0]],
    [
      'a position, then a field',
      [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }] }],
      () => ({ 'a.0.b': 2 }),
      [1],
    ],
    [
      'a position beyond the end is missing',
      [{ a: [1] }, { a: [1, 2] }],
      () => ({ 'a.1': _.exists(false) }),
      [0],
    ],
    ['a number as a field of an object', [{ a: { 0: 'x' } }, { a: ['x'] }], () => ({ 'a.0': 'x' }), [0, 1]],
    ['null through a missing parent', [{}, { a: { b: 1 } }, { a: 5 }], () => ({ 'a.b': null }), [0, 2]],
    [
      'null in an object of an array',
      [{ a: [{ b: 1 }, {}] }, { a: [{ b: 1 }] }],
      () => ({ 'a.b': null }),
      [0],
    ],
    ['exists through an array', [{ a: [{ b: 1 }] }, { a: [{}] }], () => ({ 'a.b': _.exists(true) }), [0]],
    [
      'neq through an array: in none',
      [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }] }],
      () => ({ 'a.b': _.neq(1) }),
      [1],
    ],
    [
      'two conditions by two elements',
      [
        {
          a: [
            { b: 1, c: 9 },
            { b: 2, c: 8 },
          ],
        },
      ],
      () => ({ 'a.b': 1, 'a.c': 8 }),
      [0],
    ],
    [
      'or over fields',
      [{ a: 1 }, { b: 1 }, { c: 1 }],
      () => _.or([{ a: 1 }, { b: 1 }]) as unknown as Data,
      [0, 1],
    ],
    [
      'or over fields, as arguments',
      [{ a: 1 }, { b: 1 }],
      () => _.or({ a: 1 }, { b: 2 }) as unknown as Data,
      [0],
    ],
    [
      'and over fields',
      [{ a: 1, b: 1 }, { a: 1 }],
      () => _.and([{ a: 1 }, { b: 1 }]) as unknown as Data,
      [0],
    ],
    ['nor over fields', [{ a: 1 }, { b: 1 }, {}], () => _.nor([{ a: 1 }, { b: 1 }]) as unknown as Data, [2]],
    [
      'or of and, nested',
      [{ a: 1, b: 1 }, { a: 1 }, { c: 1 }],
      () => _.or([_.and([{ a: 1 }, { b: 1 }]), { c: 1 }]) as unknown as Data,
      [0, 2],
    ],
    [
      'or on two fields of one where',
      [
        { a: 1, b: 4 },
        { a: 1, b: 1 },
      ],
      () => ({ a: _.or(_.eq(1), _.eq(2)), b: _.gt(3) }),
      [0],
    ],
    [
      'expr compares two fields',
      [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ],
      () => _.expr(_.aggregate.gt(['$a', '$b'])) as unknown as Data,
      [1],
    ],
    [
      'expr with arithmetic',
      [
        { a: 1, b: 2 },
        { a: 2, b: 4 },
      ],
      () => _.expr(_.aggregate.eq([{ $add: ['$a', '$b'] }, 6])) as unknown as Data,
      [1],
    ],
    ['ids that are numbers', [{}, {}, {}], () => ({ _id: _.in([0, 2]) }), [0, 2]],
    ['a key that JavaScript knows', [{ constructor: 1 }, {}], () => ({ constructor: 1 }), [0]],
  ])('%s', async (_rule, docs, where, expected) => {
    await scene.put(docs)
    expect(await scene.found(where())).toEqual(expected)
  })
})

describe('refused, in MongoDB’s words', () => {
  test.each<[rule: string, where: () => Data, message: string]>([
    ['in without a list', () => ({ a: _.in(5) }), '$in needs an array'],
    ['nin without a list', () => ({ a: _.nin('x') }), '$nin needs an array'],
    ['in of operators', () => ({ a: { $in: [{ $gt: 1 }] } }), 'cannot nest $ under $in'],
    ['all without a list', () => ({ a: _.all(5) }), '$all needs an array'],
    ['all of other operators', () => ({ a: { $all: [{ $gt: 1 }] } }), 'no $ expressions in $all'],
    ['size of a text', () => ({ a: _.size('x') }), 'Failed to parse $size'],
    ['size below zero', () => ({ a: _.size(-1) }), 'Expected a non-negative number'],
    ['size of a fraction', () => ({ a: _.size(1.5) }), 'Expected an integer'],
    ['mod of too few', () => ({ a: _.mod([4]) }), 'malformed mod, not enough elements'],
    ['mod of too many', () => ({ a: _.mod([4, 0, 1]) }), 'malformed mod, too many elements'],
    ['mod by a text', () => ({ a: _.mod('x', 0) }), 'malformed mod, divisor not a number'],
    ['mod by zero', () => ({ a: _.mod(0, 0) }), 'divisor cannot be 0'],
    ['elemMatch of a scalar', () => ({ a: _.elemMatch(5) }), '$elemMatch needs an Object'],
    ['an unknown type', () => ({ a: { $type: 'text' } }), 'Unknown type name alias: text'],
    ['an unknown number of a type', () => ({ a: { $type: 99 } }), 'Invalid numerical type code: 99'],
    [
      'a type that is neither',
      () => ({ a: { $type: true } }),
      'type must be represented as a number or a string',
    ],
    ['an unknown operator', () => ({ a: { $above: 1 } }), 'unknown operator: $above'],
    ['an unknown operator at the top', () => ({ $xor: [] }), 'unknown top level operator: $xor'],
    [
      'fields among operators',
      () => ({ a: _.eq(1), b: _.elemMatch({ $gt: 1, c: 2 }) }),
      'unknown operator: c',
    ],
    ['an empty or', () => _.or([]) as unknown as Data, '$and/$or/$nor must be a nonempty array'],
    ['a scalar in or', () => _.or([5]) as unknown as Data, '$or/$and/$nor entries need to be full objects'],
    ['or of an object', () => ({ $or: { a: 1 } }), '$or must be an array'],
    ['not of a scalar', () => ({ a: { $not: 5 } }), '$not needs a regex or a document'],
    ['not of nothing', () => ({ a: { $not: {} } }), '$not cannot be empty'],
    ['gt of an expression', () => ({ a: _.gt(/a/) }), "Can't have RegEx as arg to predicate over field 'a'."],
    ['neq of an expression', () => ({ a: _.neq(/a/) }), "Can't have regex as arg to $ne."],
    [
      'a broken expression',
      () => ({ a: scene.db.RegExp({ regexp: '(', options: '' }) }),
      'Regular expression is invalid',
    ],
    [
      'an unknown option',
      () => ({ a: scene.db.RegExp({ regexp: 'a', options: 'q' }) }),
      'invalid flag in regex options: q',
    ],
    ['$options alone', () => ({ a: { $options: 'i' } }), '$options needs a $regex'],
    ['$where', () => ({ $where: 'true' }), '$where is not in the local cloud'],
    ['$text', () => ({ $text: { $search: 'x' } }), '$text is not in the local cloud'],
    [
      '$jsonSchema',
      () => _.jsonSchema({ required: ['a'] }) as unknown as Data,
      '$jsonSchema is not in the local cloud',
    ],
  ])('%s', async (_rule, where, message) => {
    const error = await rejection(scene.things().where(where()).get())
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain(message)
  })

  test.each<[rule: string, ask: () => unknown, message: RegExp]>([
    ['where of a text', () => scene.things().where('a' as unknown as Data), /查询参数必须为对象/],
    ['where with undefined only', () => scene.things().where({ a: undefined }), /不能均为undefined/],
    ['another direction', () => scene.things().orderBy('a', 'up' as 'asc'), /排序字符不合法/],
    ['a limit of a fraction', () => scene.things().limit(1.5), /limitmust be integer/],
    ['a skip of a text', () => scene.things().skip('1' as unknown as number), /offsetmust be integer/],
    [
      'a doc without an id',
      () => scene.things().doc(undefined as unknown as string),
      /docId必须为字符串或数字/,
    ],
    ['a collection without a name', () => scene.db.collection(''), /Collection name is required/],
  ])('by the SDK: %s', (_rule, ask, message) => {
    expect(ask).toThrow(message)
  })
})
