import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const prices = [1, 5, 9, 10, 49, 50, 99]
const { list, error } = bench({
  things: prices.map((price, i) => ({ _id: i, price })),
  mixed: [{ _id: 1, price: 5 }, { _id: 2, price: 'free' }, { _id: 3 }],
  hundred: Array.from({ length: 100 }, (_, i) => ({ _id: i, n: i })),
  powers: [0, 1, 3, 4, 7, 8, 20].map((n, i) => ({ _id: i, n })),
  equal: [1, 1, 1, 1, 2].map((n, i) => ({ _id: i, n })),
  empty: [],
})

test('bucket: a boundary belongs to the bucket it begins; empty buckets are left out', async () => {
  const found = await list('things', (pipeline) =>
    pipeline.bucket!({ groupBy: '$price', boundaries: [0, 10, 20, 40, 100] }),
  )
  expect(found).toEqual([
    { _id: 0, count: 3 },
    { _id: 10, count: 1 },
    { _id: 40, count: 3 },
  ])
})

test('bucket: the default takes the rest; output has accumulators', async () => {
  const found = await list('mixed', (pipeline) =>
    pipeline.bucket!({
      groupBy: '$price',
      boundaries: [0, 10],
      default: 'other',
      output: { n: $.sum!(1), ids: $.push!('$_id') },
    }),
  )
  expect(found).toEqual([
    { _id: 0, n: 1, ids: [1] },
    { _id: 'other', n: 2, ids: [2, 3] },
  ])
})

test('bucket: boundaries may be dates or texts', async () => {
  const byText = await list('mixed', (pipeline) =>
    pipeline.match!({ _id: 2 }).bucket!({ groupBy: '$price', boundaries: ['a', 'm'] }),
  )
  expect(byText).toEqual([{ _id: 'a', count: 1 }])
})

test.each([
  [
    'out of range',
    { groupBy: '$price', boundaries: [0, 10] },
    '$switch could not find a matching branch for an input, and no default was specified.',
  ],
  [
    'unsorted',
    { groupBy: '$price', boundaries: [10, 0] },
    'must be sorted, but elements 0 and 1 are not in ascending order (10 is not less than 0).',
  ],
  [
    'of two types',
    { groupBy: '$price', boundaries: [0, 'a'] },
    "All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types int and string.",
  ],
  [
    'of one boundary',
    { groupBy: '$price', boundaries: [0] },
    'must have at least 2 values, but found 1 value(s).',
  ],
  [
    'default inside',
    { groupBy: '$price', boundaries: [0, 10], default: 5 },
    "'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
  ],
  [
    'by a constant',
    { groupBy: 5, boundaries: [0, 10] },
    "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression",
  ],
  [
    'without boundaries',
    { groupBy: '$price' },
    "$bucket requires 'groupBy' and 'boundaries' to be specified.",
  ],
  ['unknown', { groupBy: '$price', boundaries: [0, 10], size: 1 }, 'Unrecognized option to $bucket: size.'],
])('bucket %s is refused', async (_name, spec, message) => {
  expect((await error('things', (pipeline) => pipeline.bucket!(spec))).errMsg).toContain(message)
})

test('bucketAuto: about the same size; a bucket ends where the next begins, the last with its greatest', async () => {
  const found = await list('hundred', (pipeline) => pipeline.bucketAuto!({ groupBy: '$n', buckets: 5 }))
  expect(found).toEqual([
    { _id: { min: 0, max: 20 }, count: 20 },
    { _id: { min: 20, max: 40 }, count: 20 },
    { _id: { min: 40, max: 60 }, count: 20 },
    { _id: { min: 60, max: 80 }, count: 20 },
    { _id: { min: 80, max: 99 }, count: 20 },
  ])
})

test('bucketAuto: equal values stay together, so there may be fewer buckets', async () => {
  const found = await list('equal', (pipeline) => pipeline.bucketAuto!({ groupBy: '$n', buckets: 5 }))
  expect(found).toEqual([
    { _id: { min: 1, max: 2 }, count: 4 },
    { _id: { min: 2, max: 2 }, count: 1 },
  ])
})

/** The manual's table: 0 to 99 in five buckets, by granularity. */
test.each([
  [
    'R20',
    [
      [0, 20, 20],
      [20, 40, 20],
      [40, 63, 23],
      [63, 90, 27],
      [90, 100, 10],
    ],
  ],
  [
    'E24',
    [
      [0, 20, 20],
      [20, 43, 23],
      [43, 68, 25],
      [68, 91, 23],
      [91, 100, 9],
    ],
  ],
  [
    '1-2-5',
    [
      [0, 20, 20],
      [20, 50, 30],
      [50, 100, 50],
    ],
  ],
  [
    'POWERSOF2',
    [
      [0, 32, 32],
      [32, 64, 32],
      [64, 128, 36],
    ],
  ],
])('bucketAuto: granularity %s', async (granularity, expected) => {
  const found = await list('hundred', (pipeline) =>
    pipeline.bucketAuto!({ groupBy: '$n', buckets: 5, granularity }),
  )
  expect(found).toEqual(expected.map(([min, max, count]) => ({ _id: { min, max }, count })))
})

test('bucketAuto: output, and nothing of nothing', async () => {
  const found = await list('powers', (pipeline) =>
    pipeline.bucketAuto!({ groupBy: '$n', buckets: 1, output: { ns: $.push!('$n'), top: $.max!('$n') } }),
  )
  expect(found).toEqual([{ _id: { min: 0, max: 20 }, ns: [0, 1, 3, 4, 7, 8, 20], top: 20 }])
  expect(await list('empty', (pipeline) => pipeline.bucketAuto!({ groupBy: '$n', buckets: 2 }))).toEqual([])
})

test.each([
  [
    'of 0 buckets',
    { groupBy: '$price', buckets: 0 },
    "'buckets' field must be greater than 0, but found: 0.",
  ],
  [
    'of a text',
    { groupBy: '$price', buckets: '2' },
    "'buckets' field must be a numeric value, but found type: string.",
  ],
  [
    'of half a bucket',
    { groupBy: '$price', buckets: 1.5 },
    'must be representable as a 32-bit integer, but found 1.5.',
  ],
  [
    'of an unknown granularity',
    { groupBy: '$price', buckets: 2, granularity: 'R7' },
    "Unknown rounding granularity 'R7'",
  ],
  [
    'of texts by granularity',
    { groupBy: '$price', buckets: 2, granularity: 'R5' },
    'numeric boundaries only, but found a value with type:',
  ],
  ['unknown', { groupBy: '$price', buckets: 2, size: 1 }, 'Unrecognized option to $bucketAuto: size.'],
])('bucketAuto %s is refused', async (_name, spec, message) => {
  expect((await error('mixed', (pipeline) => pipeline.bucketAuto!(spec))).errMsg).toContain(message)
})
