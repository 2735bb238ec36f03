export type Cell = string | number | null

/** Marks a file as UTF-8: without it Excel reads Chinese as garbage. */
export const byteOrderMark = '\ufeff'

/**
 * What a spreadsheet takes for the beginning of a formula, in full width too: such text gets an apostrophe.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = formulaStart.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Records as RFC 4180 has them: commas, quotes doubled inside quotes, each ended by CR LF. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')
