import type { OrderStatus, OrderEvent, Activity, reviewTags } from '@/domain/order/schema'
import type { OrderView } from '@/domain/order/present'
import type { RankReason } from '@/domain/order/rank'

/** The word on the tag. */
export const statusNames = {
  placed: '待派单',
  dispatched: '已派单',
  accepted: '已接单',
  inService: '服务中',
  completed: '待评价',
  reviewed: '已评价',
  closed: '已结单',
  cancelled: '已取消',
} as const satisfies Record<OrderStatus, string>

type Sentence = (order: OrderView) => string
const helper: Sentence = ({ assigneeName }) => assigneeName ?? '志愿者'
const invited: Sentence = ({ offer }) => (offer?.kind === 'person' ? offer.volunteerName : '志愿者')

/** How it stands, told to the one who asked for help. */
const toRequester = {
  placed: () => '还没有人接单，我们在帮您找',
  dispatched: (order) =>
    order.offer?.kind === 'hall' ? '已经告诉志愿者们，等人接单' : `请了${invited(order)}，等一句回话`,
  accepted: (order) => `${helper(order)}会来帮您`,
  inService: (order) => `${helper(order)}已经到了，正在忙`,
  completed: (order) => `${helper(order)}说办好了，请您评一评`,
  reviewed: () => '您评过了，谢谢您',
  closed: () => '过了一周没有评价，已经结单',
  cancelled: () => '这一单取消了',
} satisfies Record<OrderStatus, Sentence>

/** And told to anyone else. */
const toOthers = {
  placed: () => '等社区派单',
  dispatched: (order) =>
    order.offer?.kind === 'hall' ? '在大厅里，等人接单' : `请了${invited(order)}，等回话`,
  accepted: (order) => `${helper(order)}接了单，还没上门`,
  inService: (order) => `${helper(order)}正在服务`,
  completed: () => '办好了，等居民评价',
  reviewed: () => '居民已经评价',
  closed: () => '没有评价，到期结单',
  cancelled: () => '这一单取消了',
} satisfies Record<OrderStatus, Sentence>

export const standingWords: Sentence = (order) => (order.isMine ? toRequester : toOthers)[order.status](order)

/** Buttons: what I can make happen. The clock's two are never offered to anyone. */
export const eventButtons = {
  dispatch: '去派单',
  accept: '接单',
  decline: '去不了',
  withdraw: '收回',
  release: '退单',
  checkIn: '我到了',
  complete: '办好了',
  review: '评价',
  reopen: '没解决',
  cancel: '取消订单',
  lapse: '',
  expire: '',
} as const satisfies Record<OrderEvent, string>

/** What will come of it, in words, before it is done. */
export const eventConsequences = {
  dispatch: '',
  accept: '接单后会看到门牌和电话，请按时到。',
  decline: '这一单会回到社区，另请别人。',
  withdraw: '这一单会收回到派单台，志愿者会收到通知。',
  release: '这一单会回到社区，另请别人。居民会收到通知。',
  checkIn: '',
  complete: '居民会收到通知，来给您评价。',
  review: '',
  reopen: '这一单会重新打开，先请上次来的人再来一趟。',
  cancel: '取消后没有人会来。要帮忙时可以再点一单。',
  lapse: '',
  expire: '',
} as const satisfies Record<OrderEvent, string>

/** Where a reason is asked for: how. */
export const eventReasons = {
  dispatch: '',
  accept: '',
  decline: '为什么去不了',
  withdraw: '为什么收回',
  release: '为什么退单',
  checkIn: '',
  complete: '做了什么（可以不写）',
  review: '',
  reopen: '哪里没解决',
  cancel: '为什么取消',
  lapse: '',
  expire: '',
} as const satisfies Record<OrderEvent, string>

/** What is said once it is done. */
export const eventThanks = {
  dispatch: '派出去了',
  accept: '接好了，谢谢您！',
  decline: '知道了，另请别人',
  withdraw: '收回来了',
  release: '退好了，另请别人',
  checkIn: '签到好了',
  complete: '辛苦了，谢谢您！',
  review: '谢谢您的评价！',
  reopen: '知道了，马上再请人来',
  cancel: '取消好了',
  lapse: '',
  expire: '',
} as const satisfies Record<OrderEvent, string>

/** A line of the history, after the name of the one who did it. */
export const activityWords = {
  create: '点了这一单',
  dispatch: '派了单',
  accept: '接了单',
  decline: '说去不了',
  withdraw: '收回了派单',
  release: '退了单',
  checkIn: '到了',
  complete: '说办好了',
  review: '评了价',
  reopen: '说还没解决',
  cancel: '取消了',
  lapse: '没等到回话，回到社区',
  expire: '到期结单',
} as const satisfies Record<Activity['event'], string>

export const reviewTagNames = {
  onTime: '准时',
  kind: '热心',
  skilled: '手艺好',
  patient: '有耐心',
  tidy: '收拾干净',
} as const satisfies Record<(typeof reviewTags)[number], string>

export const starWords = ['', '很不满意', '不满意', '还行', '满意', '非常满意'] as const

export const rankReasonWords = {
  skilled: '会这一样',
  sameBuilding: '住同一栋',
  sameEstate: '同一小区',
  free: '手上没有单',
  busy: '手上单子多',
  declinedBefore: '退过这一单',
} as const satisfies Record<RankReason, string>

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
  noPhone: '没有留电话',
  call: '打电话',
  trail: '全部经过',
  foldTrail: '收起经过',
  more: '更多',
  again: '再来一单',
  photos: '照片',
  result: '办得怎么样',
  review: '评价',
  reviewTitle: '这次帮得怎么样',
  reviewWords: '说两句（可以不写）',
  reviewSubmit: '交评价',
  star: (stars: number) => `${stars} 星`,
  completePhotos: '拍张照片（可以不拍）',
  notFound: '没找到这一单，可能已经撤下了',
  reopened: (count: number) => `重新打开过 ${count} 次`,
} as const

/** The five dots of an order's path. */
export const stepNames = ['点单', '派单', '接单', '上门', '评单'] as const
