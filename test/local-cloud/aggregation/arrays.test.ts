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
  ['arrayElemAt', $.arrayElemAt!(['$list', 0]), 1],
  ['arrayElemAt from the end', $.arrayElemAt!(['$list', -1]), 3],
  ['arrayElemAt out of bounds is missing', $.arrayElemAt!(['$list', 9]), undefined],
  ['arrayElemAt of a missing array', $.arrayElemAt!(['$nothing', 0]), null],
  ['concatArrays', $.concatArrays!(['$list', [4], '$empty']), [1, 2, 3, 4]],
  ['concatArrays with null', $.concatArrays!(['$list', '$none']), null],
  ['filter', $.filter!({ input: '$list', as: 'n', cond: $.gt!(['$$n', 1]) }), [2, 3]],
  ['filter with the usual name', $.filter!({ input: '$list', cond: $.lt!(['$$this', 2]) }), [1]],
  ['filter of null', $.filter!({ input: '$none', as: 'n', cond: true }), null],
  ['in', $.in!([2, '$list']), true],
  ['in compares values', $.in!(['2', '$list']), false],
  ['indexOfArray', $.indexOfArray!(['$list', 3]), 2],
  ['indexOfArray from a start', $.indexOfArray!(['$list', 1, 1]), -1],
  ['indexOfArray before an end', $.indexOfArray!(['$list', 3, 0, 2]), -1],
  ['indexOfArray of null', $.indexOfArray!(['$none', 1]), null],
  ['isArray', $.isArray!('$list'), true],
  ['isArray of a missing field', $.isArray!('$nothing'), false],
  ['isArray of an argument list', $.isArray!(['$text']), false],
  ['map', $.map!({ input: '$list', as: 'n', in: $.multiply!(['$$n', 2]) }), [2, 4, 6]],
  ['map gives null for what is missing', $.map!({ input: '$rows', as: 'row', in: '$$row.n' }), [1, 2, null]],
  ['map sees the document', $.map!({ input: [1], in: $.concat!(['$text', 'y']) }), ['xy']],
  ['map of a missing field', $.map!({ input: '$nothing', in: 1 }), null],
  ['reduce', $.reduce!({ input: '$list', initialValue: 10, in: $.add!(['$$value', '$$this']) }), 16],
  ['reduce of an empty array', $.reduce!({ input: '$empty', initialValue: 'z', in: 1 }), 'z'],
  ['reduce of null', $.reduce!({ input: '$none', initialValue: 0, in: 1 }), null],
  ['reverseArray', $.reverseArray!('$list'), [3, 2, 1]],
  ['reverseArray of null', $.reverseArray!('$none'), null],
  ['size', $.size!('$list'), 3],
  ['size of an empty array', $.size!('$empty'), 0],
  ['slice from the start', $.slice!(['$list', 2]), [1, 2]],
  ['slice from the end', $.slice!(['$list', -2]), [2, 3]],
  ['slice at a position', $.slice!(['$list', 1, 1]), [2]],
  ['slice at a position from the end', $.slice!(['$list', -9, 2]), [1, 2]],
  ['slice beyond the end', $.slice!(['$list', 5, 2]), []],
  ['slice of null', $.slice!(['$none', 1]), null],
  [
    'zip',
    $.zip!({
      inputs: [
        [1, 2],
        ['a', 'b', 'c'],
      ],
    }),
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  [
    'zip to the longest',
    $.zip!({ inputs: [[1], ['a', 'b']], useLongestLength: true }),
    [
      [1, 'a'],
      [null, 'b'],
    ],
  ],
  [
    'zip with defaults',
    $.zip!({ inputs: [[1], ['a', 'b']], useLongestLength: true, defaults: [0, 'z'] }),
    [
      [1, 'a'],
      [0, 'b'],
    ],
  ],
  ['zip of null', $.zip!({ inputs: ['$none', [1]] }), null],
])('$.%s', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test.each([
  ['a field inside an array gathers an array', '$rows.n', [1, 2]],
  ['arrays of arrays stay nested', '$deep.inner.n', [[1], [2, 3]]],
  ['a number is no position', '$list.0', []],
  ['a path through a scalar is missing', '$text.a', undefined],
  ['an array of expressions: what is missing is null', ['$text', '$nothing'], ['x', null]],
  ['an object of expressions: what is missing is left out', { a: '$text', b: '$nothing' }, { a: 'x' }],
])('path: %s', async (_name, expression, expected) => {
  expect(await value($.let!({ vars: {}, in: expression }))).toEqual(expected)
})

test.each([
  [
    'arrayElemAt',
    $.arrayElemAt!(['$text', 0]),
    "$arrayElemAt's first argument must be an array, but is string",
  ],
  [
    'arrayElemAt of a fraction',
    $.arrayElemAt!(['$list', 0.5]),
    'must be representable as a 32-bit integer: 0.5',
  ],
  ['concatArrays', $.concatArrays!(['$list', '$text']), '$concatArrays only supports arrays, not string'],
  [
    'filter',
    $.filter!({ input: '$text', as: 'n', cond: true }),
    'input to $filter must be an array not string',
  ],
  ['filter without cond', $.filter!({ input: '$list', as: 'n' }), "Missing 'cond' parameter to $filter"],
  [
    'filter, unknown',
    $.filter!({ input: '$list', cond: 1, when: 1 }),
    'Unrecognized parameter to $filter: when',
  ],
  ['in', $.in!([1, '$nothing']), '$in requires an array as a second argument, found: missing'],
  [
    'indexOfArray',
    $.indexOfArray!(['$text', 1]),
    '$indexOfArray requires an array as a first argument, found: string',
  ],
  [
    'indexOfArray before 0',
    $.indexOfArray!(['$list', 1, -1]),
    'requires a nonnegative starting index, found: -1',
  ],
  ['map', $.map!({ input: '$text', in: 1 }), 'input to $map must be an array not string'],
  [
    'map, a variable’s name',
    $.map!({ input: '$list', as: 'Big', in: 1 }),
    "'Big' starts with an invalid character",
  ],
  [
    'reduce',
    $.reduce!({ input: '$text', initialValue: 0, in: 1 }),
    "$reduce requires that 'input' be an array, found: string",
  ],
  [
    'reduce without initialValue',
    $.reduce!({ input: '$list', in: 1 }),
    "$reduce requires 'initialValue' to be specified",
  ],
  [
    'reverseArray',
    $.reverseArray!('$text'),
    'The argument to $reverseArray must be an array, but was of type: string',
  ],
  ['size', $.size!('$text'), 'The argument to $size must be an array, but was of type: string'],
  ['size of a missing field', $.size!('$nothing'), 'must be an array, but was of type: missing'],
  ['slice', $.slice!(['$text', 1]), 'First argument to $slice must be an array, but is of type: string'],
  ['slice of none', $.slice!(['$list', 0, 0]), 'Third argument to $slice must be positive: 0'],
  [
    'slice of one',
    $.slice!(['$list']),
    'Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.',
  ],
  ['zip', $.zip!({ inputs: ['$text'] }), '$zip found a non-array expression in input: "x"'],
  [
    'zip with defaults only',
    $.zip!({ inputs: [[1]], defaults: [0] }),
    'cannot specify defaults unless useLongestLength is true',
  ],
])('$.%s is refused', async (_name, expression, message) => {
  expect(await refusal(expression)).toContain(message)
})
