import { chat } from '@/copy/chat'
import { dispatch, planWords } from '@/copy/dispatch'
import { pending } from '@/copy/invite'
import { notice } from '@/copy/notice'
import { guideWords, similarWords } from '@/copy/order-form'
import { eventWords } from '@/copy/order-events'
import { landingWords, privacyWords } from '@/copy/join'
import { orderFormWords, roleEntryWords } from '@/copy/pages'
import { standardServices } from '@/copy/standard-services'
import { orderEvents, refusalEvents } from '@/domain/order/status'
import type { Role } from '@/domain/shared/role'
import { groupCaptions, groupEventKinds } from './copy-group'
import { peopleCaptions, toldOfPeople } from './copy-people'

const orderKinds = (['create', ...orderEvents, ...refusalEvents] as const).map(
  (event) => `order.${event}` as const,
)
const peopleKinds = toldOfPeople.map((event) => `person.${event}` as const)

/** What can happen in the street, as the server tells it. */
export const streetEventKinds = [
  ...orderKinds,
  ...peopleKinds,
  ...groupEventKinds,
  'message',
  'notice',
  'noticeRead',
] as const
export type StreetEventKind = (typeof streetEventKinds)[number]

/** What happened, and what came of it: 李奶奶点了一单 → 派单台亮了. */
export interface Caption {
  happened: string
  so: string
}
export type Teller = (event: { actor: string; place: string; text: string; role: Role | null }) => Caption

const told = (lead: string, text: string): string => (text ? `${lead}：${text}` : lead)

const toDesk = '回到派单台，另请一位'

