import type { MessageAction, MessageView } from '@/domain/chat/contract'
import type { Moment } from '@/domain/order/parts'
import type { ToldEvent } from '@/domain/order/thread-line'
import { spanOfDayWords } from './time'

export const chat = {
  noHome: '扫一扫楼里的码，就能和邻居说上话',
  scan: '扫码加入',
  listTitle: '我的群',
  searchGroups: '找一个群',
  searchGroupsHint: '楼栋名，比如 12栋',
  noSuch: { art: 'door', words: '没有这个名字的群，换个说法找找' },
  openList: '回到群列表',
  unread: (count: number) => `${count} 条没看`,
  nothingYet: '还没有人说话',
  firstWord: '还没有人说话，您来问声好吧',
  newFromHere: '以下是新消息',
  newAbove: (count: number) => (count > 0 ? `${count > 99 ? '99+' : count} 条没看` : '上面还有没看的'),
  unfoldText: '展开',
  foldText: '收起',
  earlier: '看更早的消息',
  toLatest: '回到最新',
  draft: '草稿',
  field: '说点什么',
  send: '发送',
  plus: '照片和求助',
  /** What may be done with a message. */
  /** A sign, not a drawing: there is one on every line. */
  moreSign: '⋯',
  moreOf: (name: string) => `更多：${name}说的`,
  copied: '复制好了',
  thumbs: (count: number) => `${count} 个赞`,
  thumbsMine: (count: number) => `${count} 个赞，有您的`,
  forwardedFrom: '转发',
  forwardTo: '转发到',
  forwarded: '转发好了',
  forwardNowhere: '您只有这一个群',
  recalledMine: '你撤回了一条消息',
  recalledBy: (name: string) => `${name}撤回了一条消息`,
  editAgain: '重新编辑',
  hidden: '图片或语音，审核中',
  refused: '图片或语音没通过审核',
  checking: '审核中，邻居暂时看不到',
  refusedMine: '没通过审核，只有您看得到',
  quote: (name: string, excerpt: string) => `${name}：${excerpt}`,
  seeQuoted: (name: string) => `看${name}的原话`,
  dropQuote: '不引用了',
  answering: (name: string) => `回复${name}`,
  /** Voice. */
  talk: '说语音',
  type: '打字',
  hold: '按住说话',
  tapToTalk: '点一下，说出来',
  holding: (seconds: number) => `松开发送，上滑不发（${seconds} 秒）`,
  tapToSend: (seconds: number) => `点一下发送（${seconds} 秒）`,
  letGo: '松开不发',
  notHeard: '没听过',
  /** Calling by name. */
  callWhom: '提醒谁看',
  callAll: '所有人',
  callSearch: '名字的开头',
  callNobody: '没有叫这个名字的邻居',
  calledMe: '有人@我',
  call: '提醒谁',
  /** Links and numbers. */
  copyLink: '链接复制好了，到浏览器里打开',
  ring: (number: string) => `打电话 ${number}`,
  /** My list of groups. */
  groupMore: (name: string) => `更多：${name}`,
  pinned: '置顶',
  muted: '免打扰',
  hasNews: '有没看的',
  photo: '照片',
  ask: '求助',
  sending: '正在发',
  failed: '还没发出去，会自动再发',
  notTaken: '没发出去，点一下再发',
  notFit: '这样说发不出去，改一改再发',
  letItGo: '删除',
  letItGoTitle: '删掉这条没发出去的话吗',
  letItGoWhy: '邻居还没有看到它，删了就找不回来了。',
  resend: '再发一次',
  slowNewcomer: '新邻居一分钟说一句，稍等再发',
  seePhoto: '看照片',
  photoLost: '照片打不开',
  me: '我',
  joined: (name: string) => `${name}搬来了，打个招呼吧`,
  /** The thread of an order. */
  threadTitle: '留言',
  threadHint: '只有点单的人、来帮忙的人和社区看得到',
  threadEmpty: '有什么要交代的，在这里说一句',
  threadOpen: '说一句',
  threadSeeAll: '看全部留言',
  threadNews: '有新留言',
  threadMore: (count: number) => `还有 ${count} 条没看`,
  threadUnsent: '有留言没发出去，点进去再发',
  threadClosed: '这一单已经结束，留言只能看，不能再发了',
  threadLost: '您已经不在这一单里了，看不到留言',
  /** What was taken away by those who look after the group. */
  removed: '这条被照看群的人移除了',
  removedMine: '看原因、去申诉',
  /** The group beside what is said in it. */
  about: '群信息',
  you: '您',
  pins: '已经定下的事',
  foldPins: (count: number) => `收起 ${count} 条定下的事`,
  unfoldPins: (count: number) => `${count} 条定下的事`,
  seePin: (title: string, decision: string) => `定了：${title}，${decision}`,
  silenced: (until: string, reason: string) => `您被禁言到${until}：${reason}`,
  appeal: '觉得不公道，去申诉',
  announcementsOnly: (until: string) => `现在是安静时间，${until}后可以发言`,
  /** Ticking messages for a topic. */
  picked: (count: number) => (count === 0 ? '点一点要归到一起的话' : `选了 ${count} 句`),
  pickOne: (name: string) => `选上${name}说的`,
  gather: '归成议题',
  addPicked: '加进议题',
  addedPicked: '加进去了',
  pickDone: '不选了',
  /** A message that becomes an order. */
  askOrderTitle: '请本人点一单吗',
  askOrderWhy: (name: string) => `群里会出现一张卡片，请${name}看看要不要点成一单。本人点头才算数。`,
  askOrder: '去问一声',
  orderYes: '好，去下单',
  orderNo: '不用了',
  becameOrder: '已转成点单',
  becamePromise: '社区已答应跟进',
  seeOrder: '看看这一单',
  seeNotice: '看公告',
  seeTopic: '看议题',
  seeAsked: '看原话',
  moreDeeds: '更多',
  manageDeeds: '管理',
  title: (name: string, memberCount: number) => (memberCount > 0 ? `${name}（${memberCount} 位）` : name),
} as const

