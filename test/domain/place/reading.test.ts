import { importErrorWords } from '@/copy/place'
import { placeListWords } from '@/copy/place-list'
import type { ImportColumn, RowProblem } from '@/domain/place/contract'
import { readFlats } from '@/domain/place/reading'

const read = (...table: string[][]) => readFlats(table, placeListWords)
const headline = ['楼栋', '单元', '楼层', '房号', '微网格', '姓名', '关系']
const row = (overrides: Partial<Record<ImportColumn, string>> = {}): string[] => {
  const cells = { building: '4栋', unit: '1单元', floor: '', room: '1502', grid: '', name: '', relation: '' }
  return Object.values({ ...cells, ...overrides })
}
const readRow = (overrides: Partial<Record<ImportColumn, string>>) => read(headline, row(overrides))

test('a flat is read with its building, stairwell, floor, grid and the people of its register', () => {
  const { flats, errors, rows } = read(
    headline,
    row({ grid: '3号微网格', name: '李秀兰', relation: '户主' }),
    row({ grid: '3号微网格', name: '李强', relation: '儿子' }),
    row({ room: '1503' }),
  )
  expect(errors).toEqual([])
  expect(rows).toBe(3)
  expect(flats).toEqual([
    {
      row: 2,
      building: '4栋',
      unit: '1单元',
      floor: 15,
      room: '1502',
      grid: '3号微网格',
      register: [
        { name: '李秀兰', relation: 'owner' },
        { name: '李强', relation: 'family' },
      ],
    },
    { row: 4, building: '4栋', unit: '1单元', floor: 15, room: '1503', grid: null, register: [] },
  ])
})

test('columns come in any order, under the names that estates use, below a title, with others between', () => {
  const { flats, errors, ignoredColumns } = read(
    ['幸福里小区住户表', '', '', ''],
    [],
    ['面积', '门牌号（必填）', '幢*', '户主'],
    ['89', '302室', '２幢', '王建国'],
  )
  expect(errors).toEqual([])
  expect(ignoredColumns).toEqual(['面积'])
  // What a list has no column for stays as it was.
  expect(flats).toEqual([
    {
      row: 4,
      building: '２幢',
      unit: null,
      floor: 3,
      room: '302',
      grid: undefined,
      register: [{ name: '王建国', relation: 'owner' }],
    },
  ])
})

const floors: [written: string, room: string, floor: number][] = [
  ['15', '1502', 15],
  ['15层', '1502', 15],
  ['十五层', '1502', 15],
  ['３楼', '302', 3],
  ['15F', '15-2', 15],
  ['-1', 'B101', -1],
  ['负一层', 'B101', -1],
  ['地下1层', 'B101', -1],
  ['2', 'A2', 2],
]
test.each(floors)('a floor is read as estates write it: %s of %s', (written, room, floor) => {
  expect(readRow({ floor: written, room })).toMatchObject({ errors: [], flats: [{ floor }] })
})

const rooms: [written: string, room: string][] = [
  ['1502', '1502'],
  [' １５０２ ', '1502'],
  ['1502室', '1502'],
  ['15－2', '15-2'],
  ['15—2', '15-2'],
  ['a302', 'a302'],
]
test.each(rooms)('a room is read as doors have it: %s', (written, room) => {
  expect(readRow({ room: written }).flats[0]?.room).toBe(room)
})

