import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const { value, refusal } = bench({
  things: [
    {
      _id: 'only',
      n: 5,
      zero: 0,
      text: '',
      none: null,
      list: [],
      at: new Date(0),
      yes: true,
      o: { a: 1, b: 2 },
    },
  ],
})

test.each([
  ['eq', $.eq!(['$n', 5]), true],
  ['eq across types', $.eq!(['$n', '5']), false],
  ['eq: missing is not null', $.eq!(['$nothing', null]), false],
  ['eq: objects with their keys in another order', $.eq!(['$o', { b: 2, a: 1 }]), false],
  ['neq', $.neq!(['$n', 4]), true],
  ['gt across types: texts are greater than numbers', $.gt!(['$text', '$n']), true],
  ['gt: null is greater than missing', $.gt!(['$none', '$nothing']), true],
  ['gte', $.gte!(['$n', 5]), true],
  ['lt: dates are greater than booleans', $.lt!(['$yes', '$at']), true],
  ['lt: numbers are less than arrays', $.lt!(['$n', '$list']), true],
  ['lte', $.lte!(['$n', 4]), false],
  ['cmp less', $.cmp!(['$n', 10]), -1],
  ['cmp equal', $.cmp!(['$n', 5]), 0],
  ['cmp greater', $.cmp!(['$n', 1]), 1],
  ['and', $.and!(['$yes', $.gt!(['$n', 1])]), true],
  ['and of nothing', $.and!([]), true],
  ['and: 0 and null are false', $.and!(['$yes', '$zero']), false],
  ['or', $.or!(['$none', '$nothing', '$n']), true],
  ['or of nothing', $.or!([]), false],
  ['or: an empty text is true', $.or!(['$text']), true],
  ['or: an empty array is true', $.or!(['$list']), true],
  ['not', $.not!(['$zero']), true],
  ['not of one that is no list', $.not!('$n'), false],
  ['not of an empty text', $.not!(['$text']), false],
  ['cond of three', $.cond!(['$yes', 'a', 'b']), 'a'],
  ['cond of names', $.cond!({ if: '$none', then: 'a', else: 'b' }), 'b'],
  ['cond may give nothing', $.cond!({ if: true, then: '$$REMOVE', else: 1 }), undefined],
  ['cond leaves the other branch alone', $.cond!([$.eq!(['$zero', 0]), 0, $.divide!([1, '$zero'])]), 0],
  ['ifNull', $.ifNull!(['$none', 'instead']), 'instead'],
  ['ifNull of a missing field', $.ifNull!(['$nothing', '$n']), 5],
  ['ifNull keeps what is there', $.ifNull!(['$zero', 1]), 0],
  [
    'switch',
    $.switch!({
      branches: [
        { case: '$zero', then: 1 },
        { case: '$yes', then: 2 },
      ],
      default: 3,
    }),
    2,
  ],
  ['switch falls back', $.switch!({ branches: [{ case: false, then: 1 }], default: '$n' }), 5],
  ['let', $.let!({ vars: { double: $.multiply!(['$n', 2]) }, in: $.add!(['$$double', 1]) }), 11],
  [
    'let: inner variables hide outer ones',
    $.let!({ vars: { x: 1 }, in: $.let!({ vars: { x: 2 }, in: '$$x' }) }),
    2,
  ],
  ['let may change CURRENT', $.let!({ vars: { CURRENT: '$o' }, in: '$a' }), 1],
  ['literal', $.literal!('$n'), '$n'],
  ['literal of an operator', $.literal!({ $add: [1, 2] }), { $add: [1, 2] }],
  ['$$ROOT', '$$ROOT.n', 5],
  ['$$CURRENT', '$$CURRENT.o.a', 1],
])('$.%s', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test.each([
  ['eq of one', $.eq!(['$n']), 'Expression $eq takes exactly 2 arguments. 1 were passed in.'],
  ['cond of two', $.cond!(['$n', 1]), 'Expression $cond takes exactly 3 arguments. 2 were passed in.'],
  ['cond without else', $.cond!({ if: 1, then: 1 }), "Missing 'else' parameter to $cond"],
  ['cond, unknown', $.cond!({ if: 1, then: 1, else: 1, or: 1 }), 'Unrecognized parameter to $cond: or'],
  [
    'ifNull of three',
    $.ifNull!(['$none', '$none', 1]),
    'Expression $ifNull takes exactly 2 arguments. 3 were passed in.',
  ],
  [
    'switch without a match',
    $.switch!({ branches: [{ case: false, then: 1 }] }),
    '$switch could not find a matching branch for an input, and no default was specified.',
  ],
  ['switch without branches', $.switch!({ branches: [] }), '$switch requires at least one branch.'],
  [
    'switch without then',
    $.switch!({ branches: [{ case: 1 }] }),
    "$switch requires each branch have a 'then' expression",
  ],
  ['let, unknown variable', $.let!({ vars: {}, in: '$$other' }), 'Use of undefined variable: other'],
  ['$$NOW (MongoDB 4.2)', '$$NOW', 'Use of undefined variable: NOW'],
  ['a lone $', '$', "'$' by itself is not a valid FieldPath"],
  ['an unknown operator', { $foo: 1 }, "Unrecognized expression '$foo'"],
  ['an operator of MongoDB 4.2', { $round: ['$n', 1] }, "Unrecognized expression '$round'"],
  ['script', { $function: { body: '', args: [], lang: 'js' } }, "Unrecognized expression '$function'"],
  ['two operators', { $add: [1], $subtract: [1] }, 'must contain exactly one field'],
  ['meta', $.meta!('textScore'), "'$meta' is not in the local cloud"],
])('$.%s is refused', async (_name, expression, message) => {
  expect(await refusal(expression)).toContain(message)
})
