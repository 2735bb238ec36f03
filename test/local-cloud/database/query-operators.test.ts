import { MISSING, openScene, type Scene } from '../_support/scene'

let scene: Scene
let _: Scene['_']
beforeAll(async () => {
  scene = await openScene()
  ;({ _ } = scene)
})
afterAll(() => scene.cloud.close())

type Row = [rule: string, values: unknown[], condition: () => unknown, expected: number[]]
const day = (n: number): Date => new Date(Date.UTC(2024, 0, n))

describe('comparison', () => {
  test.each<Row>([
    ['eq: a number', [1, 2, '1', null, MISSING], () => _.eq(1), [0]],
    ['eq: 0 is -0, and not false', [0, -0, false, ''], () => _.eq(0), [0, 1]],
    ['eq: a text, in its own case', ['a', 'A', ['a']], () => _.eq('a'), [0, 2]],
    ['eq: true', [true, 1, 'true'], () => _.eq(true), [0]],
    ['eq: null meets null and missing', [null, MISSING, 0, '', [null], []], () => _.eq(null), [0, 1, 4]],
    ['eq: a date', [day(1), day(2), day(1).getTime()], () => _.eq(day(1)), [0]],
    [
      'eq: an object, whole and in order',
      [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }],
      () => _.eq({ a: 1, b: 2 }),
      [0],
    ],
    ['eq: an empty object', [{}, { a: 1 }, []], () => _.eq({}), [0]],
    ['eq: an element that is an object', [[{ a: 1 }, { a: 2 }], [{ a: 1, b: 1 }]], () => _.eq({ a: 1 }), [0]],
    [
      'eq: a whole array, or an element that is one',
      [[1, 2], [2, 1], [[1, 2]], 1],
      () => _.eq([1, 2]),
      [0, 2],
    ],
    ['eq: an empty array', [[], [[]], null, [1]], () => _.eq([]), [0, 1]],
    ['eq: NaN meets NaN', [NaN, 0, null], () => _.eq(NaN), [0]],
    ['eq: Infinity', [Infinity, -Infinity, 1e308], () => _.eq(Infinity), [0]],
    ['neq: all others, missing too', [1, 2, null, MISSING, '1'], () => _.neq(1), [1, 2, 3, 4]],
    ['neq: not an array that holds it', [[1, 2], [3]], () => _.neq(1), [1]],
    ['neq: null means there is a value', [null, MISSING, 0, '', false], () => _.neq(null), [2, 3, 4]],
    ['gt: numbers only', [1, 2, 3, '3', null, MISSING], () => _.gt(1), [1, 2]],
    ['gt: a negative and a fraction', [-2, -1.5, -1, 0], () => _.gt(-1.5), [2, 3]],
    ['gt: texts by their bytes', ['a', 'b', 'B', 'ba'], () => _.gt('a'), [1, 3]],
    ['gt: dates', [day(1), day(2), day(3)], () => _.gt(day(1)), [1, 2]],
    ['gt: any element', [[1, 9], [1, 2], []], () => _.gt(5), [0]],
    ['gt: nothing is greater than null', [null, MISSING, 1], () => _.gt(null), []],
    ['gt: false, then true', [false, true, 1], () => _.gt(false), [1]],
    ['gte: the same and above', [1, 2, 3], () => _.gte(2), [1, 2]],
    ['gte: null meets null and missing', [null, MISSING, 0], () => _.gte(null), [0, 1]],
    ['lt: below', [1, 2, 3, null], () => _.lt(2), [0]],
    ['lt: NaN is below nothing', [NaN, 1], () => _.lt(5), [1]],
    ['lt: texts', ['a', 'b', ''], () => _.lt('b'), [0, 2]],
    ['lte: the same and below', [1, 2, 3], () => _.lte(2), [0, 1]],
    ['lte: NaN meets NaN only', [NaN, 1], () => _.lte(NaN), [0]],
    ['lte: null meets null and missing', [null, MISSING, 0], () => _.lte(null), [0, 1]],
    ['gt: objects by their fields', [{ a: 1 }, { a: 2 }, { a: 2, b: 0 }], () => _.gt({ a: 1 }), [1, 2]],
    ['in: any of them', [1, 2, 3, 'x'], () => _.in([1, 'x']), [0, 3]],
    ['in: an empty list meets nothing', [1, null, MISSING], () => _.in([]), []],
    ['in: null meets missing', [null, MISSING, 1], () => _.in([null]), [0, 1]],
    ['in: elements', [[1, 2], [3]], () => _.in([2, 9]), [0]],
    ['in: whole arrays', [[1, 2], [1]], () => _.in([[1, 2]]), [0]],
    ['in: expressions', ['apple', 'pear', 'fig'], () => _.in([/^a/, 'fig']), [0, 2]],
    ['in: dates', [day(1), day(2)], () => _.in([day(2)]), [1]],
    ['nin: none of them', [1, 2, MISSING, null], () => _.nin([1]), [1, 2, 3]],
    ['nin: not missing, with null in the list', [1, MISSING, null], () => _.nin([null]), [0]],
    ['nin: an empty list meets all', [1, MISSING], () => _.nin([]), [0, 1]],
    ['nin: not an array that holds one', [[1, 2], [3]], () => _.nin([2]), [1]],
  ])('%s', async (_rule, values, condition, expected) => {
    expect(await scene.values(values, condition())).toEqual(expected)
  })
})

