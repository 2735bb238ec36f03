import { requestFailed } from '../../errors'
import type { Condition } from '../conditions'
import type { Document, IndexDefinition, IndexKind } from '../definitions'
import { leavesAt } from '../paths'
import { isPlainObject } from '../wire'
import { BadGeometry, textOf } from './bad-geometry'
import { ancestorsOf, coverGeometry, coverRegion, leavesOf } from './cells'
import { parseStored } from './parse'
import { parseIntersects, parseWithin } from './region'

/** Cells come before all values of an index's other paths, so that a missing geometry sorts after them. */
const CELL_TAG = 0x02

/** True when an index holds places. */
export function isGeo({ keys }: IndexDefinition): boolean {
  return Object.values(keys).includes('2dsphere')
}

/** The order of an index's paths; cells ascend. */
export function directionsOf({ keys }: IndexDefinition): (1 | -1)[] {
  return Object.values(keys).map(directionOfKind)
}

/** The direction in which one path of an index is kept. */
export function directionOfKind(kind: IndexKind): 1 | -1 {
  return kind === '2dsphere' ? 1 : kind
}

/** The bytes of an S2 cell: in their order, a cell stands amid the leaves it holds. */
export function cellKey(cell: bigint): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = CELL_TAG
  bytes.writeBigUInt64BE(cell, 1)
  return bytes
}

/** The first key after all cells that follow a prefix. */
export function endOfCells(prefix: Buffer): Buffer {
  return Buffer.concat([prefix, Buffer.from([CELL_TAG + 1])])
}

/** The cell of a key's part at an offset. */
export function cellAt(key: Buffer, offset: number): bigint {
  return key.readBigUInt64BE(offset + 1)
}

/**
 * The cell keys of a document at one path; none when there is no place there (null, `{}`, `[]`, missing).
 * Throws MongoDB's "Can't extract geo keys" for what is no geometry.
 */
export function cellKeysAt(doc: Document, path: string): Buffer[] {
  const cells = leavesAt(doc, path)
    .filter((leaf) => !isNowhere(leaf))
    .flatMap((leaf) => cellsOf(doc, leaf))
  return [...new Set(cells)].map(cellKey)
}

function isNowhere(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return isPlainObject(value) && Object.keys(value).length === 0
}

function cellsOf(doc: Document, value: unknown): bigint[] {
  try {
    return coverGeometry(parseStored(value, { checks: true }))
  } catch (error) {
    if (!(error instanceof BadGeometry)) throw error
    throw requestFailed(`Can't extract geo keys: ${textOf(doc)}  ${error.message}`)
  }
}

/** Keys between which an index must look; both ends are included. */
export interface CellInterval {
  low: Buffer
  high: Buffer
}

/**
 * Where a geo index must look for the conditions of one path: under the cells that cover the region, and at the
 * larger cells that hold those. Null when no condition gives a region of the globe.
 */
export function cellIntervals(conditions: Condition[]): CellInterval[] | null {
  for (const condition of conditions) {
    const cells = cellsFor(condition)
    if (cells) return intervalsOf(cells)
  }
  return null
}

function intervalsOf(cells: bigint[]): CellInterval[] {
  const under = cells.map(leavesOf).map(({ from, to }) => ({ low: cellKey(from), high: cellKey(to) }))
  const above = [...ancestorsOf(cells)].map(cellKey).map((key) => ({ low: key, high: key }))
  return [...under, ...above].sort((a, b) => Buffer.compare(a.low, b.low))
}

/** True for a condition that only what lies on the globe can meet. */
export function asksForPlace({ operator, operand }: Condition): boolean {
  if (operator === '$geoIntersects') return true
  return (
    operator === '$geoWithin' &&
    isPlainObject(operand) &&
    ('$geometry' in operand || '$centerSphere' in operand)
  )
}

function cellsFor({ operator, operand }: Condition): bigint[] | null {
  try {
    if (operator === '$geoIntersects') return coverGeometry(parseIntersects(operand))
    if (operator !== '$geoWithin') return null
    const within = parseWithin(operand)
    return within.kind === 'flat' ? null : coverRegion(within)
  } catch (error) {
    // The matcher says what is wrong with it.
    if (error instanceof BadGeometry) return null
    throw error
  }
}