const problems: [Partial<Record<ImportColumn, string>>, ImportColumn, RowProblem, words: string][] = [
  [{ building: '' }, 'building', 'missing', '第 2 行，楼栋：空着。要是合并的单元格，请拆开填满。'],
  [{ room: '' }, 'room', 'missing', '第 2 行，房号：空着。要是合并的单元格，请拆开填满。'],
  [{ room: '15O2' }, 'room', 'notARoom', '第 2 行，房号：“15O2”里有字母 O，是不是 1502？'],
  [{ room: '150l' }, 'room', 'notARoom', '第 2 行，房号：“150l”里有字母 I，是不是 1501？'],
  [
    { room: '一五零二' },
    'room',
    'notARoom',
    '第 2 行，房号：“一五零二”不像房号，写成 1502、15-2 或 A302 这样。',
  ],
  [
    { room: '2025-02-15' },
    'room',
    'becameADay',
    '第 2 行，房号：“2025-02-15”被表格软件变成了日期，请把这一列设成“文本”，再写一遍，比如 15-2。',
  ],
  [
    { room: '2月15日' },
    'room',
    'becameADay',
    '第 2 行，房号：“2月15日”被表格软件变成了日期，请把这一列设成“文本”，再写一遍，比如 15-2。',
  ],
  [
    { room: '15-Feb' },
    'room',
    'becameADay',
    '第 2 行，房号：“15-Feb”被表格软件变成了日期，请把这一列设成“文本”，再写一遍，比如 15-2。',
  ],
  [{ floor: '顶' }, 'floor', 'notAFloor', '第 2 行，楼层：“顶”不像楼层，写数字就行，比如 15，地下写 -1。'],
  [{ floor: '200' }, 'floor', 'notAFloor', '第 2 行，楼层：“200”不像楼层，写数字就行，比如 15，地下写 -1。'],
  [{ floor: '5' }, 'floor', 'floorDisagrees', '第 2 行，楼层：5 层和房号 1502 对不上，看看哪个写错了。'],
  [
    { name: '长'.repeat(21) },
    'name',
    'nameTooLong',
    '第 2 行，姓名：“长长长长长长长长长长长长…”太长，最多 20 个字。',
  ],
  [
    { name: '李强', relation: '朋友' },
    'relation',
    'unknownRelation',
    '第 2 行，关系：“朋友”没认出来，写业主、租客、家人或照护人。',
  ],
]
test.each(problems)(
  'a wrong cell is told by row and column, in words: %j',
  (cells, column, problem, words) => {
    const { errors } = readRow(cells)
    expect(errors).toEqual([expect.objectContaining({ row: 2, column, problem })])
    expect(errors.map(importErrorWords)).toEqual([words])
  },
)

test('the same flat twice is told with the row it stands in first, however its building is written', () => {
  const { errors } = read(headline, row({}), row({ building: '四栋', unit: '1', room: '1502室' }))
  expect(errors.map(importErrorWords)).toEqual(['第 3 行，房号：1502 和第 2 行重复了，留一行就好。'])
})

test('rows of one flat that contradict each other are told', () => {
  const { errors } = read(
    headline,
    row({ room: '15-2', floor: '15', grid: '1号微网格', name: '李秀兰' }),
    row({ room: '15-2', floor: '15', grid: '2号微网格', name: '李强' }),
  )
  expect(errors).toEqual([expect.objectContaining({ row: 3, column: 'grid', problem: 'gridDisagrees' })])
})

test('a register of thirteen is one too many', () => {
  const rows = Array.from({ length: 13 }, (_, index) => row({ name: `住户${index}` }))
  expect(read(headline, ...rows).errors).toEqual([
    expect.objectContaining({ row: 14, column: 'name', problem: 'tooManyNames' }),
  ])
})

test('without a column for buildings or rooms nothing is read', () => {
  const { errors, flats } = read(['姓名', '电话'], ['李秀兰', '138'])
  expect(flats).toEqual([])
  expect(errors.map(importErrorWords)).toEqual([
    '第 1 行，楼栋：没有这一列，请在表头写上。',
    '第 1 行，房号：没有这一列，请在表头写上。',
  ])
})

test('two columns of the same meaning, an empty list, and one that is too long are told', () => {
  expect(read(['楼栋', '栋', '房号'], ['4栋', '5栋', '101']).errors[0]).toMatchObject({
    problem: 'columnTwice',
  })
  expect(read(headline).errors.map(importErrorWords)).toEqual(['第 2 行：表里还没有一户。'])
  const long = Array.from({ length: 10_001 }, (_, index) => row({ building: `${index}栋` }))
  expect(read(headline, ...long).errors.map(importErrorWords)).toEqual([
    '一共 10001 行，一次最多 10000 行，请分成几份。',
  ])
})
