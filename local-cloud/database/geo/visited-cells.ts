import type { CellRange } from './cells'

/** The stretches of leaf cells that have been read, and the larger cells that have been looked up. */
export class VisitedCells {
  private ranges: CellRange[] = []
  private readonly single = new Set<bigint>()

  /** What of these stretches has not been taken yet; from now on it has. */
  take(wanted: readonly CellRange[]): CellRange[] {
    const fresh = wanted.flatMap((range) => this.ranges.reduce(without, [range]))
    this.ranges = joined([...this.ranges, ...fresh])
    return fresh
  }

  /** Which of these cells have not been taken yet; from now on they have. */
  takeCells(wanted: Iterable<bigint>): bigint[] {
    const fresh = [...wanted].filter((cell) => !this.single.has(cell))
    for (const cell of fresh) this.single.add(cell)
    return fresh
  }
}

function without(pieces: CellRange[], taken: CellRange): CellRange[] {
  return pieces.flatMap((piece) => {
    if (taken.to < piece.from || taken.from > piece.to) return [piece]
    return [
      { from: piece.from, to: taken.from - 1n },
      { from: taken.to + 1n, to: piece.to },
    ].filter(({ from, to }) => from <= to)
  })
}

/** Ranges stay apart when an id lies between them: it is that of a larger cell, which neither has. */
function joined(ranges: CellRange[]): CellRange[] {
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1))
  const out: CellRange[] = []
  for (const range of sorted) {
    const last = out.at(-1)
    if (last && range.from <= last.to + 1n) last.to = range.to > last.to ? range.to : last.to
    else out.push({ ...range })
  }
  return out
}
