import type { Redirection, reviewDimensions, reviewTags, VisitSafety } from '@/domain/order/parts'
import type { OrderView } from '@/domain/order/present'
import type { FitReason } from '@/domain/order/fit'
import { patience } from '@/domain/order/patience'
import type { OrderStatus } from '@/domain/order/status'
import { days, type Timestamp } from '@/domain/shared/time'
import { eventWords } from './order-events'
import { momentWords, nearDayWords, windowWords } from './time'

/** The word on the tag. */
export const statusNames = {
  placed: '待派单',
  deferred: '延后办',
  dispatched: '已派单',
  accepted: '已接单',
  inService: '服务中',
  completed: '待评价',
  reviewed: '已评价',
  closed: '已结单',
  cancelled: '已取消',
  redirected: '已转交',
  merged: '已合并',
} as const satisfies Record<OrderStatus, string>

const ratingDays = patience.rating / days(1)

type Sentence = (order: OrderView, now: Timestamp) => string
type NameSentence = (order: OrderView) => string

/** 王师傅 · 王师傅和赵姐 · 王师傅等 5 人 */
export function namesOf(people: readonly { name: string }[]): string {
  const [first, second, third] = people.map(({ name }) => name)
  if (!first) return '志愿者'
  if (third) return `${first}等 ${people.length} 人`
  return second ? `${first}和${second}` : first
}
const helper: NameSentence = ({ takers }) => namesOf(takers)
const invited: NameSentence = ({ offer }) => namesOf(offer?.kind === 'people' ? offer.people : [])
const stillWanted: NameSentence = ({ people, takers }) =>
  takers.length > 0 ? `已有 ${takers.length} 人，还差 ${people - takers.length} 人` : ''
const toWhom: NameSentence = ({ redirection }) => redirection?.name ?? '负责的单位'

/** 到3月8日 */
const untilDay: Sentence = ({ deferredUntil }, now) =>
  deferredUntil === null ? '到时候' : `到${nearDayWords(deferredUntil, now)}`

/** How it stands, told to the one who asked for help. */
const toRequester = {
  placed: () => '还没有人接单，我们在帮您找',
  deferred: (order, now) => `先放一放，${untilDay(order, now)}我们再办`,
  dispatched: (order) =>
    stillWanted(order) ||
    (order.offer?.kind === 'hall' ? '已经告诉志愿者们，等人接单' : `请了${invited(order)}，等一句回话`),
  accepted: (order) => `${helper(order)}会来帮您`,
  inService: (order) => `${helper(order)}已经到了，正在忙`,
  completed: (order) => `${helper(order)}说办好了，请您评一评，${ratingDays} 天后自动结单`,
  reviewed: () => '您评过了，谢谢您',
  closed: () => '过了一周没有评价，已经结单',
  cancelled: () => '这一单取消了',
  redirected: (order) => `这件事归${toWhom(order)}管，已经转过去`,
  merged: () => '和邻居的同一件事并在一起办了',
} satisfies Record<OrderStatus, Sentence>

/** And told to anyone else. */
const toOthers = {
  placed: () => '等社区派单',
  deferred: (order, now) => `先放一放，${untilDay(order, now)}再办`,
  dispatched: (order) =>
    stillWanted(order) ||
    (order.offer?.kind === 'hall' ? '在大厅里，等人接单' : `请了${invited(order)}，等回话`),
  accepted: (order) => `${helper(order)}接了单，还没上门`,
  inService: (order) => `${helper(order)}正在服务`,
  completed: () => '办好了，等居民评价',
  reviewed: () => '居民已经评价',
  closed: () => '没有评价，到期结单',
  cancelled: () => '这一单取消了',
  redirected: (order) => `已转给${toWhom(order)}`,
  merged: () => '并到另一单里了',
} satisfies Record<OrderStatus, Sentence>

/** Told to who asked for somebody whose word it is: that is waited for, not theirs. */
const toWhoAsked: NameSentence = (order) =>
  `${helper(order)}说办好了，等${order.beneficiary?.kind === 'other' ? order.beneficiary.name : '居民'}评一评`

/** For somebody without an account: nobody is asked to rate it. */
const unrated: Partial<Record<OrderStatus, NameSentence>> = {
  completed: (order) => `${helper(order)}说办好了，${ratingDays} 天后自动结单`,
  closed: () => '办好了，已经结单',
}

/** Told to those who have said yes before the others. */
const toTaker: NameSentence = (order) =>
  `${stillWanted(order)}。您已接单，等人齐${order.allowedActions.includes('closeRoster') ? `；够了就点“${eventWords.closeRoster.button}”` : ''}`

export function standingWords(order: OrderView, now: Timestamp): string {
  const { allowedActions, beneficiary, isMine, status } = order
  if (status === 'dispatched' && allowedActions.includes('release')) return toTaker(order)
  if (allowedActions.includes('review')) return toRequester.completed(order)
  if (beneficiary?.kind === 'other') {
    const words = beneficiary.userId === null ? unrated[status]?.(order) : undefined
    if (words) return words
  }
  if (isMine && beneficiary?.kind === 'other') {
    if (status === 'completed') return toWhoAsked(order)
    if (status === 'reviewed') return toOthers.reviewed()
  }
  return (isMine ? toRequester : toOthers)[status](order, now)
}

