/** What is taken next: the least `key` first; equal keys by the lower `node`, so that order is never chance. */
export interface HeapEntry {
  key: number
  node: number
}

const isBefore = (a: HeapEntry, b: HeapEntry): boolean =>
  a.key < b.key || (a.key === b.key && a.node < b.node)

/** A binary heap (Cormen et al., Introduction to Algorithms, ch. 6): push and pop in O(log n). */
export class Heap {
  private readonly entries: HeapEntry[] = []

  push(entry: HeapEntry): void {
    const { entries } = this
    let at = entries.length
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = entries[above]
      if (!parent || !isBefore(entry, parent)) break
      entries[at] = parent
      at = above
    }
    entries[at] = entry
  }

  /** The least entry, taken out; undefined when none is left. */
  pop(): HeapEntry | undefined {
    const { entries } = this
    const least = entries[0]
    const last = entries.pop()
    if (last && entries.length > 0) this.sink(last)
    return least
  }

  private sink(entry: HeapEntry): void {
    const { entries } = this
    let at = 0
    for (;;) {
      const below = this.lesserChild(at)
      const child = entries[below]
      if (!child || !isBefore(child, entry)) break
      entries[at] = child
      at = below
    }
    entries[at] = entry
  }

  private lesserChild(at: number): number {
    const left = 2 * at + 1
    const [a, b] = [this.entries[left], this.entries[left + 1]]
    return a && b && isBefore(b, a) ? left + 1 : left
  }
}
