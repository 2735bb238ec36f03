/** One thing that is wrong with a build, said so that one knows where to look. */
export interface GateFailure {
  check: 'syntax' | 'old phones' | 'tags' | 'wcc' | 'wcsc' | 'miniprogram-ci' | 'size' | 'build'
  sentence: string
}

/** A part of the gate that could not run here, and why. */
export interface GateSkip {
  check: string
  reason: string
}

/** Size of the main package (root '') or of a subpackage. */
export interface PackageSize {
  root: string
  bytes: number
  budgetBytes: number
}

export interface GateReport {
  dist: string
  ok: boolean
  failures: GateFailure[]
  skipped: GateSkip[]
  sizes: PackageSize[]
  durationMs: number
}

const KB = 1024

/** The report as a person reads it in a terminal: a table, then a sentence for each failure. */
export function printReport(report: GateReport): string {
  const rows = report.sizes.map(({ root, bytes, budgetBytes }) => [
    root === '' ? 'main package' : root,
    `${Math.ceil(bytes / KB)} KB`,
    `of ${budgetBytes / KB} KB`,
    bytes <= budgetBytes ? 'ok' : 'TOO LARGE',
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)))
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const skipped = report.skipped.map(({ check, reason }) => `SKIPPED ${check}: ${reason}`)
  const failures = report.failures.map(({ check, sentence }) => `FAILED ${check}: ${sentence}`)
  const verdict = report.ok
    ? 'The build passes the gate'
    : `The build fails the gate in ${report.failures.length} point(s)`
  return [...table, ...skipped, ...failures, `${verdict} (${report.durationMs} ms).`].join('\n')
}
