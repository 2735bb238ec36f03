import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const { value, refusal } = bench({
  things: [
    { _id: 'only', text: 'abcabc', han: '你好吗', n: 5, none: null, at: new Date('2024-01-01T00:00:00Z') },
  ],
})

test.each([
  ['concat', $.concat!(['$text', '-', '$han']), 'abcabc-你好吗'],
  ['concat with null', $.concat!(['$text', '$none']), null],
  ['concat with a missing field', $.concat!(['$text', '$nothing']), null],
  ['indexOfBytes', $.indexOfBytes!(['$han', '好']), 3],
  ['indexOfBytes from a start', $.indexOfBytes!(['$text', 'a', 1]), 3],
  ['indexOfBytes before an end', $.indexOfBytes!(['$text', 'c', 0, 2]), -1],
  ['indexOfCP', $.indexOfCP!(['$han', '好']), 1],
  ['indexOfCP: a sign beyond 16 bits is one', $.indexOfCP!(['😀b', 'b']), 1],
  ['indexOfCP of null', $.indexOfCP!(['$none', 'a']), null],
  ['indexOfCP of an empty text', $.indexOfCP!(['abc', '']), 0],
  ['split', $.split!(['$text', 'b']), ['a', 'ca', 'c']],
  ['split where there is none', $.split!(['$text', 'z']), ['abcabc']],
  ['split of null', $.split!(['$none', 'a']), null],
  ['strLenBytes', $.strLenBytes!('$han'), 9],
  ['strLenCP', $.strLenCP!('$han'), 3],
  ['strcasecmp', $.strcasecmp!(['ABC', 'abc']), 0],
  ['strcasecmp less', $.strcasecmp!(['$none', 'a']), -1],
  ['strcasecmp of a number', $.strcasecmp!(['$n', '5']), 0],
  ['substr', $.substr!(['$text', 1, 2]), 'bc'],
  ['substr to the end', $.substr!(['$text', 4, -1]), 'bc'],
  ['substr from before the start', $.substr!(['$text', -1, 2]), ''],
  ['substr of a number', $.substr!([2024, 0, 2]), '20'],
  ['substr of a date', $.substr!(['$at', 0, 10]), '2024-01-01'],
  ['substr of null', $.substr!(['$none', 0, 1]), ''],
  ['substrBytes', $.substrBytes!(['$han', 3, 3]), '好'],
  ['substrCP', $.substrCP!(['$han', 1, 2]), '好吗'],
  ['substrCP beyond the end', $.substrCP!(['$han', 5, 2]), ''],
  ['toLower', $.toLower!('AbÄ'), 'abÄ'],
  ['toUpper', $.toUpper!('$text'), 'ABCABC'],
  ['toUpper of null', $.toUpper!('$none'), ''],
  ['trim (as JSON)', { $trim: { input: ' \n x y ' } }, 'x y'],
  ['trim of signs', { $trim: { input: 'xxaxx', chars: 'x' } }, 'a'],
  ['ltrim', { $ltrim: { input: '  a ' } }, 'a '],
  ['rtrim', { $rtrim: { input: ' a  ' } }, ' a'],
  ['trim of null', { $trim: { input: '$none' } }, null],
])('$.%s', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test.each([
  ['concat', $.concat!(['$text', '$n']), '$concat only supports strings, not int'],
  ['indexOfCP', $.indexOfCP!(['$n', 'a']), '$indexOfCP requires a string as the first argument, found: int'],
  [
    'indexOfBytes',
    $.indexOfBytes!(['$text', '$n']),
    '$indexOfBytes requires a string as the second argument, found: int',
  ],
  [
    'indexOfBytes before 0',
    $.indexOfBytes!(['$text', 'a', -1]),
    '$indexOfBytes requires a nonnegative starting index, found: -1',
  ],
  [
    'split',
    $.split!(['$n', 'a']),
    '$split requires an expression that evaluates to a string as a first argument, found: int',
  ],
  ['split by nothing', $.split!(['$text', '']), '$split requires a non-empty separator'],
  ['strLenBytes', $.strLenBytes!('$none'), '$strLenBytes requires a string argument, found: null'],
  ['strLenCP', $.strLenCP!('$nothing'), '$strLenCP requires a string argument, found: missing'],
  ['substr', $.substr!(['$text', 'a', 1]), 'starting index must be a numeric type (is BSON type string)'],
  [
    'substrBytes inside a sign',
    $.substrBytes!(['$han', 1, 3]),
    'starting index is a UTF-8 continuation byte',
  ],
  [
    'substrBytes up to the inside of a sign',
    $.substrBytes!(['$han', 0, 4]),
    'ending index is in the middle of a UTF-8 character',
  ],
  ['substrCP', $.substrCP!(['$text', 0, -1]), 'length must be a nonnegative integer'],
  ['toUpper', $.toUpper!(true), "can't convert from BSON type bool to String"],
  ['trim', { $trim: { input: 1 } }, '$trim requires its input to be a string, got 1 (of type int) instead.'],
  [
    'regexMatch (MongoDB 4.2)',
    { $regexMatch: { input: '$text', regex: 'a' } },
    "Unrecognized expression '$regexMatch'",
  ],
])('$.%s is refused', async (_name, expression, message) => {
  expect(await refusal(expression)).toContain(message)
})
