import type { MessageBody } from '@/domain/chat/schema'

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
  title: (name: string, memberCount: number) => (memberCount > 0 ? `${name}（${memberCount} 位）` : name),
} as const

type Preview = { readonly [K in MessageBody['kind']]: (body: Extract<MessageBody, { kind: K }>) => string }

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
  }
}
