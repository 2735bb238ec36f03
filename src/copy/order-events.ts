import type { About, Activity } from '@/domain/order/parts'
import type { OrderEvent } from '@/domain/order/status'
import { dateWords } from './time'

/** What belongs to an event: its button, what will come of it, what is asked first, what is said after, its line. */
interface EventWords {
  button: string
  consequence: string
  reason: string
  thanks: string
  line: string
}

const clockWords = { button: '', consequence: '', reason: '', thanks: '' }

/** The clock's own are never offered to anyone. */
export const eventWords = {
  dispatch: { button: '去派单', consequence: '', reason: '', thanks: '派出去了', line: '派了单' },
  withdraw: {
    button: '收回',
    consequence: '这一单会收回到派单台，志愿者会收到通知。',
    reason: '为什么收回',
    thanks: '收回来了',
    line: '收回了派单',
  },
  closeRoster: {
    button: '人够了',
    consequence: '不再等别人接单，就由现在这几位去。',
    reason: '',
    thanks: '好的，就这几位',
    line: '说人够了',
  },
  defer: {
    button: '延后',
    consequence: '到了那天会自己回到派单台。',
    reason: '为什么延后',
    thanks: '记下了，到时候再办',
    line: '延后了',
  },
  resume: {
    button: '现在就办',
    consequence: '',
    reason: '',
    thanks: '回到派单台了',
    line: '提前办理',
  },
  redirect: {
    button: '转交',
    consequence: '这一单转给负责的单位，居民会收到对方的电话。',
    reason: '说明一下',
    thanks: '转过去了',
    line: '转交了',
  },
  transfer: {
    button: '转社区',
    consequence: '这一单会到另一个社区的派单台。',
    reason: '说明一下',
    thanks: '转过去了',
    line: '转给了别的社区',
  },
  split: {
    button: '拆单',
    consequence: '拆出来的每件事各是一单，原来的这一单保留。',
    reason: '',
    thanks: '拆好了',
    line: '拆了单',
  },
  merge: {
    button: '合并',
    consequence: '这一单并到另一单里，居民会跟着那一单收到消息。',
    reason: '说明一下',
    thanks: '并好了',
    line: '合并了',
  },
  noShow: {
    button: '没来',
    consequence: '请先打个电话问一声。一个人都没到时，会另请别人。',
    reason: '说一下情况',
    thanks: '知道了，记下了',
    line: '说约好的人没来',
  },
  accept: {
    button: '接单',
    consequence: '接单后会看到门牌和电话，请按时到。',
    reason: '',
    thanks: '接好了，谢谢您！',
    line: '接了单',
  },
  decline: {
    button: '去不了',
    consequence: '会另请别人。',
    reason: '为什么去不了',
    thanks: '知道了，另请别人',
    line: '说去不了',
  },
  release: {
    button: '退单',
    consequence: '会另请别人。居民会收到通知。',
    reason: '为什么退单',
    thanks: '退好了，另请别人',
    line: '退了单',
  },
  proposeStandIn: {
    button: '请人代班',
    consequence: '对方答应之前，这一单还是您的。',
    reason: '',
    thanks: '问过了，等一句回话',
    line: '请人代班',
  },
  takeOver: { button: '我来代班', consequence: '', reason: '', thanks: '接好了，谢谢您！', line: '代了班' },
  declineStandIn: {
    button: '代不了',
    consequence: '会告诉请您代班的邻居，他另想办法。',
    reason: '',
    thanks: '知道了，已经告诉他',
    line: '说代不了班',
  },
  checkIn: { button: '我到了', consequence: '', reason: '', thanks: '签到好了', line: '到了' },
  checkOut: {
    button: '我先走了',
    consequence: '您的服务时间记到现在；其他人还在，这一单由领队说“办好了”。',
    reason: '',
    thanks: '辛苦了，谢谢您！',
    line: '先走了',
  },
  complete: {
    button: '办好了',
    consequence: '点单的人会收到通知。',
    reason: '做了什么（可以不写）',
    thanks: '辛苦了，谢谢您！',
    line: '说办好了',
  },
  completeFor: {
    button: '替志愿者办结',
    consequence: '志愿者的手机没电、没网时用。请先问清楚办好了没有、几点办好的。点单的人会收到通知。',
    reason: '为什么由社区来办结',
    thanks: '办结了，时长按规则记好了',
    line: '替志愿者说办好了',
  },
  rateVisit: {
    button: '说说上门安全',
    consequence: '只有社区看得到。',
    reason: '想说的话（可以不写）',
    thanks: '记下了，只有社区看得到',
    line: '说了上门的情况',
  },
  nod: { button: '人到了', consequence: '', reason: '', thanks: '好的，记下了', line: '确认人到了' },
  review: { button: '评价', consequence: '', reason: '', thanks: '谢谢您的评价！', line: '评了价' },
  reopen: {
    button: '没解决',
    consequence: '这一单会重新打开，先请上次来的人再来一趟。',
    reason: '哪里没解决',
    thanks: '知道了，马上再请人来',
    line: '说还没解决',
  },
  cancel: {
    button: '取消订单',
    consequence: '取消后没有人会来。要帮忙时可以再点一单。',
    reason: '为什么取消',
    thanks: '取消好了',
    line: '取消了',
  },
  follow: {
    button: '我家也是',
    consequence: '办好时也会告诉您。',
    reason: '',
    thanks: '好的，办好了告诉您',
    line: '说自家也是',
  },
  followUp: {
    button: '回访',
    consequence: '评价不会改动，回访的结果记在后面。',
    reason: '问到了什么',
    thanks: '记下了',
    line: '回访了',
  },
  lookInto: {
    button: '问过安全了',
    consequence: '上门的人说的不会改动，问到的记在后面。',
    reason: '问到了什么，怎么办',
    thanks: '记下了',
    line: '问了上门安全的事',
  },
  takeOffWall: {
    button: '从感谢墙取下',
    consequence: '楼里的邻居不会再在感谢墙上看到这句话，取下后不能再贴。受谢的人自己还留着。',
    reason: '为什么取下（写的人和受谢的人看得到）',
    thanks: '取下来了',
    line: '把谢意从感谢墙取下了',
  },
  correctHours: {
    button: '更正时长',
    consequence: '原来的记录不动，后面记一笔更正。志愿者看得到改了多少、为什么。',
    reason: '为什么更正',
    thanks: '更正好了',
    line: '更正了服务时长',
  },
  callBack: {
    button: '打过电话了',
    consequence: '',
    reason: '电话里说了什么',
    thanks: '记下了',
    line: '打电话告诉了',
  },
  remark: { button: '留言', consequence: '', reason: '想说什么', thanks: '留好了', line: '留了言' },
  advance: { ...clockWords, line: '自动派了单' },
  wake: { ...clockWords, line: '到了日子，回到派单台' },
  lapse: { ...clockWords, line: '没等到回话，回到社区' },
  escalate: { ...clockWords, line: '晚了，已上报' },
  expire: { ...clockWords, line: '到期结单' },
} as const satisfies Record<OrderEvent, EventWords>

