import type { ImportColumn, ImportError, RowProblem } from '@/domain/place/contract'
import type { PlaceLevel } from '@/domain/shared/area'

/** Names that the server puts beside numbers to call. */
export const directoryNumberNames = { office: '社区' } as const

export const levelNames = {
  street: '街道',
  community: '社区',
  estate: '小区',
  building: '楼栋',
  unit: '单元',
  grid: '微网格',
} as const satisfies Record<PlaceLevel, string>

export const columnNames = {
  building: '楼栋',
  unit: '单元',
  floor: '楼层',
  room: '房号',
  grid: '微网格',
  name: '姓名',
  relation: '关系',
} as const satisfies Record<ImportColumn, string>

/** The letters that are typed for digits, and which. */
const lookAlikes: readonly [RegExp, string, string][] = [
  [/[oO]/, 'O', '0'],
  [/[Il]/, 'I', '1'],
]

function mistyped(value: string): string {
  const found = lookAlikes.find(([letter]) => letter.test(value))
  if (!found) return `“${value}”不像房号，写成 1502、15-2 或 A302 这样。`
  const meant = value.replace(/[oO]/g, '0').replace(/[Il]/g, '1')
  return `“${value}”里有字母 ${found[1]}，是不是 ${meant}？`
}

const unreadable = (kind: string): string => {
  if (kind === 'xls') return '这是老版的 .xls 文件，用 Excel 打开，另存为 .xlsx 再选一次。'
  if (kind === 'csv') return '这份表有引号没配对，读不下去，用 Excel 打开，另存为 .xlsx 再选一次。'
  return '这份文件打不开，要 Excel 的 .xlsx 或 CSV 表格。'
}

/** What is wrong, and what to do, after the row and the column. */
const problemWords = {
  missing: ({ column }) => (column === null ? '表里还没有一户。' : '空着。要是合并的单元格，请拆开填满。'),
  notARoom: ({ value }) => mistyped(value),
  notAFloor: ({ value }) => `“${value}”不像楼层，写数字就行，比如 15，地下写 -1。`,
  floorDisagrees: ({ value }) => `${value.trim().split(' ').join(' 层和房号 ')} 对不上，看看哪个写错了。`,
  nameTooLong: ({ value }) => `“${value.slice(0, 12)}…”太长，最多 20 个字。`,
  twice: ({ value }) => {
    const [room = '', row = ''] = value.split(' ')
    return `${room} 和第 ${row} 行重复了，留一行就好。`
  },
  unknownRelation: ({ value }) => `“${value}”没认出来，写业主、租客、家人或照护人。`,
  unknownColumn: ({ value }) => `“${value}”这一列没认出来。`,
  missingColumn: () => '没有这一列，请在表头写上。',
  tooManyRows: ({ value }) => `一共 ${value} 行，一次最多 10000 行，请分成几份。`,
  unreadable: ({ value }) => unreadable(value),
  becameADay: ({ value }) => `“${value}”被表格软件变成了日期，请把这一列设成“文本”，再写一遍，比如 15-2。`,
  columnTwice: ({ value }) => `“${value}”和前面一列是同一个意思，请留一列。`,
  gridDisagrees: ({ value }) => `同一户写了两个微网格（${value || '空着'}），请改成一样的。`,
  tooManyNames: () => '一户最多写 12 个人。',
  tooLarge: () => '文件超过 5 MB 了，请分成几份。',
} as const satisfies Record<RowProblem, (error: ImportError) => string>

/** Errors about the file, not about a cell of it. */
const ofFile: readonly RowProblem[] = ['unreadable', 'tooLarge', 'tooManyRows']

/** 第 17 行，房号：“15O2” 里有字母 O，是不是 1502？ */
export function importErrorWords(error: ImportError): string {
  const words = problemWords[error.problem](error)
  if (ofFile.includes(error.problem)) return words
  return `第 ${error.row} 行${error.column === null ? '' : `，${columnNames[error.column]}`}：${words}`
}
