import type { Beneficiary } from '@/domain/order/parts'

type Other = Extract<Beneficiary, { kind: 'other' }>

/** Emergency numbers, in their corner. */
export const sosWords = {
  button: '紧急',
  title: '紧急电话',
  lead: '有危险先打电话，一点就拨。',
  community: '社区',
  call: (name: string, number: string) => `打给${name}，${number}`,
  callNow: (number: string) => `打 ${number}`,
} as const

/** When words or an answer tell of danger. */
export const dangerStopWords = {
  called: '已经打过电话，还要点单',
  back: '没有危险，改一改',
} as const

/** When it is someone else's job. */
export const guideWords = {
  whose: (name: string) => `这件事归${name}管`,
  insist: '还是要点单',
} as const

/** 幸福里小区 4栋2单元 → 4栋 */
const buildingIn = (areaName: string): string => /[^\s栋幢楼座]*[栋幢楼座]/.exec(areaName)?.[0] ?? '这栋楼'

export const similarWords = {
  title: (areaName: string, count: number) => `${buildingIn(areaName)}已有 ${count} 户报了同样的事`,
  when: (ago: string) => `最近一户是${ago}报的。`,
  followed: '您已经说过“我家也是”，办好了会告诉您。',
  meToo: '我家也是',
  see: '看看那一单',
  another: '不是一回事',
} as const

export const catalogueWords = {
  label: '要帮什么忙',
  search: '找一找',
  placeholder: '比如：漏水、陪看病',
  change: '换一个',
  guessed: '按您说的，先记成这一类',
  nothing: '没找到。选“别的事”，说一句就行。',
  missing: '请选一样要帮的忙',
  gone: '这一样现在不办了，请另选一样',
} as const

export const wordsWords = {
  label: '说说是什么事',
  hint: '写清楚了，来的人好准备',
  short: '再多写几个字，让人知道是什么事',
  example: (example: string) => `比如：${example}`,
  /** What is sent where nothing was written. */
  standard: (deed: string) => `请一位志愿者${deed}`,
  mayStayEmpty: (standard: string) => `不写也行，就按“${standard}”交`,
  answerMissing: '请选一个或写一写',
} as const

export const whoWords = {
  label: '帮谁',
  self: '我自己',
  other: '别人',
  charges: '我替谁办事',
  chargesHint: '点一下，称呼和门牌都填好；不是他们，就在下面写',
  charge: (name: string, areaName: string, room: string) => `${name}（${areaName} ${room}）`,
  name: '怎么称呼',
  namePlaceholder: '比如：李奶奶',
  nameMissing: '请写一写怎么称呼',
  relation: '和您是',
  consent: '本人知道吗',
  consentHint: '请先问过本人，再替他点单。',
  consentMissing: '请先问过本人',
  place: '到哪里',
  ownDoor: (areaName: string, roomNumber: string) => `${areaName} ${roomNumber}`,
  otherDoor: (areaName: string) => `${areaName} 别的门`,
  room: '房号',
  roomPlaceholder: '比如：1502',
  roomWrong: '房号用数字和字母，比如 1502',
  placeSearch: '写几栋，如 12栋',
  noPlace: '没有找到这个地方',
  placeMissing: '请选一个地方',
} as const

export const relationNames = {
  family: '家人',
  neighbour: '邻居',
  resident: '我照看的居民',
} as const satisfies Record<Other['relation'], string>

export const consentNames = {
  present: '在旁边，同意了',
  byPhone: '电话里同意了',
  standing: '说过以后都可以',
} as const satisfies Record<Other['consent'], string>

export const moreWords = {
  access: '怎么进门（可以不写）',
  accessPlaceholder: '比如：门铃坏了，请敲门',
  people: '要几个人',
  peopleChoice: (count: number) => `${count} 人`,
} as const

/** What went wrong when it was sent, where a sentence is not enough. */
export const refusedWords = {
  limit: {
    perDay: { title: '今天点得够多了', words: '这些事我们先一件件办。急事请打社区电话，社区帮您记。' },
    sameText: {
      title: '这件事已经收到了',
      words: '同样的话今天交过了，正在找人。要补充的，打开那一单留言就行。',
    },
    series: { title: '固定的帮忙够多了', words: '先停掉一个不用的，或打社区电话商量。' },
  },
  callCommunity: '社区电话',
  myOrders: '看我的订单',
} as const
export type LimitReason = keyof typeof refusedWords.limit

export const summaryWords = {
  sentence: ({ when, people, place, deed, name, urgent }: SummaryParts) =>
    `${urgent ? '急事：' : ''}${when}，请${peopleOf(people)}志愿者到${place}${deed}${name ? `，帮的是${name}` : ''}`,
  direct: '不用多说，去交单',
} as const

interface SummaryParts {
  when: string
  people: number
  place: string
  deed: string
  /** Whom it is for, where it is not me. */
  name: string | null
  urgent: boolean
}

const peopleOf = (count: number): string => (count === 1 ? '一位' : count === 2 ? '两位' : `${count} 位`)

/** What is still missing, said once more where its field may be out of sight. */
export const problemWords = {
  service: catalogueWords.missing,
  text: wordsWords.short,
  answers: '还有一个问题没有答',
  weekdays: '请选星期几',
  monthDay: '请写每月几号，1 到 31',
  name: whoWords.nameMissing,
  consent: whoWords.consentMissing,
  home: whoWords.placeMissing,
  room: whoWords.roomWrong,
  phone: '电话是 11 位数字，请再看看',
} as const