/** What was taken out of an order, said by nobody. */
const refusalLines = {
  refusePhoto: '有一张照片没通过微信的检查，已经拿掉了',
  refuseVoice: '有一段语音没通过微信的检查，已经拿掉了',
} as const satisfies Record<Exclude<Activity['event'], OrderEvent | 'create'>, string>

const isRefusal = (event: Activity['event']): event is keyof typeof refusalLines =>
  Object.keys(refusalLines).includes(event)

/** A line of the history, after the name of the one who did it. */
export function activityWords(event: Activity['event']): string {
  if (event === 'create') return '点了这一单'
  return isRefusal(event) ? refusalLines[event] : eventWords[event].line
}

/** What its readers would look for in vain: each of these once. */
export const refusalsIn = (activity: readonly Pick<Activity, 'event'>[]): string[] => [
  ...new Set(activity.flatMap(({ event }) => (isRefusal(event) ? [refusalLines[event]] : []))),
]

/** What a line is about, in the order of the words: 给王师傅、马姐 · 到3月8日 · 和平社区; '' where no names may be told. */
export function aboutWords(about: Exclude<About, { kind: 'order' }>): string {
  switch (about.kind) {
    case 'hall':
      return '放到了接单大厅'
    case 'people':
      return about.people.map(({ name }) => name).join('、')
    case 'until':
      return `到${dateWords(about.until)}`
    case 'place':
      return about.name
  }
}

/** Whose hours, from what to what: 王师傅，60 分钟 → 90 分钟. */
export const correctionWords = ({ name, from, to }: NonNullable<Activity['hours']>): string =>
  `${name}，${from} 分钟 → ${to} 分钟`