export const captions = {
  'order.create': ({ actor, text }) => ({ happened: told(`${actor}点了一单`, text), so: '派单台亮了' }),
  // 派单
  'order.dispatch': ({ actor, text }) => ({
    happened: told(`${actor}派出一单`, text),
    so: '志愿者的手机亮了',
  }),
  'order.withdraw': ({ actor, text }) => ({ happened: told(`${actor}把一单收了回来`, text), so: toDesk }),
  'order.closeRoster': ({ actor, text }) => ({
    happened: told(`${actor}说人够了`, text),
    so: '这几位一起去',
  }),
  'order.defer': ({ actor, text }) => ({
    happened: told(`${actor}把一单放一放`, text),
    so: '到了日子自己回来',
  }),
  'order.resume': ({ actor, text }) => ({ happened: told(`${actor}说现在就办`, text), so: '回到派单台' }),
  'order.redirect': ({ actor, text }) => ({
    happened: told(`${actor}把一单转给了管这事的单位`, text),
    so: '点单的人拿到了电话',
  }),
  'order.transfer': ({ actor, text }) => ({
    happened: told(`${actor}把一单转给了别的社区`, text),
    so: '那边的派单台亮了',
  }),
  'order.split': ({ actor, text }) => ({ happened: told(`${actor}把一单拆开办`, text), so: '一件事一张单' }),
  'order.merge': ({ actor, text }) => ({
    happened: told(`${actor}把两单并成一单`, text),
    so: '办好了一起告诉',
  }),
  'order.noShow': ({ actor, text }) => ({ happened: told(`${actor}说约好的人没来`, text), so: toDesk }),
  // 接单
  'order.accept': ({ actor, text }) => ({ happened: told(`${actor}接单了`, text), so: '点单的人知道谁会来' }),
  'order.decline': ({ actor, text }) => ({ happened: told(`${actor}这次去不了`, text), so: '另请一位' }),
  'order.release': ({ actor, text }) => ({ happened: told(`${actor}退了一单`, text), so: '另请一位' }),
  'order.proposeStandIn': ({ actor, text }) => ({
    happened: told(`${actor}想请人代班`, text),
    so: '等一句回话',
  }),
  'order.takeOver': ({ actor, text }) => ({
    happened: told(`${actor}来代班`, text),
    so: '点单的人知道换了谁',
  }),
  'order.declineStandIn': ({ actor, text }) => ({
    happened: told(`${actor}这次代不了班`, text),
    so: '请他的人知道了',
  }),
  'order.checkIn': ({ actor, text }) => ({ happened: told(`${actor}到了门口`, text), so: '服务开始了' }),
  'order.checkOut': ({ actor, text }) => ({
    happened: told(`${actor}先走了`, text),
    so: '时间记到这里，其他人还在',
  }),
  'order.complete': ({ actor, text }) => ({ happened: told(`${actor}办好了`, text), so: '等点单的人评一评' }),
  'order.completeFor': ({ actor, text }) => ({
    happened: told(`${actor}替志愿者办结了`, text),
    so: '时长按签到记，等点单的人评一评',
  }),
  'order.rateVisit': ({ actor, text }) => ({
    happened: told(`${actor}说了上门的情况`, text),
    so: '只有社区看得到',
  }),
  // 评单
  'order.nod': ({ actor, text }) => ({ happened: told(`${actor}点了头：人到了`, text), so: '记下了' }),
  'order.review': ({ actor, text }) => ({ happened: told(`${actor}评了单`, text), so: '志愿者看到了谢意' }),
  'order.reopen': ({ actor, text }) => ({ happened: told(`${actor}说还没解决`, text), so: '再请人来一趟' }),
  'order.cancel': ({ actor, text }) => ({ happened: told(`${actor}取消了一单`, text), so: '不用再跑一趟' }),
  'order.follow': ({ actor, text }) => ({
    happened: told(`${actor}说自家也是`, text),
    so: '办好了也告诉一声',
  }),
  'order.lookInto': ({ actor, text }) => ({
    happened: told(`${actor}问了上门安全的事`, text),
    so: '上门的人说的不动，问到的记在后面',
  }),
  'order.followUp': ({ actor, text }) => ({
    happened: told(`${actor}回访了`, text),
    so: '评价不动，结果记在后面',
  }),
  'order.takeOffWall': ({ actor, text }) => ({
    happened: told(`${actor}把谢意从感谢墙取下了`, text),
    so: '只有受谢的人还留着',
  }),
  'order.correctHours': ({ actor, text }) => ({
    happened: told(`${actor}更正了服务时长`, text),
    so: '志愿者看得到改了多少、为什么',
  }),
  'order.callBack': ({ actor, text }) => ({
    happened: told(`${actor}打电话告诉了`, text),
    so: '没有手机消息也知道了',
  }),
  'order.remark': ({ actor, text }) => ({ happened: told(`${actor}留了言`, text), so: '参与的人看到了' }),
  // The clock's own.
  'order.advance': ({ text }) => ({ happened: told('有一单自动派了出去', text), so: '最近的志愿者手机亮了' }),
  'order.wake': ({ text }) => ({ happened: told('放着的一单到了日子', text), so: '回到派单台' }),
  'order.lapse': ({ text }) => ({ happened: told('有一单一直没等到回话', text), so: '自动回到派单台' }),
  'order.escalate': ({ text }) => ({ happened: told('有一单晚了', text), so: '往上报了一级' }),
  'order.expire': ({ text }) => ({ happened: told('有一单过了一周没评', text), so: '自动结单' }),
  'order.refusePhoto': ({ text }) => ({
    happened: told('有一单的照片没通过微信的检查', text),
    so: '自动拿掉了',
  }),
  'order.refuseVoice': ({ text }) => ({
    happened: told('有一单的语音没通过微信的检查', text),
    so: '自动拿掉了',
  }),
  ...peopleCaptions,
  ...groupCaptions,
  message: ({ actor, place, text }) => ({
    happened: told(`${actor}在${place || '楼栋'}群里说`, text),
    so: '群里的邻居都看到了',
  }),
  notice: ({ actor, text }) => ({ happened: told(`${actor}发了公告`, text), so: '家家户户都收到了' }),
  noticeRead: ({ actor, text }) => ({ happened: told(`${actor}看过了公告`, text), so: '又多一位知道了' }),
} as const satisfies Record<StreetEventKind, Teller>

export const streetWords = {
  name: '家门口',
  title: '街景',
  lead: '一条街上的几部手机，连着同一朵云。在一部上动一动，看别的手机怎么变。',
  clockLabel: (time: string) => `街上的时间 ${time}`,
  cloud: '云里的样子',
  newTab: '（在新的一页打开）',
  restart: '重新开始',
  restartWords: '想回到刚开张的样子：在终端里停下来（Ctrl + C），再运行',
  restartCommand: 'npm start -- --fresh',
  loading: '正在请街坊们出来',
  failed: '没连上这条街。看看终端里是不是还开着，再试一次。',
  retry: '再试一次',
  phones: '街上的手机',
} as const

export const captionWords = {
  label: '街上刚发生的事',
  quiet: '街上还很安静。在李奶奶的手机上点一单试试',
  quietSo: '这里会说出谁的手机亮了',
  lost: '和云断开了，正在重新连',
  lostSo: '手机里的内容还在',
  recent: (count: number) => `刚才的 ${count} 件`,
  then: '，于是',
} as const

