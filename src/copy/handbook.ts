import { lengthWords } from '@/copy/time'
import type { ActionName } from '@/domain/contracts'
import type { AutoStep, Danger, GuideEntry, Service } from '@/domain/handbook/schema'
import { minutes } from '@/domain/shared/time'

type EditName = Extract<ActionName, `handbook.put${string}` | `handbook.remove${string}`>

/** A line of the trail, after the name of the one who did it. */
export const changeWords = {
  'handbook.putService': '改了服务',
  'handbook.putGuideEntry': '改了责任清单',
  'handbook.removeGuideEntry': '从责任清单里拿掉了一条',
  'handbook.putOffice': '改了办公时间',
} as const satisfies Record<EditName, string>

/** What an answer may mean, in a chip. */
export const dangerNames = {
  gas: '漏气',
  fire: '着火',
  trapped: '有人被困',
  medical: '人不舒服',
  violence: '有人行凶',
  electric: '漏电',
  water: '有人落水',
} as const satisfies Record<Danger, string>

/** What is wrong with a field of a service, and what to do. */
export const serviceWrong = {
  id: '这一项打不开，请回去再试',
  name: '名字写 1 到 12 个字',
  description: '说明不超过 60 个字',
  icon: '选一个图标',
  words: '常用说法每个不超过 12 个字，最多 20 个',
  example: '例句不超过 60 个字',
  deed: '“来做什么”写 1 到 20 个字',
  questions: '问题要 2 到 40 个字，回答要 1 到 20 个字',
  skills: '技能最多选 4 样',
  minutes: '时长选 5 分钟到 10 小时',
  response: '时限最短 10 分钟',
  hints: '提醒每条不超过 40 个字，最多 6 条',
  people: '一位或两位',
  guideId: '选清单里的一条',
  auto: '自动派单最多 4 步',
  isActive: '开或关',
} as const satisfies Record<keyof Service, string>

export const entryWrong = {
  id: '这一条打不开，请回去再试',
  matter: '什么事：写 2 到 30 个字',
  words: '至少写一个常用说法，每个不超过 12 个字',
  name: '谁管：写 1 到 30 个字',
  phone: '电话用数字写，比如 010-55550110',
  hours: '时间不超过 30 个字',
  advice: '提醒不超过 80 个字',
} as const satisfies Record<keyof GuideEntry, string>

