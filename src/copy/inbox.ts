import { inboxCount } from '@/copy/counts'
import type { InboxItemView } from '@/domain/inbox/contract'
import { momentWords } from '@/copy/time'
import type { Timestamp } from '@/domain/shared/time'

export const inbox = {
  title: '群里的事',
  noArea: '这里是楼长和社区看的',
  tabs: { waiting: '待回复', reports: '举报', promises: '承诺', visits: '上门' },
  views: { open: '等回复', answered: '答过的' },
  kinds: { question: '问了一句', mention: '叫了您' } satisfies Record<InboxItemView['kind'], string>,
  empty: '都回复了，没有人在等您，去歇会儿吧',
  answeredEmpty: '还没有答过的',
  hint: '早晚各看一回，就没有人等着',
  from: (name: string, group: string) => `${name} · ${group}`,
  see: (name: string) => `去群里看${name}说的`,
  reply: '回复',
  replyTo: (name: string) => `回复${name}`,
  replyField: '写一句，群里看得到',
  send: '发出去',
  close: '先不写',
  replied: '回复好了',
  faster: (name: string) => `${name}刚刚回过了`,
  fasterKept: '您写的还在这儿',
  sayToo: '还想补一句',
  letBe: '不用了',
  promise: '答应跟进',
  skip: '不用回复',
  skipOf: (name: string) => `不用回复：${name}`,
  skipped: (name: string) => `${name}那句不用回复了`,
  undo: '放回来',
  undone: '放回来了',
  answeredBy: (name: string, at: Timestamp, now: Timestamp) => `${name}回复了，${momentWords(at, now)}`,
  reports: (count: number) => `有 ${inboxCount(count)} 件举报或申诉，等您看一看`,
  reportsNone: '没有举报，群里很和气',
  seeReports: '去看看',
  seePastReports: '看以前的',
} as const

/** What was said: a voice is listened to, a picture looked at, in its group. */
export const saidWords = ({ said, text }: Pick<InboxItemView, 'said' | 'text'>): string =>
  ({ text, voice: '发来一段语音，点这里去群里听', image: '发来一张照片，点这里去群里看' })[said]
