import { Binary, BSONRegExp, Decimal128, EJSON, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import fc from '../support/fast-check'
import { readStored } from '../../local-cloud/database/stored-text'

const written = (value: unknown): string =>
  EJSON.stringify(value as object, undefined, undefined, { relaxed: false })

test.each([
  ['int32', { a: 1, b: -2147483648, c: 2147483647, d: 0, e: -0 }],
  ['int64', { a: 2147483648, b: -2147483649, c: Number.MAX_SAFE_INTEGER, d: 2 ** 60, f: -(2 ** 63) }],
  ['double', { a: 0.1, b: 1e21, c: NaN, d: Infinity, e: -Infinity, f: 5e-324 }],
  ['date', { a: new Date(0), b: new Date(-1), c: new Date(1_700_000_000_123) }],
  ['text', { a: '', b: 'é "\\\n\u0000', c: '\ud83d\ude00', d: '\ud800', '"k\n': 1 }],
  ['nothing', { a: null, b: [], c: {}, d: [null, [[]]] }],
  [
    'order and odd names',
    JSON.parse('{"b":1,"a":2,"10":3,"9":4,"__proto__":{"x":1},"constructor":5}') as object,
  ],
  ['object id', { a: new ObjectId('0123456789abcdef01234567') }],
  ['regular expression', { a: /a"b\/c/i, b: new BSONRegExp('x', 'i') }],
  ['binary', { a: new Binary(Buffer.from('abc')), b: Buffer.from('xyz') }],
  ['decimal, timestamp', { a: Long.MAX_VALUE, b: Decimal128.fromString('1.5'), c: new Timestamp(5, 6) }],
  ['the ends of the order', { a: new MinKey(), b: new MaxKey() }],
])('stored text: %s is read as bson does it', (_name, value) => {
  const text = written(value)
  expect(readStored(text)).toEqual(EJSON.parse(text))
  expect(written(readStored(text))).toBe(written(EJSON.parse(text)))
})

test('stored text: any document is read as bson does it', () => {
  const name = fc.string().filter((text) => !text.startsWith('$') && text !== '_bsontype')
  const leaf = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.date())
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(fc.dictionary(name, value, { maxKeys: 6 }), (doc) => {
      const text = written(doc)
      expect(written(readStored(text))).toBe(written(EJSON.parse(text)))
    }),
  )
})
