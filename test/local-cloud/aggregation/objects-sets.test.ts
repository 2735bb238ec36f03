import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const { value, refusal } = bench({
  things: [
    {
      _id: 'only',
      list: [1, 2, 3],
      mixed: [1, null, 'a', [2]],
      rows: [{ n: 1 }, { n: 2 }, { other: 3 }],
      deep: [{ inner: [{ n: 1 }] }, { inner: [{ n: 2 }, { n: 3 }] }],
      empty: [],
      text: 'x',
      none: null,
      pairs: [
        ['a', 1],
        ['b', 2],
      ],
      entries: [{ k: 'a', v: 1 }],
      object: { a: 1, b: { c: 2 } },
    },
  ],
})

test.each([
  ['arrayToObject of pairs', $.arrayToObject!('$pairs'), { a: 1, b: 2 }],
  ['arrayToObject of k and v', $.arrayToObject!('$entries'), { a: 1 }],
  ['arrayToObject of null', $.arrayToObject!('$none'), null],
  [
    'arrayToObject: the last of a key wins',
    $.arrayToObject!({
      $literal: [
        ['a', 1],
        ['a', 2],
      ],
    }),
    { a: 2 },
  ],
  ['mergeObjects', $.mergeObjects!(['$object', { a: 9, z: '$text' }]), { a: 9, b: { c: 2 }, z: 'x' }],
  ['mergeObjects leaves null out', $.mergeObjects!(['$object', '$none', '$nothing']), { a: 1, b: { c: 2 } }],
  ['mergeObjects of nothing', $.mergeObjects!(['$none']), {}],
  [
    'objectToArray',
    $.objectToArray!('$object'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: { c: 2 } },
    ],
  ],
  ['objectToArray of a missing field', $.objectToArray!('$nothing'), null],
  ['allElementsTrue', $.allElementsTrue!(['$list']), true],
  ['allElementsTrue with null', $.allElementsTrue!(['$mixed']), false],
  ['allElementsTrue of an empty array', $.allElementsTrue!([[]]), true],
  ['anyElementTrue', $.anyElementTrue!([[0, false, 1]]), true],
  ['anyElementTrue of an empty array', $.anyElementTrue!([[]]), false],
  ['setDifference', $.setDifference!([[3, 1, 1, 2], [2]]), [3, 1]],
  ['setDifference of null', $.setDifference!(['$none', [1]]), null],
  [
    'setEquals in any order, any number of times',
    $.setEquals!([
      [1, 2, 2],
      [2, 1],
    ]),
    true,
  ],
  ['setEquals', $.setEquals!([[1], [1, 2]]), false],
  [
    'setIntersection',
    $.setIntersection!([
      ['red', 'blue'],
      ['blue', 'green'],
    ]),
    ['blue'],
  ],
  ['setIntersection with null', $.setIntersection!(['$list', '$none']), null],
  ['setIsSubset', $.setIsSubset!([[1, 1], '$list']), true],
  ['setIsSubset does not look inside', $.setIsSubset!([[1], [[1]]]), false],
  [
    'setUnion',
    $.setUnion!([
      ['b', 'a'],
      ['a', 'c'],
    ]),
    ['a', 'b', 'c'],
  ],
  ['setUnion with a missing field', $.setUnion!(['$list', '$nothing']), null],
])('$.%s', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

/** The example of the WeChat docs on each of the five, which Tencent's own tests of the SDK repeat. */
test.each([
  { a: [1, 2], b: [1, 2], onlyB: [], equal: true, both: [1, 2], within: true, either: [1, 2] },
  { a: [1, 2], b: [2, 1, 2], onlyB: [], equal: true, both: [1, 2], within: true, either: [1, 2] },
  { a: [1, 2], b: [1, 2, 3], onlyB: [3], equal: false, both: [1, 2], within: true, either: [1, 2, 3] },
  { a: [1, 2], b: [3, 1], onlyB: [3], equal: false, both: [1], within: false, either: [1, 2, 3] },
  { a: [1, 2], b: [], onlyB: [], equal: false, both: [], within: false, either: [1, 2] },
  { a: [1, 2], b: [{}, []], onlyB: [{}, []], equal: false, both: [], within: false, either: [1, 2, {}, []] },
  { a: [], b: [], onlyB: [], equal: true, both: [], within: true, either: [] },
  { a: [], b: [1], onlyB: [1], equal: false, both: [], within: true, either: [1] },
])('sets of $a and $b', async ({ a, b, ...expected }) => {
  const found = await value(
    $.let!({
      vars: { a, b },
      in: {
        onlyB: $.setDifference!(['$$b', '$$a']),
        equal: $.setEquals!(['$$a', '$$b']),
        both: $.setIntersection!(['$$a', '$$b']),
        within: $.setIsSubset!(['$$a', '$$b']),
        either: $.setUnion!(['$$a', '$$b']),
      },
    }),
  )
  expect(found).toEqual(expected)
})

test.each([
  ['arrayToObject', $.arrayToObject!('$list'), 'Unrecognised input type format for $arrayToObject: int'],
  [
    'arrayToObject of keys',
    $.arrayToObject!({ $literal: [[1, 2]] }),
    'where the key must be of type string. Found key type: int',
  ],
  [
    'mergeObjects',
    $.mergeObjects!(['$list']),
    '$mergeObjects requires object inputs, but input [1, 2, 3] is of type array',
  ],
  ['objectToArray', $.objectToArray!('$text'), '$objectToArray requires a document input, found: string'],
  [
    'allElementsTrue',
    $.allElementsTrue!(['$text']),
    "$allElementsTrue's argument must be an array, but is string",
  ],
  [
    'setEquals',
    $.setEquals!(['$list', '$none']),
    'All operands of $setEquals must be arrays. One argument is of type: null',
  ],
  [
    'setIsSubset',
    $.setIsSubset!(['$text', '$list']),
    'both operands of $setIsSubset must be arrays. First argument is of type: string',
  ],
  [
    'setUnion',
    $.setUnion!(['$list', '$text']),
    'All operands of $setUnion must be arrays. One argument is of type: string',
  ],
])('$.%s is refused', async (_name, expression, message) => {
  expect(await refusal(expression)).toContain(message)
})
