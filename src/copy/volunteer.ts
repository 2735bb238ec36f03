import type { FitReason } from '@/domain/order/fit'
import type { Distance } from '@/features/volunteer/distance'
import type { DayPart } from '@/features/volunteer/weekly-times'

export const volunteer = {
  hallEmpty: '大厅里暂时没有单',
  hallEmptyHint: '有新单会马上出现在这里',
  hallMore: '前面几单都不合适，后面也许有',
  lookOn: '再往后看',
  offersTitle: '点名请您',
  hallTitle: '谁都能接',
  notVolunteerHint: '想帮邻居一把，请和楼长或社区说一声',
  accept: '接单',
  acceptLabel: (deed: string) => `接下这一单：${deed}`,
  takeOver: '我来代班',
  declineStandIn: '代不了',
  takeOverLabel: (deed: string) => `替他去这一单：${deed}`,
  asksYou: (name: string) => `${name}去不了，想请您代班`,
  accepting: '正在接',
  accepted: '接好了，谢谢您！',
  atCap: (cap: number) => `手上已有 ${cap} 单，办好一单再接`,
  decline: '去不了',
  declineTitle: '为什么去不了',
  declineReasons: ['时间不凑巧', '身体不舒服', '离得太远', '这个我不会'],
  declineWords: '想多说一句（可以不写）',
  declined: '知道了，另请别人',
  /** Losing the race, in kind words. */
  tooLate: '有位邻居比您快一步，这单已经有人去了。谢谢您的心意',
  waitsFor: (left: string) => `${left}内回个话就行`,
  waitsNoMore: '快回个话吧，时间快到了',
  urgent: '急',
  takes: (length: string) => `大约 ${length}`,
  stillWanted: (count: number) => `还差 ${count} 人`,
  canDo: (skills: string) => `您会${skills}`,
  toTasks: '我接的单',

  tasksActive: '要去的',
  tasksAlways: '常去的',
  tasksDone: '办好的',
  activeEmpty: '手上没有单',
  activeEmptyHint: '去大厅看看，谁家要帮忙',
  toHall: '去大厅',
  doneEmpty: '办好的单会记在这里',
  alwaysEmpty: '还没有固定要去的人家',
  alwaysFor: (name: string) => `${name}家`,
  alwaysNext: '接下来的日子',
  alwaysHint: '到日子前两天，会放进“要去的”里',
  alwaysAsk: '到日子前两天问您一声，提前一天答复就行',
  alwaysEach: '每次都去，不用问我',
  alwaysAskMe: '以后每次先问我',
  alwaysLeave: '以后不去了',
  alwaysLeaveConsequence: '以后请别人去。手上已经接的那几次还是您的，去不了请一单一单退。',
  alwaysSaid: {
    each: '好的，以后到日子就排上您',
    ask: '好的，以后每次先问您',
    leave: '好的，谢谢您一直照应',
  },
  alwaysStopped: '已经停了，谢谢您一直照应',
  noDays: '最近没有要去的日子',
  served: (minutes: number) => `记了 ${minutes} 分钟`,
  corrected: (minutes: number) => `社区更正为 ${minutes} 分钟`,
  servedTooLittle: '时间短了些，这次没记时长',
  thanked: (words: string) => `“${words}”`,
  bringTitle: '出门前',
  bring: ['带上手机，到门口请居民念上门码', '穿上红马甲，邻居好认'],
  mergedInto: '去看合并后的那一单',
  mergedHint: '和邻居的同一件事并在一起办，那边有进展会告诉您',
  splitFrom: '看原来的那一单',
  splitHint: '这件事是从另一单里拆出来的',
} as const

/** Why an order can't be taken, where the cloud says so. */
export const notEligibleWords = {
  atCap: '手上的单满了，办好一单再接',
  lacksSkill: '这一单要专门的手艺，请留给会的人',
} as const satisfies Partial<Record<FitReason, string>>

export const distanceWords = {
  sameUnit: '同单元',
  sameBuilding: '同栋',
  sameEstate: '同小区',
  nextEstate: '隔壁小区',
} as const satisfies Record<Distance, string>

/** What volunteers decide for themselves, and what they have done. */
export const profileWords = {
  skills: '我会什么',
  skillsHint: '要这些手艺的单，会先请您',
  cap: '手上最多几单',
  capHint: '满了就先不请您',
  capOf: (count: number) => `${count} 单`,
  times: '什么时候方便',
  timesHint: '不选，就是什么时候都行',
  off: '这阵子不接单',
  offHint: '到了那天会自己恢复',
  avoided: (count: number) => `不再去的有 ${count} 家`,
  avoidedHint: '只有您自己知道',
  forgetAvoided: '都可以去了',
  on: '照常接单',
  offUntil: (day: string) => `歇到${day}`,
  save: '保存',
  saved: '记下了',
  thanks: '邻居的话，您留着',
  noThanks: '邻居谢您的话，会留在这里',
  onWall: '贴在楼栋感谢墙上',
  openThanks: (words: string) => `看这一单：${words}`,
  corrections: '社区更正过的时长',
  correction: (service: string, minutes: number) =>
    `${service}：${minutes > 0 ? '加' : '减'} ${Math.abs(minutes)} 分钟`,
  correctedWhy: (day: string, reason: string) => `${day} · ${reason}`,
  thanksFrom: (service: string, day: string) => `${service} · ${day}`,
  orders: (count: number) => `${count} 单`,
  ordersLabel: '办好了',
  time: (minutes: number): string =>
    minutes < 60 ? `${minutes} 分钟` : `${String(Math.round(minutes / 6) / 10)} 小时`,
  timeLabel: '服务时长',
  people: (count: number) => `${count} 家`,
  peopleLabel: '帮过',
  seen: '每一单都记着，谢谢您',
  certificates: '开服务证明',
  title: '我的志愿服务',
} as const

export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
export const dayPartNames = {
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
} as const satisfies Record<DayPart, string>

/** What was done at a door without a network. */
export const pendingWords = {
  kept: '已记下，有网时自动上报',
  later: '已记下，有网时自动上报',
  what: {
    checkIn: (time: string) => `${time} 签到`,
    checkOut: (time: string) => `${time} 先走`,
    complete: (time: string) => `${time} 办好`,
  },
  refused: '这一单刚刚有了变化，没报上去',
  refusedHint: '您做的都记在这里，请和社区说一声，会给您补上',
  seen: '知道了',
  wrongCode: '上门码对不上，请再念一遍；没有码也可以先签到',
} as const
