import { Decimal128, ObjectId } from 'bson'
import { bench, command } from './_support/pipelines'

const _ = command()
const $ = _.aggregate
const id = new ObjectId('5ab9c3da31c2ab715d421285')
const { list } = bench({
  things: [
    { _id: 'one', at: new Date('2024-01-01T00:00:00Z'), id, big: 2 ** 40, half: 0.5, name: 'Ann' },
    { _id: 'two', at: new Date('2025-01-01T00:00:00Z'), name: 'bob' },
  ],
})

const one = async (expression: unknown) => {
  const [found] = await list('things', (pipeline) =>
    pipeline.match!({ _id: 'one' }).project!({ _id: 0, value: expression }),
  )
  return found?.value
}

test.each([
  ['dates', '$at', new Date('2024-01-01T00:00:00Z')],
  ['large whole numbers', $.add!(['$big', 1]), 2 ** 40 + 1],
  ['fractions', $.multiply!(['$half', 3]), 1.5],
  ['NaN', { $toDouble: 'NaN' }, NaN],
  ['infinity', { $toDouble: '-Infinity' }, -Infinity],
  ['null', $.literal!(null), null],
])('%s come back as they are', async (_name, expression, expected) => {
  expect(await one(expression)).toEqual(expected)
})

test('object ids and decimals come back as such', async () => {
  expect(String(await one('$id'))).toBe(id.toHexString())
  expect(String(await one({ $toDecimal: '1.10' }))).toBe(String(Decimal128.fromString('1.10')))
})

test('dates, regular expressions and ids in a match', async () => {
  const names = async (query: unknown) =>
    (await list('things', (pipeline) => pipeline.match!(query))).map(({ name }) => name)
  expect(await names({ at: _.gt!(new Date('2024-06-01T00:00:00Z')) })).toEqual(['bob'])
  expect(await names({ name: /^a/i })).toEqual(['Ann'])
  expect(await names({ at: new Date('2024-01-01T00:00:00Z') })).toEqual(['Ann'])
})

test('dates in expressions', async () => {
  expect(await one($.gt!(['$at', new Date('2023-01-01T00:00:00Z')]))).toBe(true)
})

test('undefined is left out on the way in', async () => {
  const found = await list('things', (pipeline) =>
    pipeline.match!({ _id: 'one' }).project!({ _id: 1, name: 1, half: undefined }),
  )
  expect(found).toEqual([{ _id: 'one', name: 'Ann' }])
})

test('a pipeline without stages gives everything', async () => {
  expect(await list('things', (pipeline) => pipeline)).toHaveLength(2)
})
