import type { Account } from '@/domain/account/schema'
import type { Message, MessageBody } from '@/domain/chat/schema'
import { refOf } from '@/domain/shared/person'
import { startOfDay } from '@/domain/shared/calendar'
import { days, hours, minutes, type Timestamp } from '@/domain/shared/time'

export type Find = (id: string) => Account
/** Lines of the group by the key that they have here. */
export type Said = (key: string) => Message

/** A line of the group of building 4 before the curtain rises. */
export interface Line {
  by: string
  at: Timestamp
  body: MessageBody
  /** What others call the line by. */
  key?: string
  thumbs?: readonly string[]
  /** The line that a promise is made on. */
  on?: string
}

export const chargers = {
  id: 'topic-chargers',
  title: '车棚装充电桩',
  decision: '装 4 个，放车棚东头靠墙；夜里 11 点断电，灯调暗。物业两周内装好。',
} as const

export const heating = {
  id: 'promise-heating',
  words: '我问了供热公司，有准信马上在群里说',
  dueAt: (now: Timestamp): Timestamp => startOfDay(now) + days(1) + hours(18),
} as const

export const lamp = {
  id: 'promise-lamp',
  words: '我去催物业，换好了告诉您',
  told: '楼道灯换好了，1单元二楼那盏也亮了。',
  dueAt: (now: Timestamp): Timestamp => startOfDay(now) + hours(18),
} as const

/** What was said there, in order; the cards of notices come in between (`past.ts`). */
export function linesOf(find: Find, now: Timestamp): Line[] {
  const ago = (count: number): Timestamp => now - minutes(count)
  const say = (by: string, text: string, count: number, more: Partial<Line> = {}): Line => ({
    by,
    at: ago(count),
    body: { kind: 'text', text },
    ...more,
  })
  const topic = (what: 'opened' | 'settled', decision: string): MessageBody => ({
    kind: 'topic',
    topicId: chargers.id,
    what,
    title: chargers.title,
    decision,
  })
  const promised = (
    promise: typeof heating | typeof lamp,
    { what, words, to }: { what: 'made' | 'kept'; words: string; to: string },
  ): MessageBody => ({
    kind: 'promise',
    promiseId: promise.id,
    what,
    // Which number the line has is known once the cards stand between them.
    of: 1,
    words,
    to: refOf(find(to)),
    dueAt: promise.dueAt(now),
  })
  return [
    say('zhangye', '楼道里拉线给电瓶车充电，看着不放心，车棚能不能装几个充电桩？', 11_520, {
      key: 'chargers',
    }),
    say('wangshu', '装在东头靠墙好，离楼道远。', 11_500),
    say('xiaowu', '夜里灯别太亮就行，我家窗户正对着。', 11_480, { thumbs: ['zhangye'] }),
    { by: 'zhoumin', at: ago(11_400), body: topic('opened', '') },
    { by: 'zhoumin', at: ago(8_700), key: 'settled', body: topic('settled', chargers.decision) },
    say('zhaoye', '楼道里黑咕隆咚的，灯什么时候能修好？', 4_300, { key: 'lamp' }),
    {
      by: 'zhoumin',
      at: ago(4_280),
      key: 'lampMade',
      on: 'lamp',
      body: promised(lamp, { what: 'made', words: lamp.words, to: 'zhaoye' }),
    },
    {
      by: 'zhoumin',
      at: ago(1_560),
      key: 'lampKept',
      on: 'lamp',
      body: promised(lamp, { what: 'kept', words: lamp.told, to: 'zhaoye' }),
    },
    say('zhangye', '好，晚上上楼看得清了。', 1_551, { thumbs: ['zhoumin'] }),
    say('xiaowu', '请问快递柜的取件码收不到怎么办？', 1_260),
    say('wangshu', '打柜子上的电话，报手机尾号就行，我上周也遇到过。', 1_252),
    say('xiaowu', '可以了，谢谢王叔。', 1_240),
    say('xiaowu', '暖气哪天试水？家里要不要留人？', 320, { key: 'heating' }),
    {
      by: 'liuyang',
      at: ago(305),
      key: 'heatingMade',
      on: 'heating',
      body: promised(heating, { what: 'made', words: heating.words, to: 'xiaowu' }),
    },
    say('lilaitai', '小周，我家那个燃气报警器的灯好像不亮了。', 95),
    say('zhoumin', '李奶奶别急，在首页点“燃气报警”，社区马上派人来看。', 92),
    say('wangshu', '先开窗，别点火。', 90),
    say('zhaoye', '明天抄水表，家里要有人吗？', 40),
  ]
}