export const networkChoices = [
  { id: 'normal', name: '正常', latencyMs: 0, failRate: 0 },
  { id: 'slow', name: '慢', latencyMs: 2000, failRate: 0 },
  { id: 'flaky', name: '时断时续', latencyMs: 400, failRate: 0.35 },
] as const

export const networkWords = {
  label: '网络',
  hint: '让所有手机的网络变差，看看页面怎么说',
  failed: '网络没换成，请再选一次',
} as const

export const phoneWords = {
  title: (name: string) => `${name}的手机`,
  alone: '单独打开',
  swap: '换人',
  swapLabel: (name: string) => `换人：${name}的手机换给谁用`,
  choice: (name: string, note: string) => (note ? `${name}，${note}` : name),
  elder: '大字',
  reload: '重新载入',
  opening: '正在打开',
  of: (button: string, name: string) => `${button}：${name}的手机`,
} as const

export const posterWords = {
  where: (areaName: string) => `${areaName}的楼道口`,
  headline: '扫一扫，进咱们楼的群',
  codeAlt: (areaName: string) => `${areaName}的邀请码`,
  sentence: (areaName: string) => `我是${areaName}的微网格长，搬家缺人手叫我。`,
  scan: (name: string) => `让${name}扫一扫`,
} as const

export const realPhoneWords = {
  title: '用真手机打开',
  words: '和这台电脑连同一个无线网，扫一扫，手里就是林晓的手机。',
  codeAlt: '用手机打开这条街的码',
  missing: '现在只有这台电脑打得开。连上无线网，再开一次街景，这里会有一张码。',
} as const

export const storiesWords = { title: '可以这样玩' } as const

/** As the handbook names it. */
const nameOf = (id: string): string => standardServices.find((service) => service.id === id)?.name ?? id
const [repairName, gasAlarmName] = [nameOf('repair'), nameOf('gasAlarm')]

const press = (button: string): string => `「${button}」`

export const stories = [
  {
    title: '新邻居搬来了',
    lead: '扫一次码，就进了这栋楼',
    steps: [
      `在楼道口的海报上按${press(posterWords.scan('林晓'))}`,
      `林晓看清是谁家的楼，按${press(landingWords.join)}，${press(privacyWords.agree)}，写上称呼和房号`,
      `周敏从${press(roleEntryWords.pending.title)}进去，认出来，按${press(pending.confirm)}`,
    ],
  },
  {
    title: '水龙头关不紧',
    lead: '点单、派单、接单、评单，走一圈',
    steps: [
      `李奶奶点${press(repairName)}，写一句；楼里有人报过同样的，按${press(similarWords.another)}，再${press(orderFormWords.submit)}`,
      `刘洋的派单台亮了，看看谁合适，按${press(dispatch.giveTo('陈浩'))}`,
      `陈浩按${press(eventWords.accept.button)}，上门按${press(eventWords.checkIn.button)}，完了按${press(eventWords.complete.button)}`,
      `李奶奶${press(eventWords.review.button)}，说声谢谢`,
    ],
  },
  {
    title: '燃气报警器的灯不亮了',
    lead: '急的事不用等人派，一分钟里自己派出去',
    steps: [
      `李奶奶点${press(gasAlarmName)}，答一句，${press(orderFormWords.submit)}`,
      '等一等，云里的钟一响，就请住得最近、会看燃气的人',
      `陈浩的手机亮了，按${press(eventWords.accept.button)}；十分钟没人接，就到接单大厅`,
    ],
  },
  {
    title: '早上七点半的公告',
    lead: '谁看了、谁还没看，心里有数',
    steps: [
      `刘洋或周敏从${press(roleEntryWords.notice.title)}进去，写上明天停水`,
      `每部手机的楼栋群里都有了，按${press(notice.gotIt)}`,
      `回到发公告的手机，看${press(notice.whoHasNot)}，再到群里${press(chat.send)}一句`,
    ],
  },
  {
    title: '这事归谁管',
    lead: '不归志愿者的事，先给电话',
    steps: [
      '李奶奶点一单，写“下水道堵了”',
      '物业的电话排在最前面，一点就拨',
      `还是想请人来，按${press(guideWords.insist)}`,
    ],
  },
  {
    title: '好几单一起派',
    lead: '谁去哪一单，整体算一遍',
    steps: [
      `刘洋在派单台按${press(planWords.button)}`,
      `看看每一单请谁、为什么，不合适就按${press(planWords.change)}`,
      `按${press(planWords.confirm)}，几部手机一起亮`,
    ],
  },
] as const
