import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { largestList } from '@/domain/place/reading'
import type { RowProblem } from '@/domain/place/contract'

/** A file that holds no list, and why. */
export class UnreadableListError extends Error {
  constructor(
    readonly problem: Extract<RowProblem, 'unreadable' | 'tooLarge'>,
    /** What it seems to be. */
    readonly kind = '',
  ) {
    super(problem)
  }
}

/** A spreadsheet of this many bytes unpacked has far more rows than a list may. */
const largestUnpacked = 80 * 1024 * 1024

/**
 * The cells of a list, row by row as the spreadsheet numbers them, all as texts: CSV (UTF-8 with or without its
 * mark, UTF-16, or GBK, as Excel in China writes it) or the first sheet of an XLSX.
 * @throws UnreadableListError
 */
export async function readTable(content: Buffer): Promise<string[][]> {
  if (content.length > largestList) throw new UnreadableListError('tooLarge')
  if (content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return readXlsx(content)
  // The spreadsheets of before 2007.
  if (content.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new UnreadableListError('unreadable', 'xls')
  return readCsv(textOf(content))
}

async function readXlsx(content: Buffer): Promise<string[][]> {
  if (unpackedBytes(content) > largestUnpacked) throw new UnreadableListError('tooLarge')
  try {
    const rows = await readSheet(content, { parseNumber: (digits) => digits, trim: false })
    return rows.map((row) => row.map(cellText))
  } catch {
    throw new UnreadableListError('unreadable', 'xlsx')
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // Spreadsheets keep 1502 as 1502.0 now and then.
  return String(cell).replace(/^(\d+)\.0+$/, '$1')
}

/**
 * What a ZIP's own table of contents says its files weigh unpacked.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.12
 */
function unpackedBytes(content: Buffer): number {
  let sum = 0
  for (let at = content.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1 && at + 46 <= content.length;) {
    sum += content.readUInt32LE(at + 24)
    at = content.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  }
  return sum
}

function textOf(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}

function readCsv(text: string): string[][] {
  if (text.includes('\u0000')) throw new UnreadableListError('unreadable')
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'] })
  if (errors.some(({ type }) => type === 'Quotes')) throw new UnreadableListError('unreadable', 'csv')
  return data
}
