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

const areaNoun = (level: PlaceLevel): string => (level === 'building' ? '楼' : levelNames[level])

export const mapWords = {
  title: '小区地图',
  none: '您还没有负责的地方',
  empty: {
    street: '还没有社区',
    community: '还没有小区，加一个就能放楼栋',
    estate: '还没有楼栋。有名单就导入，没有就一栋一栋加',
    building: '还没有单元',
    unit: '',
    grid: '',
  } satisfies Record<PlaceLevel, string>,
  counts: (households: number, residents: number) => `${households} 户 · ${residents} 位邻居`,
  add: {
    street: '加社区',
    community: '加小区',
    estate: '加一栋',
    building: '加单元',
    unit: '',
    grid: '',
  } satisfies Record<PlaceLevel, string>,
  nameLabel: '名字',
  nameHint: {
    street: '',
    community: '比如：幸福社区',
    estate: '比如：幸福里小区',
    building: '楼里怎么叫就怎么写，比如：4栋、12幢、A座',
    unit: '比如：2单元',
    grid: '比如：3号微网格',
  } satisfies Record<PlaceLevel, string>,
  save: '保存',
  saved: '保存好了',
  rename: '改名字',
  sameName: '已经有这个名字了，换一个',
  retire: '撤下',
  retireTitle: (name: string) => `撤下${name}`,
  retireCheck: (level: PlaceLevel) =>
    level === 'grid'
      ? '住户还在，只是不再归这个微网格。'
      : `${areaNoun(level)}和里面的空房会从地图上拿掉，过去的记录留着。还有人住的撤不下。`,
  retired: '撤下了',
  import: '导入名单',
  importHint: 'Excel 或 CSV，一次放好整个小区',
  export: '导出名单',
  exportHint: '存成表格，改好还能再导回来',
  exportCheck: '名单里有住户姓名。谁导出过，住户自己看得到；请放好，别转到群里。',
  exportStart: '导出',
  exportReady: (rows: number) => `准备好了，一共 ${rows} 行。`,
  exportSave: '存下来',
  exportSaved: '存好了',
  exportNotSaved: '没有存下来，再点一次试试',
  exportName: (estate: string) => `${estate}住户名单.csv`,
} as const

export const buildingWords = {
  all: '全部',
  noGrid: '没归微网格',
  noUnit: '不分单元',
  floor: (floor: number) => (floor < 0 ? `地下${-floor}层` : `${floor}层`),
  noFloor: '楼层没写',
  residents: (count: number) => (count === 0 ? '—' : `${count} 人`),
  flatLabel: (room: string, residents: number, grid: string) =>
    `${room}，${residents === 0 ? '没人加入' : `${residents} 位邻居`}，${grid === '' ? '没归微网格' : grid}`,
  unlisted: '名单外',
  empty: '还没有住户，加一户试试',
  tools: '这栋楼',
  addFlat: '加一户',
  flatTitle: (area: string, room: string) => `${area} ${room}`,
  where: '在哪里',
  room: '房号',
  roomHint: '门上怎么写就怎么写：1502、15-2、A302',
  roomWrong: '房号用数字、字母和短横线，最多 8 个字',
  floorLabel: '楼层',
  floorHint: '不写就按房号算',
  floorWrong: '楼层和房号对不上',
  register: '名册上的人',
  registerHint: '确认新邻居时拿来对一对，只有负责的人看得到',
  registerEmpty: '名册上没有名字',
  registerAdd: '再写一位',
  registerName: (at: number) => `第 ${at} 位的姓名`,
  registerRemove: (name: string) => `拿掉${name === '' ? '这一位' : name}`,
  inside: (count: number) => (count === 0 ? '还没有人加入' : `${count} 位邻居加入了`),
  seenHint: '您看过这一户，住户自己看得到。',
  unlistedHint: '这一户是新邻居自己写的，名单上没有。保存就算列入名单。',
  saveFlat: '保存',
  savedFlat: '保存好了',
  removeFlat: '拿掉这一户',
  removeTitle: (room: string) => `拿掉 ${room}`,
  removeCheck: '名册上的名字会一起删掉，找不回来。还有人住的拿不掉。',
  removed: '拿掉了',
  addGrid: '加微网格',
  editGrid: '改这个微网格',
  gridLead: '点住户，点楼层就是整层，点单元就是整个单元。',
  gridDone: (count: number) => `选好了，${count} 户`,
  gridNameTitle: '这个微网格叫什么',
  gridMany: '一个微网格最多 300 户',
  gridSaved: '微网格保存好了',
  gridKept: (count: number) => `${count} 户会归到这个微网格，住在里面的邻居马上跟着变。`,
  cancel: '不改了',
  chosen: '选了',
  unitAll: (name: string) => `选整个${name}`,
} as const

