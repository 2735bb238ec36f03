import { afterPrefix } from '../order-key'
import type { EntryRow, KeyRange, Store, StoredRow } from '../store'
import { decodeStored } from '../wire'
import { ancestorsOf, centerOf, coverCap, insideCap, leafAt, leavesOf } from './cells'
import { cellAt, cellKey, endOfCells } from './geo-index'
import { nearestOf, type Near } from './near'
import { angleBetween } from './sphere'
import { VisitedCells } from './visited-cells'

/** How a `$near` is served: from cells after each of some prefixes, or by reading stretches whole. */
export interface NearScan {
  near: Near
  index: number
  prefixes: Buffer[]
  /** The stretches of an index whose first paths aren't held to single values; null when they are. */
  whole: KeyRange[] | null
}

/** Reads one stretch of an index, lazily, in the order of its keys. */
export type ReadRange = (index: number, range: KeyRange) => Iterable<EntryRow>

interface Met {
  angle: number
  row: StoredRow
}

/** The narrowest first ring, in radians: a few metres. */
const NARROWEST = 5e-7

/** A ring that meets more than this is followed by one no wider. */
const MANY = 256

/**
 * The documents of a `$near` from the nearest on, lazily: rings about the place, each wider than the one before, of
 * which only the cells are read that no ring has read yet. Whatever is nearer than a ring's rim is met by then.
 */
export function* nearest(store: Store, scan: NearScan, read: ReadRange): Generator<StoredRow> {
  const { near, index } = scan
  const seen = new Set<number>()
  if (scan.whole) {
    for (const { row } of meet(scan.whole, index, near, read, seen)) yield row
    return
  }
  const most = Math.min(near.most, Math.PI)
  const visits = scan.prefixes.map((prefix) => ({ prefix, visited: untouched(near) }))
  let step = firstStep(store, scan)
  if (step === null || near.least > most) return
  let waiting: Met[] = []
  for (let rim = Math.min(near.least + step, most); ; rim = Math.min(rim + step, most)) {
    const cells = coverCap({ center: near.center, radius: rim })
    const ranges = visits.flatMap(({ prefix, visited }) => freshRanges(prefix, visited, cells))
    const met = meet(ranges, index, near, read, seen)
    waiting = sorted([...waiting, ...met])
    const ready = waiting.filter(({ angle }) => angle <= rim)
    for (const { row } of ready) yield row
    if (rim >= most) return
    waiting = waiting.slice(ready.length)
    step = met.length > MANY ? step : step * 2
  }
}

/** What lies nearer than the least distance need not be read. */
function untouched({ center, least }: Near): VisitedCells {
  const visited = new VisitedCells()
  if (least > 0) visited.take(insideCap({ center, radius: least }).map(leavesOf))
  return visited
}

/** About as far as the nearest entries lie in the order of cells; null when there are none. */
function firstStep(store: Store, { index, near, prefixes }: NearScan): number | null {
  const angles = prefixes.flatMap((prefix) => {
    const here = Buffer.concat([prefix, cellKey(leafAt(near.center))])
    const after = store.byKeyRange(index, { from: here, to: endOfCells(prefix) }, false, 1, null)
    const before = store.byKeyRange(index, { from: prefix, to: here }, true, 1, null)
    return [...after, ...before].map(({ key }) =>
      angleBetween(near.center, centerOf(cellAt(key, prefix.length))),
    )
  })
  return angles.length === 0 ? null : Math.max(NARROWEST, Math.min(...angles) * 1.1)
}

function freshRanges(prefix: Buffer, visited: VisitedCells, cells: bigint[]): KeyRange[] {
  const under = visited.take(cells.map(leavesOf))
  const above = visited.takeCells(ancestorsOf(cells)).map((cell) => ({ from: cell, to: cell }))
  return [...under, ...above].map(({ from, to }) => ({
    from: Buffer.concat([prefix, cellKey(from)]),
    to: afterPrefix(Buffer.concat([prefix, cellKey(to)])),
  }))
}

function meet(ranges: KeyRange[], index: number, near: Near, read: ReadRange, seen: Set<number>): Met[] {
  const met: Met[] = []
  for (const range of ranges) {
    for (const row of read(index, range)) {
      if (seen.has(row.row)) continue
      seen.add(row.row)
      const found = nearestOf(decodeStored(row.body), near)
      if (found) met.push({ angle: found.angle, row })
    }
  }
  return sorted(met)
}

function sorted(met: Met[]): Met[] {
  return met.sort((a, b) => a.angle - b.angle || a.row.row - b.row.row)
}
