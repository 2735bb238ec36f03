import { relationSchema, roomNumberSchema, type Relation } from '../account/schema'
import type { ImportColumn, ImportError, RowProblem } from './contract'
import { nameKeyOf, numberIn, tidy, type NamingWords } from './naming'
import { floorOf, floorSchema } from './schema'

/** How lists are written in a language; `src/copy/place-list.ts` has them. */
export interface ListWords extends NamingWords {
  /** What each column is called; the first is what an export writes. */
  columns: Readonly<Record<ImportColumn, readonly string[]>>
  relations: Readonly<Record<Relation, readonly string[]>>
  /** What follows a floor's number, and what comes before one below ground. */
  floors: readonly string[]
  below: readonly string[]
  /** What follows a room's number. */
  rooms: readonly string[]
  /** What spreadsheets write in place of 15-2: a day. */
  days: readonly RegExp[]
}

/** A flat as a list names it. What a list has no column for is undefined and stays as it was. */
export interface ListedFlat {
  /** The spreadsheet's row in which it comes first. */
  row: number
  building: string
  unit: string | null
  floor: number | null
  room: string
  grid: string | null | undefined
  register: { name: string; relation: Relation }[] | undefined
}

export interface Reading {
  flats: ListedFlat[]
  /** Rows that hold anything, without the headline. */
  rows: number
  errors: ImportError[]
  /** Headings that say nothing to us: their columns are left alone. */
  ignoredColumns: string[]
}

/** What one list may hold. */
export const mostRows = 10_000
/** Bytes. */
export const largestList = 5 * 1024 * 1024
const mostNames = 12
const longestName = 20

type Columns = Partial<Record<ImportColumn, number>>
type Row = Omit<ListedFlat, 'register'> & { person: { name: string; relation: Relation } | null | undefined }
type Complain = (column: ImportColumn | null, problem: RowProblem, value?: string) => void

/** Reads a table of texts: one row per flat, or per person of one. Nothing is left out silently: see `errors`. */
export function readFlats(table: readonly (readonly string[])[], words: ListWords): Reading {
  const errors: ImportError[] = []
  const complainAt =
    (row: number): Complain =>
    (column, problem, value = '') =>
      void errors.push({ row, column, problem, value: value.slice(0, 40) })
  const at = headlineOf(table, words)
  const headline = table[at] ?? []
  const columns = columnsOf(headline, words, complainAt(at + 1))
  const ignoredColumns = headline.filter((title) => title.trim() !== '' && !columnNamed(title, words))
  const filled = table
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length > mostRows) complainAt(at + 2 + mostRows)(null, 'tooManyRows', String(filled.length))
  if (errors.length > 0) return { flats: [], rows: filled.length, errors, ignoredColumns }
  const rows = filled.map(({ cells, row }) => readRow(cells, row, columns, words, complainAt(row)))
  const flats = joined(
    rows.filter((row) => row !== null),
    words,
    complainAt,
  )
  if (filled.length === 0) complainAt(at + 2)(null, 'missing')
  return { flats, rows: filled.length, errors, ignoredColumns }
}

const titleOf = (title: string): string => tidy(title).replace(/\(.*\)|[*:]/g, '')

const columnNamed = (title: string, { columns }: ListWords): ImportColumn | undefined =>
  (Object.keys(columns) as ImportColumn[]).find((column) => columns[column].includes(titleOf(title)))

/** A title or two may stand above the headline: it is the row of which most is understood. */
function headlineOf(table: readonly (readonly string[])[], words: ListWords): number {
  const known = table
    .slice(0, 10)
    .map((cells) => new Set(cells.map((title) => columnNamed(title, words)).filter(Boolean)).size)
  return Math.max(0, known.indexOf(Math.max(...known)))
}

function columnsOf(headline: readonly string[], words: ListWords, complain: Complain): Columns {
  const columns: Columns = {}
  headline.forEach((title, index) => {
    const column = columnNamed(title, words)
    if (!column) return
    if (columns[column] === undefined) columns[column] = index
    else complain(column, 'columnTwice', title)
  })
  for (const column of ['building', 'room'] as const) {
    if (columns[column] === undefined) complain(column, 'missingColumn')
  }
  return columns
}

