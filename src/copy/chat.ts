import type { MessageView } from '@/domain/chat/contract'
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
  draft: '没发完',
  field: '说点什么',
  send: '发送',
  plus: '照片和求助',
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

type Preview = { readonly [K in 'text' | 'image' | 'joined']: (body: BodyOf<K>) => string }

const previews: Preview = {
  text: ({ text }) => text,
  image: () => '发了一张照片',
  joined: ({ nickname }) => `${nickname}搬来了`,
}

/** A message in one line, as in the list of groups. */
export const previewWords = (body: MessageBody): string => {
  switch (body.kind) {
    case 'text':
      return previews.text(body)
    case 'image':
      return previews.image(body)
    case 'joined':
      return previews.joined(body)
    default:
      return houseWords(body) ?? ''
  }
}