export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** A length as people say it, exact: 半小时, 1 小时 30 分钟, 2 天. */
export function exactLength(length: number): string {
  if (length % 1440 === 0) return `${length / 1440} 天`
  const [whole, rest] = [Math.floor(length / 60), length % 60]
  return [whole > 0 ? `${whole} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ')
}

/** A length in working time; a day has `dayLength` minutes of work. */
export const workLength = (length: number, dayLength: number): string =>
  dayLength > 0 && length % dayLength === 0 ? `${length / dayLength} 个工作日` : exactLength(length)

const whoIsTold = ({ to, count }: Pick<AutoStep, 'to' | 'count'>): string =>
  to === 'hall' ? '放到接单大厅，谁先接谁去' : `请离得最近、会这一样的 ${count} 位`

/** A step of dispatching by itself, as a sentence: 点单后 10 分钟没人接，放到接单大厅. */
export const stepWords = ({ to, count, afterMinutes }: AutoStep): string =>
  afterMinutes === 0
    ? `一点单，马上${whoIsTold({ to, count })}`
    : `点单后 ${lengthWords(minutes(afterMinutes))}还没人接，${whoIsTold({ to, count })}`

export const handbookWords = {
  tabs: { services: '服务', guide: '责任清单', office: '办公时间' },
  notStaff: '办事手册由社区工作者来改',
  onlyRead: '您可以看，改要请这个社区的工作人员',
  off: '已停用',
  someoneElses: '不归社区办',
  turnOn: '启用',
  turnOff: '停用',
  turnedOn: '启用了，居民点得到了',
  turnedOff: '停用了，居民点不到了',
  addService: '加一项服务',
  addEntry: '加一条',
  servicesEmpty: '还没有服务，加一项居民就能点',
  askedFor: (count: number) => `近 90 天有 ${count} 次问到这里`,
  guideEmpty: '还没有责任清单，加一条居民就能查到',
  edit: (name: string) => `改：${name}`,
  save: '保存',
  saved: '保存好了',
  note: '为什么改（可以不写）',
  noteHint: '记在改动记录里，同事看得到',
  meanwhileElsewhere: '刚才同事改了手册的别处。您写的都在，保存时两边都留着。',
  meanwhileHere: (name: string) =>
    `${name}刚才也改了这一项。您写的都在：再保存，就用您的；也可以看看现在的样子。`,
  colleague: '同事',
  takeTheirs: '看现在的',
  trail: '改动记录',
  trailEmpty: '还没有人改过，现在是标准手册',
  trailMore: '看更多记录',
  gone: '这一项已经不在了',
  remove: '拿掉',
  removeOne: (what: string) => `拿掉：${what}`,
  add: '加上',
  done: '好了',
} as const

export const serviceWords = {
  name: '名字',
  namePlaceholder: '比如：小修小补',
  description: '说明',
  descriptionPlaceholder: '一句话说清帮什么',
  icon: '图标',
  words: '居民会怎么说',
  wordsHint: '居民打这些字就找得到，用顿号隔开可以一次加几个',
  wordsAdd: '常用说法',
  example: '例句',
  examplePlaceholder: '居民点开时看到的一句话',
  deed: '来做什么',
  deedHint: (deed: string) => `念一念通不通：请一位志愿者${deed === '' ? '来……' : deed}`,
  deedPlaceholder: '比如：来修一修',
  isActive: '居民可以点',
  isActiveHint: '关上后居民点不到，已经点的照样办',
  whose: '归谁办',
  ours: '社区来办',
  others: '别的单位来办',
  whoseHint: '归别的单位的，居民点开就看到电话，不会下单',
  questions: '点单时问什么',
  questionsHint: '问清楚了，来的人好准备。最多 6 个',
  question: (at: number) => `第 ${at} 个问题`,
  addQuestion: '加一个问题',
  removeQuestion: '不问这个了',
  isRequired: '一定要答',
  choices: '可以选的回答（不写就让居民自己写）',
  addChoice: '加一个回答',
  choice: '回答',
  choiceDanger: '选了这个，有没有危险',
  noDanger: '没有危险',
  dangerHint: '有危险时，居民先看到急救电话',
  dangerous: (name: string) => `危险：${name}`,
  skills: '志愿者要会什么',
  skillsHint: '都不选，谁都能去',
  minutes: '一般要多久',
  urgent: '急事多久内有人到',
  urgentHint: '按钟点算，夜里周末也算',
  usual: '平常多久内有人到',
  usualHint: '只算办公时间',
  hints: '上门注意',
  hintsHint: '志愿者接单后看到',
  hintsAdd: '一条提醒',
  people: '一次去几位',
  one: '一位',
  two: '两位（去独居的人家）',
  auto: '自动派单',
  autoNone: '不自动派，都由派单台来派',
  autoHint: '一步一步来，有人接了就停',
  addStep: '加一步',
  stepTitle: '什么时候，请谁',
  stepAfter: '点单后多久还没人接',
  atOnce: '马上',
  stepTo: '请谁',
  nearest: '离得近的几位',
  hall: '放到大厅',
  stepCount: '请几位',
  stepCounted: (count: number) => `${count} 位`,
} as const

export const entryWords = {
  matter: '什么事',
  matterPlaceholder: '比如：下水道堵了',
  words: '居民会怎么说',
  wordsHint: '居民打这些字就找得到，用顿号隔开可以一次加几个',
  wordsAdd: '常用说法',
  name: '归谁管',
  namePlaceholder: '比如：物业服务中心',
  phone: '电话',
  phonePlaceholder: '比如：010-55550110',
  hours: '什么时候有人接',
  hoursPlaceholder: '比如：全天有人接',
  advice: '打电话之前',
  advicePlaceholder: '先做什么，电话里说什么',
  remove: '拿掉这一条',
  removeTitle: '拿掉这一条',
  removeCheck: (matter: string) => `居民再也查不到“${matter}”归谁管。`,
  removed: '拿掉了',
  inUse: (names: string) => `服务“${names}”还指着这一条，先去那里改归谁办`,
} as const

export const officeWords = {
  weekdays: '哪几天上班',
  hours: '几点上班',
  hoursHint: '平常的单按办公时间算时限',
  span: (at: number) => `第 ${at} 段`,
  from: '从',
  to: '到',
  addSpan: '再加一段',
  removeSpan: '不要这一段',
  holidays: '放假',
  holidaysHint: '法定假日已经写好，多放的在这里加',
  workdays: '调休上班',
  workdaysHint: '要上班的周六周日',
  day: '日子',
  dayPlaceholder: '比如：10月1日',
  dayWrong: '这个日子没认出来，写成 10月1日 就行',
  past: (count: number) => `过去的 ${count} 天收起来了`,
  quiet: '不打扰的时间',
  quietHint: '这段时间里，不急的消息等到天亮再发',
  phone: '社区电话',
  clockWrong: '时间写成 8:30 这样',
  spanWrong: '结束要比开始晚，几段之间别重叠',
  noWeekday: '至少选一天上班',
  phoneWrong: '电话用数字写，比如 010-55550100',
} as const

export const guidePageWords = {
  lead: '有些事不归社区办，这里有该找谁、电话多少。',
  search: '什么事，写一句',
  searchPlaceholder: '比如：下水道堵了',
  empty: '清单还是空的，有事可以先点单问社区',
  none: '清单里没有，可以点一单，社区帮您问',
  order: '点一单',
  call: '打电话',
  callWho: (name: string, phone: string) => `打电话给${name}，${phone}`,
  office: '社区电话',
} as const
