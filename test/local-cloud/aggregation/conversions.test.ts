import { ObjectId } from 'bson'
import { bench } from './_support/pipelines'

const id = new ObjectId('5ab9c3da31c2ab715d421285')
const { value, refusal } = bench({
  things: [
    {
      _id: 'only',
      n: 5,
      half: -1.5,
      text: '12',
      none: null,
      at: new Date(1_700_000_000_000),
      id,
      yes: true,
      list: [],
      o: {},
      big: 2 ** 40,
    },
  ],
})

test.each([
  ['toString of a number', { $toString: '$half' }, '-1.5'],
  ['toString of a date', { $toString: '$at' }, '2023-11-14T22:13:20.000Z'],
  ['toString of an id', { $toString: '$id' }, '5ab9c3da31c2ab715d421285'],
  ['toString of a boolean', { $toString: '$yes' }, 'true'],
  ['toString of null', { $toString: '$none' }, null],
  ['toInt of a text', { $toInt: '$text' }, 12],
  ['toInt of a fraction', { $toInt: '$half' }, -1],
  ['toInt of a boolean', { $toInt: '$yes' }, 1],
  ['toLong of a date', { $toLong: '$at' }, 1_700_000_000_000],
  ['toDouble of a text', { $toDouble: '1.5e2' }, 150],
  ['toBool of a text', { $toBool: 'false' }, true],
  ['toBool of 0', { $toBool: 0 }, false],
  ['toDate of milliseconds', { $toDate: 1_700_000_000_000 }, new Date(1_700_000_000_000)],
  ['toDate of a text', { $toDate: '2024-01-02' }, new Date('2024-01-02T00:00:00Z')],
  ['toDate of an id', { $toDate: '$id' }, new Date('2018-03-27T04:08:58Z')],
  ['convert', { $convert: { input: '$text', to: 'int' } }, 12],
  ['convert by a type’s number', { $convert: { input: '$n', to: 2 } }, '5'],
  ['convert with onError', { $convert: { input: 'x', to: 'int', onError: -1 } }, -1],
  ['convert with onNull', { $convert: { input: '$none', to: 'int', onNull: 0 } }, 0],
  ['type of a missing field', { $type: '$nothing' }, 'missing'],
  ['type of a whole number', { $type: '$n' }, 'int'],
  ['type of a large number', { $type: '$big' }, 'long'],
  ['type of a fraction', { $type: '$half' }, 'double'],
  ['type of a date', { $type: '$at' }, 'date'],
  ['type of an id', { $type: '$id' }, 'objectId'],
  ['type of an array', { $type: '$list' }, 'array'],
  ['type of a boolean', { $type: '$yes' }, 'bool'],
])('{$%s}', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test('{$toObjectId}: an id stays an id on the wire', async () => {
  expect(String(await value({ $toObjectId: '5ab9c3da31c2ab715d421285' }))).toBe(id.toHexString())
  expect(await value({ $type: { $toObjectId: '5ab9c3da31c2ab715d421285' } })).toBe('objectId')
})

test.each([
  ['toInt', { $toInt: 'x1' }, "Failed to parse number 'x1' in $convert with no onError value"],
  ['toInt of a fraction', { $toInt: '1.5' }, 'Did not consume whole string.'],
  [
    'toInt beyond 32 bits',
    { $toInt: '$big' },
    'Conversion would overflow target type in $convert with no onError value: 1099511627776',
  ],
  [
    'toInt of a date',
    { $toInt: '$at' },
    'Unsupported conversion from date to int in $convert with no onError value',
  ],
  [
    'toDate of a small number',
    { $toDate: '$n' },
    'Unsupported conversion from int to date in $convert with no onError value',
  ],
  ['toObjectId', { $toObjectId: 'abc' }, 'Invalid string length for parsing to OID, expected 24 but found 3'],
  [
    'toString',
    { $toString: '$list' },
    'Unsupported conversion from array to string in $convert with no onError value',
  ],
  ['convert to nothing known', { $convert: { input: '$n', to: 'colour' } }, 'Unknown type name: colour'],
  ['convert without to', { $convert: { input: '$n' } }, "Missing 'to' parameter to $convert"],
])('{$%s} is refused', async (_name, expression, message) => {
  expect(await refusal(expression)).toContain(message)
})
