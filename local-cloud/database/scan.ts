import { nearest } from './geo/near-scan'
import type { PlannedRange, Plan } from './planner'
import type { EntryRow, KeyRange, Store, StoredRow } from './store'

const SECOND_PAGE = 32
const LARGEST_PAGE = 512

/**
 * The candidates of a plan, lazily and each once. They come in the plan's order, else in no order
 * that may be relied on. Nothing may write to the store while this is being read.
 * @param wanted how many will do if all of them match: so many are read at first
 */
export function* candidates(
  store: Store,
  collection: number,
  plan: Plan,
  wanted: number,
): Generator<StoredRow> {
  const seen = new Set<number>()
  const first = Math.min(Math.max(wanted, 1), LARGEST_PAGE)
  for (const row of raw(store, collection, plan, first)) {
    if (seen.has(row.row)) continue
    seen.add(row.row)
    yield row
  }
}

function raw(store: Store, collection: number, plan: Plan, first: number): Iterable<StoredRow> {
  if (plan.kind === 'scan') return byRow(store, collection, first)
  if (plan.kind === 'id') return byIds(store, collection, plan.ranges, plan.order === 'reverse', first)
  if (plan.kind === 'union') return union(store, collection, plan.plans, first)
  if (plan.kind === 'near') {
    return nearest(store, plan.scan, (index, range) => byKeys(store, index, range, false, SECOND_PAGE))
  }
  const reverse = plan.order === 'reverse'
  const streams = plan.ranges.map((range) => byKeys(store, plan.index.id, range, reverse, first))
  return plan.order && streams.length > 1 ? merged(streams, plan.ranges, reverse) : chained(streams)
}

function* union(store: Store, collection: number, plans: Plan[], first: number): Generator<StoredRow> {
  for (const plan of plans) yield* raw(store, collection, plan, first)
}

function* chained(streams: Generator<StoredRow>[]): Generator<StoredRow> {
  for (const stream of streams) yield* stream
}

function* byRow(store: Store, collection: number, first: number): Generator<StoredRow> {
  let last = 0
  for (let size = first; ; size = larger(size)) {
    const page = store.byRow(collection, last, size)
    yield* page
    if (page.length < size) return
    last = page.at(-1)?.row ?? last
  }
}

function* byIds(
  store: Store,
  collection: number,
  ranges: KeyRange[],
  reverse: boolean,
  first: number,
): Generator<StoredRow> {
  for (const range of reverse ? [...ranges].reverse() : ranges) {
    let rest = range
    for (let size = first; ; size = larger(size)) {
      const page = store.byIdRange(collection, rest, reverse, size)
      yield* page
      const last = page.at(-1)
      if (!last || page.length < size) break
      rest = reverse
        ? { from: range.from, to: last.id }
        : { from: Buffer.concat([last.id, ZERO]), to: range.to }
    }
  }
}

const ZERO = Buffer.from([0])

function* byKeys(
  store: Store,
  index: number,
  range: KeyRange,
  reverse: boolean,
  first: number,
): Generator<EntryRow> {
  let after: { key: Buffer; row: number } | null = null
  for (let size = first; ; size = larger(size)) {
    const page: EntryRow[] = store.byKeyRange(index, range, reverse, size, after)
    yield* page
    if (page.length < size) return
    after = page.at(-1) ?? null
  }
}

function larger(size: number): number {
  return Math.min(Math.max(size * 2, SECOND_PAGE), LARGEST_PAGE)
}

interface Head {
  entry: EntryRow
  rest: Buffer
  stream: Generator<EntryRow>
  prefix: number
}

/** Joins stretches that are each in order into one that is, comparing what follows each one's prefix. */
function* merged(
  streams: Generator<EntryRow>[],
  ranges: PlannedRange[],
  reverse: boolean,
): Generator<StoredRow> {
  const heads = streams
    .map((stream, i) => advance(stream, ranges[i]?.prefix ?? 0))
    .filter((head) => head !== null)
  while (heads.length > 0) {
    let best = 0
    for (let i = 1; i < heads.length; i++) if (precedes(heads[i], heads[best], reverse)) best = i
    const head = heads[best]
    if (!head) return
    yield head.entry
    const next = advance(head.stream, head.prefix)
    if (next) heads[best] = next
    else heads.splice(best, 1)
  }
}

function advance(stream: Generator<EntryRow>, prefix: number): Head | null {
  const next = stream.next()
  if (next.done) return null
  return { entry: next.value, rest: next.value.key.subarray(prefix), stream, prefix }
}

function precedes(a: Head | undefined, b: Head | undefined, reverse: boolean): boolean {
  if (!a || !b) return false
  const order = Buffer.compare(a.rest, b.rest) || a.entry.row - b.entry.row
  return reverse ? order > 0 : order < 0
}
