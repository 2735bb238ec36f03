import type { MessageBody } from '@/domain/chat/schema'
import type { CaseEvent } from '@/domain/moderation/schema'
import type { Teller } from './copy'

type Of<Kind extends MessageBody['kind']> = Extract<MessageBody, { kind: Kind }>

/** What of a matter of order the street tells; who reported what is nobody's business. */
export const toldOfCases = [
  'removed',
  'silenced',
  'appealed',
  'upheld',
  'revoked',
] as const satisfies readonly CaseEvent[]
export type ToldOfCases = (typeof toldOfCases)[number]

/** What happens in a group beside talk, as `group-events.ts` finds it. */
export type GroupEventKind =
  | `topic.${Of<'topic'>['what']}`
  | `promise.${Of<'promise'>['what']}`
  | `house.${Of<'house'>['what']}`
  | `case.${ToldOfCases}`
  | 'messageOrder'
  | 'orderAsk'
  | 'noticeReminded'
  | 'noticeWithdrawn'
  | 'visitDone'

/** `text` is what it is about, or whom. */
export const groupCaptions = {
  'topic.opened': ({ actor, text }) => ({ happened: `${actor}把讨论归成议题：${text}`, so: '刷屏也不会丢' }),
  'topic.settled': ({ actor, text }) => ({ happened: `${actor}把事情定下了：${text}`, so: '置顶在群上面' }),
  'topic.reopened': ({ actor, text }) => ({
    happened: `${actor}说再商量商量：${text}`,
    so: '从群上面取下了',
  }),
  'promise.made': ({ actor, text }) => ({ happened: `${actor}答应了：${text}`, so: '到日子有人催' }),
  'promise.delayed': ({ actor, text }) => ({
    happened: `${actor}请邻居再等等：${text}`,
    so: '为什么，群里看得到',
  }),
  'promise.kept': ({ actor, text }) => ({ happened: `${actor}回话了：${text}`, so: '说到做到' }),
  'house.hours': ({ actor, place }) => ({
    happened: `${actor}给${place}群定了安静的钟点`,
    so: '夜里只有公告',
  }),
  'house.noHours': ({ actor, place }) => ({ happened: `${actor}让${place}群随时能说话`, so: '大家都看到了' }),
  'house.wechatCode': ({ actor, place }) => ({
    happened: `${actor}放上了${place}的微信群码`,
    so: '确认过的邻居扫得到',
  }),
  'house.noWechatCode': ({ actor, place }) => ({
    happened: `${actor}取下了${place}的微信群码`,
    so: '过期的码不留着',
  }),
  'house.refusedWechatCode': ({ place }) => ({
    happened: `${place}的微信群码没通过微信的检查`,
    so: '自动取下来了',
  }),
  'case.removed': ({ actor, place }) => ({
    happened: `${actor}移除了${place}群里的一句话`,
    so: '本人看得到为什么，可以申诉',
  }),
  'case.silenced': ({ actor, place, text }) => ({
    happened: `${actor}请${text}在${place}群停一停`,
    so: '还能看，还能点单',
  }),
  'case.appealed': ({ actor }) => ({ happened: `${actor}觉得不公道，申诉了`, so: '换一位工作人员来看' }),
  'case.upheld': ({ actor, text }) => ({
    happened: `${actor}复看了${text}的申诉：维持`,
    so: '本人看得到为什么',
  }),
  'case.revoked': ({ actor, text }) => ({
    happened: `${actor}复看了${text}的申诉：撤销`,
    so: '那句话回到了群里',
  }),
  messageOrder: ({ actor, text }) => ({
    happened: `${actor}把群里的话变成了一单：${text}`,
    so: '派单台亮了',
  }),
  orderAsk: ({ actor, text }) => ({ happened: `${actor}问${text}：要不要点一单`, so: '本人点头才算' }),
  noticeReminded: ({ actor, text }) => ({ happened: `${actor}提醒还没看的：${text}`, so: '看过的人不打扰' }),
  noticeWithdrawn: ({ actor, text }) => ({
    happened: `${actor}撤回了公告：${text}`,
    so: '为什么，大家看得到',
  }),
  visitDone: ({ actor, text }) => ({ happened: `${actor}去看了${text}`, so: '当面说到了' }),
} as const satisfies Record<GroupEventKind, Teller>

export const groupEventKinds = Object.keys(groupCaptions) as GroupEventKind[]
