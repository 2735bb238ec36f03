import { bench } from './_support/pipelines'

const { list, error } = bench({
  things: [
    { _id: 1, tags: ['a', 'b'], n: 2, o: { list: [1] } },
    { _id: 2, tags: [], n: 1 },
    { _id: 3, tags: null, n: 2 },
    { _id: 4, n: 3 },
    { _id: 5, tags: 'c', n: 1, o: { list: 7 } },
  ],
})

test.each([
  [
    'a path: what has no element is left out',
    '$tags',
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 5, tags: 'c' },
    ],
  ],
  [
    'preserveNullAndEmptyArrays',
    { path: '$tags', preserveNullAndEmptyArrays: true },
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 2 },
      { _id: 3, tags: null },
      { _id: 4 },
      { _id: 5, tags: 'c' },
    ],
  ],
  [
    'includeArrayIndex',
    { path: '$tags', includeArrayIndex: 'at' },
    [
      { _id: 1, tags: 'a', at: 0 },
      { _id: 1, tags: 'b', at: 1 },
      { _id: 5, tags: 'c', at: null },
    ],
  ],
  [
    'both',
    { path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true },
    [
      { _id: 1, tags: 'a', at: 0 },
      { _id: 1, tags: 'b', at: 1 },
      { _id: 2, at: null },
      { _id: 3, tags: null, at: null },
      { _id: 4, at: null },
      { _id: 5, tags: 'c', at: null },
    ],
  ],
])('unwind: %s', async (_name, spec, expected) => {
  const found = await list('things', (pipeline) =>
    pipeline.sort!({ _id: 1 }).project!({ tags: 1 }).unwind!(spec),
  )
  expect(found).toEqual(expected)
})

test('unwind: a dotted path', async () => {
  const found = await list('things', (pipeline) => pipeline.unwind!('$o.list').sort!({ _id: 1 }))
  expect(found.map(({ o }) => o)).toEqual([{ list: 1 }, { list: 7 }])
})

test.each([
  ['without a $', 'tags', "path option to $unwind stage should be prefixed with a '$': tags"],
  ['of a number', 5, 'expected either a string or an object as specification for $unwind stage, got int'],
  ['without a path', { includeArrayIndex: 'i' }, 'no path specified to $unwind stage'],
  [
    'with a wrong flag',
    { path: '$tags', preserveNullAndEmptyArrays: 1 },
    'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got int',
  ],
  [
    'with a $ in the index',
    { path: '$tags', includeArrayIndex: '$i' },
    "includeArrayIndex option to $unwind stage should not be prefixed with a '$': $i",
  ],
  ['unknown', { path: '$tags', depth: 1 }, 'unrecognized option to $unwind stage: depth'],
])('unwind %s is refused', async (_name, spec, message) => {
  expect((await error('things', (pipeline) => pipeline.unwind!(spec))).errMsg).toContain(message)
})