export const importWords = {
  title: '导入名单',
  lead: '选一份 Excel（.xlsx）或 CSV 表格，一行写一户。先看一遍，您点头了才放进去。',
  columns: '第一行写表头，顺序随意：',
  needed: '一定要有',
  optional: '可以有',
  many: '一户有几个人，就写几行。最多 10000 行，5 MB。',
  sample: '存一份样表',
  sampleName: '住户名单样表.csv',
  sampleSaved: '存好了',
  fromChat: '在微信里选：先把表格发给“文件传输助手”，再从聊天里选。',
  choose: '选文件',
  chooseAgain: '改好了，再选一次',
  uploading: '正在上传',
  reading: '正在一行一行看',
  tooLarge: '文件超过 5 MB 了，请分成几份',
  lost: '文件找不到了，请重新选一次；已经放进去的都在',
  wrong: (count: number) => `有 ${count} 处要改`,
  wrongHint: '一处都没放进去。改好表格，再选一次。',
  wrongMore: (count: number) => `这里列了前面 ${count} 处。`,
  right: (rows: number) => `${rows} 行都看懂了`,
  rightHint: '还没有放进去，看看对不对。',
  counts: {
    newBuildings: '新的楼栋',
    newUnits: '新的单元',
    newGrids: '新的微网格',
    newHouseholds: '新的住户',
    changedHouseholds: '有变动的住户',
    unchangedHouseholds: '没变的住户',
    missingHouseholds: '名单上没有、原来有的',
  },
  missingHint: '名单上没有的住户会留着。真的没有了，请到楼里拿掉。',
  ignored: (columns: string) => `这几列用不上，没有读：${columns}`,
  sampleTitle: '头几行是这样读的',
  put: '放进去',
  nothing: '和现在一样，不用放',
  progress: (done: number, total: number) => `放好了 ${done} 户，一共 ${total} 户`,
  goOn: '可以先去忙别的，云端会接着放完。',
  stopped: '网络断了，没放完的云端会接着放。',
  continue: '接着放',
  done: '都放好了',
  doneHint: (total: number) => `一共 ${total} 户。`,
  see: '去看看',
} as const

export const importSample: readonly (readonly string[])[] = [
  ['楼栋', '单元', '楼层', '房号', '微网格', '姓名', '关系'],
  ['4栋', '1单元', '15', '1502', '3号微网格', '李秀兰', '业主'],
  ['4栋', '1单元', '15', '1502', '3号微网格', '李强', '家人'],
  ['4栋', '1单元', '3', '302', '1号微网格', '', ''],
]

export const directoryWords = {
  title: '谁是谁',
  helpers: '谁在照看这栋楼',
  helpersEmpty: '还没有人负责这栋楼，有事打社区电话',
  since: (date: string) => `${date}起`,
  call: '打电话',
  numbers: '打电话',
  neighbours: '邻居',
  neighboursHint: '大家默认只露昵称，愿意多说的才多说。',
  mine: '改我给邻居看的',
  unconfirmed: '楼长确认您住在这里以后，就能看到邻居。',
  neighboursEmpty: '还没有别的邻居加入，扫楼里的码就能来',
  me: '我',
  noHome: '您还没有加入楼栋，扫楼里的码就能看到谁在照看您家',
} as const