describe('logic', () => {
  test.each<Row>([
    ['and: chained', [1, 5, 9], () => _.gt(1).and(_.lt(9)), [1]],
    ['and: in front, as arguments', [1, 5, 9], () => _.and(_.gt(1), _.lt(9)), [1]],
    ['and: in front, as a list', [1, 5, 9], () => _.and([_.gt(1), _.lt(9)]), [1]],
    ['and: by the name of the next operator', [1, 5, 9], () => _.gt(1).lt(9), [1]],
    ['and: two elements may meet one condition each', [[1, 9], [5]], () => _.gt(6).and(_.lt(4)), [0]],
    ['or: chained', [1, 5, 9], () => _.lt(2).or(_.gt(8)), [0, 2]],
    ['or: in front', [1, 5, 9], () => _.or(_.eq(1), _.eq(5)), [0, 1]],
    ['or: in front, as a list', [1, 5, 9], () => _.or([_.eq(1), _.eq(5)]), [0, 1]],
    ['or of and', [1, 5, 9], () => _.lt(2).or(_.gt(4).and(_.lt(6))), [0, 1]],
    ['and of or', [1, 5, 9], () => _.and(_.or(_.eq(1), _.eq(5)), _.gt(1)), [1]],
    ['nor: none, missing too', [1, 5, MISSING], () => _.nor(_.eq(1), _.gt(8)), [1, 2]],
    ['nor: as a list', [1, 5], () => _.nor([_.eq(1)]), [1]],
    ['not: missing too', [1, 5, MISSING, 'x'], () => _.not(_.gt(2)), [0, 2, 3]],
    ['not: eq', [1, 2], () => _.not(_.eq(1)), [1]],
    ['not: in', [1, 2, 3], () => _.not(_.in([1, 2])), [2]],
    ['not: exists', [1, MISSING], () => _.not(_.exists(true)), [1]],
    ['not: an expression', ['ab', 'b', 1, MISSING], () => _.not(/^a/), [1, 2, 3]],
    ['not: elements', [[1, 9], [1]], () => _.not(_.gt(5)), [1]],
  ])('%s', async (_rule, values, condition, expected) => {
    expect(await scene.values(values, condition())).toEqual(expected)
  })
})