export const messageActionWords = {
  reply: '引用',
  copy: '复制',
  thumb: '点赞',
  forward: '转发',
  recall: '撤回',
  toOrder: '转成点单',
  askToOrder: '请本人点单',
  toTopic: '归成议题',
  toPromise: '答应跟进',
  report: '举报',
  remove: '移除这条',
  silence: '禁言',
} as const satisfies Record<MessageAction, string>
export const takeBackThumb = '取消点赞'

/** How a group is to be treated, by what it is now. */
export const preferWords = {
  pin: (isPinned: boolean) => (isPinned ? '不再置顶' : '置顶'),
  mute: (isMuted: boolean) => (isMuted ? '恢复提醒' : '免打扰'),
} as const

/** Before a short number that is to be called, and not an amount: 打120, not 120元. */
export const callVerb = /[打拨叫报][ ：:“"]*$/

type MessageBody = MessageView['body']
type BodyOf<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>

/** What the house says in an order's thread. `name`: whose doing it was, or who did not come; '' where it does not say. */
const eventLines = {
  accept: (name) => `${name}接了这一单`,
  takeOver: (name) => `换${name}来`,
  release: (name) => `${name}来不了了，我们在另找人`,
  noShow: (name) => (name === '' ? '约好的人没来，社区知道了' : `${name}没来，社区知道了`),
  withdraw: () => '社区收回了派单，会重新安排人',
  lapse: () => '约好的人一直没到，社区会重新安排人',
  checkIn: (name) => `${name}到了`,
  checkOut: (name) => `${name}先走了`,
  complete: (name) => `${name}做完了`,
  completeFor: () => '做完了，由社区代为办结',
  reopen: (name) => `${name}说还没解决，我们再派人`,
  defer: () => '社区先放一放，到了日子再办',
  wake: () => '日子到了，我们接着找人',
  resume: () => '社区现在就办，我们在找人',
  merge: () => '和邻居的同一件事并在一起办了',
  correctHours: () => '社区更正了服务时长',
  cancel: (name) => `${name}取消了这一单`,
} as const satisfies Record<ToldEvent, (name: string) => string>

/** What somebody is told who could not be reached by message. `who`: who comes or came, '' where nobody does. */
const mentions = {
  offered: () => '有一单等您看看',
  accepted: (who) => `${who || '有人'}接了您的单`,
  completed: (who) => `${who || '志愿者'}做完了，您看看办得怎么样`,
  released: () => '原来的人来不了了，我们在另找人',
  standInDeclined: () => '您找的人代不了班',
  cancelled: () => '这一单取消了',
  merged: () => '这一单和邻居的同一件事并在一起办了',
  deferred: () => '这一单先放一放，改天再办，日子在订单里',
  resumed: () => '先前放一放的这一单，开始办了',
  remarked: () => '这一单有新留言，在“全部经过”里',
  hoursCorrected: () => '您这次的服务时长更正了',
  closed: () => '这一单到时间自动结了',
  late: () => '这一单还没办好',
  redirected: () => '这一单转给负责的单位了，电话在订单里',
  unhappy: () => '这一单评价偏低',
  unsafe: () => '有人说上门不安全',
  digest: () => '今天的待办来了',
  codeExpires: () => '微信群的码快过期了',
  promiseDue: () => '答应过的事今天到期',
  newcomerWaits: () => '有新邻居等您确认',
  vouched: () => '您住在这里的事有结果了',
  roleLapsed: () => '您提名的人没有开始担任',
  notice: () => '有一条公告您还没看',
} as const satisfies Record<Moment, (who: string) => string>

/** A line that the house writes; null for what people say. */
export function houseWords(body: MessageBody): string | null {
  switch (body.kind) {
    case 'joined':
      return chat.joined(body.nickname)
    case 'event':
      return eventLines[body.event](body.name)
    case 'mention':
      return `@${body.name} ${mentions[body.moment](body.names.join('、'))}`
    default:
      return null
  }
}

type Preview = { readonly [K in 'text' | 'image' | 'voice' | 'joined']: (body: BodyOf<K>) => string }

const previews: Preview = {
  text: ({ text }) => text,
  image: () => '发了一张照片',
  voice: ({ seconds }) => `发了一段语音，${Math.round(seconds)} 秒`,
  joined: ({ nickname }) => `${nickname}搬来了`,
}

const topicLines = {
  opened: (title, decision) => `把大家说的归成了议题：${title}${decision}`,
  settled: (title, decision) => `「${title}」定下来了：${decision}`,
  reopened: (title) => `「${title}」又要商量了`,
} as const satisfies Record<BodyOf<'topic'>['what'], (title: string, decision: string) => string>

const promiseLines = {
  made: (words) => `答应：${words}`,
  delayed: (words) => `还要等等：${words}`,
  kept: (words) => `回话：${words}`,
} as const satisfies Record<BodyOf<'promise'>['what'], (words: string) => string>

const houseLines = {
  hours: (span) => `定了安静时间：${span}只发通知`,
  noHours: () => '取消了安静时间，什么时候都可以说话',
  wechatCode: () => '换上了新的微信群码，在群信息里',
  noWechatCode: () => '把微信群的码拿下来了',
  refusedWechatCode: () => '微信群的码没通过微信的检查，已经拿下来了',
} as const satisfies Record<BodyOf<'house'>['what'], (span: string) => string>

/** Whom an orderAsk is for, and what has become of it. */
const askLine = ({ to, answer }: BodyOf<'orderAsk'>): string => {
  const whom = to.isMe ? '您' : to.name
  if (answer === 'declined') return `问${whom}要不要点一单，${whom}说先不用`
  if (answer === 'ordered') return `问${whom}要不要点一单，${whom}已经点了`
  return `问${whom}要不要点一单`
}

/** A card of the stream in one line, after the name of whose doing it was; null for what is none. */
export function cardWords(body: MessageBody): string | null {
  switch (body.kind) {
    case 'order':
      return `点了一单：${body.serviceName}`
    case 'orderAsk':
      return askLine(body)
    case 'notice':
      return `${body.isReminder ? '再提醒一次' : body.isUrgent ? '紧急公告' : '公告'}：${body.title}`
    case 'topic':
      return topicLines[body.what](body.title, body.what === 'opened' ? '' : body.decision)
    case 'promise':
      return promiseLines[body.what](body.words)
    case 'house':
      return houseLines[body.what](body.hours ? spanOfDayWords(body.hours.from, body.hours.to) : '')
    default:
      return null
  }
}

/** The words on the cards of the stream. */
export const cardHeads = {
  notice: { first: '公告', urgent: '紧急公告', reminder: '再提醒一次' },
  topic: { opened: '议题', settled: '定下来了', reopened: '重新商量' },
  promise: { made: '答应跟进', delayed: '还要等等', kept: '有回话了' },
  order: '点单',
  orderAsk: (name: string) => `${name}想帮您把这句话点成一单，要不要？`,
} as const
export const promiseDue = (name: string, when: string): string => `${when}前给${name}回话`
export const promiseTo = (name: string): string => `回${name}`
export const gathered = (name: string): string => `${name}把大家说的归到了一起`
export const takenBy = (names: readonly string[]): string => `${names.join('、')}来帮忙`

/** A message in one line, as in the list of groups. */
export const previewWords = (body: MessageBody): string => {
  switch (body.kind) {
    case 'text':
      return previews.text(body)
    case 'image':
      return previews.image(body)
    case 'voice':
      return previews.voice(body)
    case 'joined':
      return previews.joined(body)
    default:
      return houseWords(body) ?? cardWords(body) ?? ''
  }
}

/** What stands in the place of a message that no longer shows what was said; null where it does. */
export function absenceWords({
  isHidden,
  isMine,
  authorName,
  mediaCheck,
  state,
}: MessageView): string | null {
  if (state === 'removed') return chat.removed
  if (state === 'recalled') return isMine ? chat.recalledMine : chat.recalledBy(authorName)
  if (!isHidden) return null
  return mediaCheck === 'risky' ? chat.refused : chat.hidden
}

/** A message in one line, with what has become of it. */
export const lineWords = (message: MessageView): string => absenceWords(message) ?? previewWords(message.body)
