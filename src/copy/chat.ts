import type { MessageAction, MessageView } from '@/domain/chat/contract'
import type { Moment } from '@/domain/order/parts'
import type { ToldEvent } from '@/domain/order/thread-line'

export const chat = {
  noHome: '扫一扫楼里的码，就能和邻居说上话',
  scan: '扫码加入',
  listTitle: '我的群',
  openList: '回到群列表',
  unread: (count: number) => `${count} 条没看`,
  nothingYet: '还没有人说话',
  firstWord: '还没有人说话，您来问声好吧',
  newFromHere: '以下是新消息',
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
  failed: '没发出去，点一下再发',
  resend: '再发一次',
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
  title: (name: string, memberCount: number) => (memberCount > 0 ? `${name}（${memberCount} 位）` : name),
} as const

export const messageActionWords = {
  reply: '引用',
  copy: '复制',
  thumb: '点赞',
  forward: '转发',
  recall: '撤回',
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
  noShow: (name) => (name === '' ? '约好的人没来，我们在另找人' : `${name}没来，我们在另找人`),
  withdraw: () => '社区收回了派单，会重新安排人',
  lapse: () => '约好的人一直没到，社区会重新安排人',
  checkIn: (name) => `${name}到了`,
  complete: (name) => `${name}做完了`,
  reopen: (name) => `${name}说还没解决，我们再派人`,
  cancel: (name) => `${name}取消了这一单`,
} as const satisfies Record<ToldEvent, (name: string) => string>

/** What somebody is told who could not be reached by message. `who`: who comes or came, '' where nobody does. */
const mentions = {
  offered: () => '有一单等您看看',
  accepted: (who) => `${who || '有人'}接了您的单`,
  completed: (who) => `${who || '志愿者'}做完了，请您评一评`,
  released: () => '原来的人来不了了，我们在另找人',
  standInDeclined: () => '您找的人代不了班',
  cancelled: () => '这一单取消了',
  closed: () => '这一单到时间自动结了',
  late: () => '这一单还没办好',
  redirected: () => '这一单转给负责的单位了，电话在订单里',
  unhappy: () => '这一单评价偏低',
  digest: () => '今天的待办来了',
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
      return houseWords(body) ?? ''
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
  if (state === 'recalled') return isMine ? chat.recalledMine : chat.recalledBy(authorName)
  if (!isHidden) return null
  return mediaCheck === 'risky' ? chat.refused : chat.hidden
}

/** A message in one line, with what has become of it. */
export const lineWords = (message: MessageView): string => absenceWords(message) ?? previewWords(message.body)