/** When it is to be, or was; '' where there is nothing to say: it was called off before anybody came. */
export function whenWords(order: OrderView, now: Timestamp): string {
  if (order.window) return windowWords(order.window, now)
  if (order.status === 'deferred') return `${untilDay(order, now)}再办`
  if (order.phase !== 'done') return windowWords(null, now)
  return order.completedAt === null ? '' : `${momentWords(order.completedAt, now)}办好`
}

export const latenessWords = ['', '已告诉楼长', '已告诉社区', '已告诉街道'] as const

export const redirectionWords = {
  responsible: '归这里管',
  incident: '转为事件上报',
} as const satisfies Record<Redirection['kind'], string>

export const visitSafetyWords = {
  fine: '安全，没问题',
  uneasy: '有点不放心',
  unsafe: '不安全',
} as const satisfies Record<VisitSafety, string>

export const reviewDimensionNames = {
  punctuality: '准时',
  manner: '态度',
  result: '结果',
} as const satisfies Record<(typeof reviewDimensions)[number], string>

export const reviewTagNames = {
  onTime: '准时',
  kind: '热心',
  skilled: '手艺好',
  patient: '有耐心',
  tidy: '收拾干净',
} as const satisfies Record<(typeof reviewTags)[number], string>

export const starWords = ['', '很不满意', '不满意', '还行', '满意', '非常满意'] as const

/** Why someone fits, or doesn't, in a few characters. */
export const fitReasonWords = {
  skilled: '会这一样',
  sameUnit: '住同一单元',
  sameBuilding: '住同一栋',
  sameEstate: '同一小区',
  freeThen: '那时有空',
  helpedBefore: '帮过这一家',
  fewThisMonth: '本月单少',
  manyThisMonth: '本月单多',
  busy: '那时有别的单',
  gaveBackBefore: '退过这一单',
  unsafeHome: '上次有人在这家觉得不安全，还没问过',
  lacksSkill: '还没有这项技能',
  offDuty: '正在休息',
  atCap: '手上单子满了',
  otherTimes: '那时不方便',
  avoids: '不合适',
} as const satisfies Record<FitReason, string>

/** Words around an order. */
export const orderWords = {
  urgent: '着急',
  placed: (ago: string) => `${ago}点单`,
  by: (moment: string) => `${moment}前`,
  open: (text: string) => `看订单：${text}`,
  people: '谁来参与',
  requester: '点单的人',
  assignee: '来帮忙的人',
  invited: '正在等回话',
  contact: '门牌和电话',
  contactForMe: '只有接单的人看得到',
  captain: '领队',
  whoAbsent: '谁没来',
  standIn: (name: string) => `已请${name}代班`,
  arrived: '已到',
  minutes: (count: number) => `服务 ${count} 分钟`,
  corrected: '社区更正过',
  beneficiary: '要帮的人',
  doorCode: '上门码',
  doorCodeHint: '来的人到了门口，给他扫一扫，或者念给他听',
  askDoorCode: '请居民念 6 位上门码',
  scanDoorCode: '扫居民手机上的码',
  notDoorCode: '没认出这个码，请居民念一下',
  withoutCode: '没有码，先签到',
  /** 要坐轮椅吗？是; 约的几点：9点. */
  answer: (question: string, answer: string) => `${question}${question.endsWith('？') ? '' : '：'}${answer}`,
  followers: (count: number) => `${count} 户邻居也在等`,
  wantedPeople: (count: number) => `要 ${count} 人`,
  hints: '上门注意',
  internal: '内部',
  late: '晚过',
  nearDue: '快到点了',
  avoid: '以后别再派我去这一家',
  avoidHint: '只有您自己知道，在“我能帮什么”里可以改回来',
  answerBy: (left: string) => `${left}内回话`,
  dimensions: '细说（可以不填）',
  thanks: '送他一句话（他可以留着）',
  onWall: '贴到楼栋感谢墙',
  onWallHint:
    '同楼的邻居会看到：这句话、帮了什么忙、他和您的称呼、是哪个月。不会有门牌和电话，随时可以取下。',
  isOnWall: '贴在楼栋感谢墙上',
  followUp: '回访结果',
  visitSafety: '上门安全',
  safetyLook: '问过的结果',
  otherOrder: '看并到的那一单',
  noStandIn: '附近暂时没有别的志愿者，可以退单',
  noPhone: '没有留电话',
  call: '打电话',
  trail: '全部经过',
  foldTrail: '收起经过',
  more: '更多',
  again: '再来一单',
  photos: '照片',
  spoken: (service: string) => `${service}（语音）`,
  result: '办得怎么样',
  review: '评价',
  reviewTitle: '这次帮得怎么样',
  reviewWords: '说两句（可以不写）',
  reviewSubmit: '交评价',
  star: (stars: number) => `${stars} 星`,
  completePhotos: '拍张照片（可以不拍）',
  notFound: '没找到这一单，可能已经撤下了',
  inCareHint: '这些单由社区派，您看着点就好。晚了的可以问问家里，要紧的告诉社区。',
  inCareEmpty: '楼里没有等着办的单，都办好了',
  inCareNotMine: '楼里的单给楼长和社区看',
  reopened: (count: number) => `重新打开过 ${count} 次`,
} as const

/** The five dots of an order's path. */
export const stepNames = ['点单', '派单', '接单', '上门', '评单'] as const
