/** What a number counts: a ratio of two times, seconds, megabytes, documents or calls a second, milliseconds, or waits for the database. */
export type Unit = '×' | 's' | 'ms' | 'MB' | '/s' | 'waits'

/** One number that a bench finds out. */
export interface Measure {
  name: string
  unit: Unit
  /** The most that the number may be; null where it is for information only. */
  goal: number | null
  measure(): Promise<number>
}

/** What a `*.bench.ts` file exports. */
export interface Bench {
  /** Run in order, one at a time. */
  measures: readonly Measure[]
  /** Ends what the measures have opened. */
  close?: () => Promise<void>
}

/** What came of a measure. */
export interface Result {
  bench: string
  measure: string
  value: number
  unit: Unit
  goal: number | null
}

/** False when there is a goal and it was missed. */
export function isMet({ value, goal }: Pick<Result, 'value' | 'goal'>): boolean {
  return goal === null || value <= goal
}