describe('elements, types, arithmetic', () => {
  test.each<Row>([
    ['exists: true, null counts', [1, null, MISSING], () => _.exists(true), [0, 1]],
    ['exists: false', [1, null, MISSING], () => _.exists(false), [2]],
    ['mod: the remainder', [4, 5, 8, '4', null], () => _.mod(4, 0), [0, 2]],
    ['mod: as a list', [4, 5], () => _.mod([4, 1]), [1]],
    ['mod: has the sign of the value', [-5, 5, -1], () => _.mod(4, -1), [0, 2]],
    ['mod: a negative divisor', [5, -5], () => _.mod(-4, 1), [0]],
    ['mod: fractions are cut off', [4.9, 5.5], () => _.mod(4.2, 1.9), [1]],
    ['mod: elements', [[3, 4], [3]], () => _.mod(4, 0), [0]],
    ['type: string', ['x', 1, ['x'], MISSING], () => ({ $type: 'string' }), [0, 2]],
    ['type: number is any numeric type', [1, 1.5, 2 ** 40, '1'], () => ({ $type: 'number' }), [0, 1, 2]],
    ['type: int, long and double are apart', [1, 1.5, 2 ** 40], () => ({ $type: 'long' }), [2]],
    ['type: double', [1, 1.5, NaN], () => ({ $type: 'double' }), [1, 2]],
    ['type: by number', [true, 1], () => ({ $type: 8 }), [0]],
    ['type: array is the field itself', [[1], 1, [[1]]], () => ({ $type: 'array' }), [0, 2]],
    ['type: null isn’t missing', [null, MISSING], () => ({ $type: 'null' }), [0]],
    ['type: date and object', [day(1), {}, 1], () => ({ $type: ['date', 'object'] }), [0, 1]],
    ['size: exactly', [[], [1], [1, 2], 'ab', MISSING], () => _.size(1), [1]],
    ['size: 0', [[], [1], MISSING, null], () => _.size(0), [0]],
    ['all: each, in any order', [[1, 2, 3], [2, 1], [1], 1], () => _.all([1, 2]), [0, 1]],
    ['all: one meets the field itself too', [['a'], 'a', 'b'], () => _.all(['a']), [0, 1]],
    ['all: none meets nothing', [[], [1]], () => _.all([]), []],
    ['all: a whole array', [[[1, 2]], [1, 2], [2, 1]], () => _.all([[1, 2]]), [0, 1]],
    ['all: null meets missing', [[null], MISSING, [1]], () => _.all([null]), [0, 1]],
    ['all: expressions', [['ab', 'cd'], ['ab']], () => _.all([/^a/, /^c/]), [0]],
    [
      'all: of elemMatch',
      [[{ a: 1 }, { a: 2 }], [{ a: 1 }]],
      () => _.all([_.elemMatch({ a: 1 }), _.elemMatch({ a: 2 })]),
      [0],
    ],
    [
      'elemMatch: one object meets all',
      [[{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }]],
      () => _.elemMatch({ a: 1, b: 2 }),
      [0],
    ],
    ['elemMatch: with operators', [[{ a: 5 }], [{ a: 1 }], []], () => _.elemMatch({ a: _.gt(3) }), [0]],
    ['elemMatch: of scalars', [[1, 9], [5], 5], () => _.elemMatch({ $gt: 3, $lt: 8 }), [1]],
    ['elemMatch: one operator', [[1], [9]], () => _.elemMatch(_.gt(3)), [1]],
    ['elemMatch: objects only', [[1, { a: 1 }], [1]], () => _.elemMatch({}), [0]],
    ['elemMatch: null in a field', [[{ b: 1 }], [{ a: 1 }]], () => _.elemMatch({ a: null }), [0]],
    ['elemMatch: nested or', [[{ a: 1 }], [{ a: 3 }]], () => _.elemMatch({ $or: [{ a: 1 }, { a: 2 }] }), [0]],
  ])('%s', async (_rule, values, condition, expected) => {
    expect(await scene.values(values, condition())).toEqual(expected)
  })
})

describe('regular expressions', () => {
  const pattern = (regexp: string, options = ''): unknown => scene.db.RegExp({ regexp, options })
  test.each<Row>([
    ['a literal', ['abc', 'xabc', 1, null], () => /^a/, [0]],
    ['anywhere', ['abc', 'xabc'], () => /b/, [0, 1]],
    ['i: in any case', ['Ann', 'ann', 'bob'], () => /^ANN$/i, [0, 1]],
    ['g says nothing', ['aa', 'b'], () => /a/g, [0]],
    ['m: each line', ['x\nab', 'xab'], () => pattern('^a', 'm'), [0]],
    ['s: the dot meets ends of lines', ['a\nb', 'a-b'], () => pattern('a.b', 's'), [0, 1]],
    ['without s it does not', ['a\nb', 'a-b'], () => pattern('a.b'), [1]],
    ['x: spaces and comments do not count', ['ab', 'a b'], () => pattern('a b # both', 'x'), [0]],
    ['several options', ['X\nA', 'a'], () => pattern('^a$', 'im'), [0, 1]],
    ['an inline option', ['ABC', 'b'], () => pattern('(?i)^abc'), [0]],
    ['escapes', ['1.5', '125'], () => pattern('^1\\.5$'), [0]],
    ['elements', [['x', 'ab'], ['x']], () => /^a/, [0]],
    ['Chinese', ['居民点单', '点单'], () => /^居民/, [0]],
    ['a sign beyond 16 bits is one', ['😀', 'ab', 'a'], () => /^.$/, [0, 2]],
    [
      '$regex with $options and others',
      ['ab', 'AC', 'b'],
      () => ({ $regex: '^a', $options: 'i', $ne: 'ab' }),
      [1],
    ],
  ])('%s', async (_rule, values, condition, expected) => {
    expect(await scene.values(values, condition())).toEqual(expected)
  })
})