function readRow(
  cells: readonly string[],
  row: number,
  columns: Columns,
  words: ListWords,
  complain: Complain,
): Row | null {
  const textOf = (column: ImportColumn): string | undefined =>
    columns[column] === undefined ? undefined : (cells[columns[column]] ?? '').trim()
  const short = (column: ImportColumn): string => {
    const text = textOf(column) ?? ''
    if (text.length > longestName) complain(column, 'nameTooLong', text)
    return text
  }
  const building = short('building')
  if (building === '') complain('building', 'missing')
  const room = readRoom(textOf('room') ?? '', words, complain)
  const floor = readFloor(textOf('floor') ?? '', room, words, complain)
  const [unit, grid] = [short('unit'), short('grid')]
  const person =
    columns.name === undefined
      ? undefined
      : readPerson(short('name'), textOf('relation') ?? '', words, complain)
  if (building === '' || room === null) return null
  return {
    row,
    building,
    unit: unit === '' ? null : unit,
    floor,
    room,
    grid: columns.grid === undefined ? undefined : grid === '' ? null : grid,
    person,
  }
}

const withoutSuffix = (text: string, suffixes: readonly string[]): string => {
  const suffix = suffixes.find((one) => text.endsWith(one))
  return suffix === undefined ? text : text.slice(0, text.length - suffix.length)
}

function readRoom(written: string, { rooms, days }: ListWords, complain: Complain): string | null {
  const text = tidy(written)
  const refuse = (problem: RowProblem): null => {
    complain('room', problem, written)
    return null
  }
  if (text === '') return refuse('missing')
  if (days.some((day) => day.test(text))) return refuse('becameADay')
  // Dashes of all lengths look alike on a door.
  const room = withoutSuffix(text.replace(/[‐-―—−]/g, '-'), rooms)
  // A letter between or behind digits that looks like a digit is one that was typed for it.
  if (/\d[oOIl]/.test(room) || !roomNumberSchema.safeParse(room).success) return refuse('notARoom')
  return room
}

function readFloor(
  written: string,
  room: string | null,
  words: ListWords,
  complain: Complain,
): number | null {
  const told = room === null ? null : floorOf(room)
  const text = withoutSuffix(tidy(written), words.floors)
  if (text === '') return told
  const sign = words.below.find((one) => text.startsWith(one))
  const rest = sign === undefined ? text : text.slice(sign.length)
  const height = /^\d{1,3}$/.test(rest) ? Number(rest) : numberIn(rest, words.digits)
  const floor = height === null ? null : sign === undefined ? height : -height
  if (floor === null || !floorSchema.safeParse(floor).success) {
    complain('floor', 'notAFloor', written)
    return null
  }
  // Below ground, rooms are counted from one as well.
  if (told !== null && told !== Math.abs(floor))
    complain('floor', 'floorDisagrees', `${written} ${room ?? ''}`)
  return floor
}

function readPerson(
  written: string,
  relation: string,
  { relations }: ListWords,
  complain: Complain,
): Row['person'] {
  // Exports put a quotation mark before what a spreadsheet would take for a formula.
  const name = written.replace(/^'/, '')
  const title = tidy(relation)
  const found = relationSchema.options.find((one) => relations[one].includes(title))
  if (title !== '' && !found) complain('relation', 'unknownRelation', relation)
  return name === '' ? null : { name, relation: found ?? 'owner' }
}

/** What makes two rows one flat. */
const flatKey = ({ building, unit, room }: Row, words: ListWords): string =>
  [
    nameKeyOf('building', building, words),
    unit === null ? '' : nameKeyOf('unit', unit, words),
    room.toUpperCase(),
  ].join('/')

/** Rows of one flat are the people of its register; what they say of the flat has to agree. */
function joined(rows: readonly Row[], words: ListWords, complainAt: (row: number) => Complain): ListedFlat[] {
  const flats = new Map<string, ListedFlat>()
  for (const row of rows) {
    const key = flatKey(row, words)
    const { person, ...place } = row
    const flat = flats.get(key)
    if (flat) join(flat, row, complainAt(row.row))
    else flats.set(key, { ...place, register: person === undefined ? undefined : person ? [person] : [] })
  }
  return [...flats.values()]
}

function join(flat: ListedFlat, { person, room, floor, grid }: Row, complain: Complain): void {
  const isAgain = !person || !flat.register || flat.register.length === 0
  if (isAgain || flat.register?.some(({ name }) => name === person.name)) {
    return complain('room', 'twice', `${room} ${flat.row}`)
  }
  if (floor !== flat.floor) complain('floor', 'floorDisagrees', `${floor ?? ''} ${room}`)
  if ((grid ?? null) !== (flat.grid ?? null)) complain('grid', 'gridDisagrees', grid ?? '')
  if ((flat.register?.length ?? 0) >= mostNames) return complain('name', 'tooManyNames', person.name)
  flat.register?.push(person)
}
