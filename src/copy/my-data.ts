import type { CareNeed, Proxy } from '@/domain/account/schema'
import type { AppointmentState } from '@/domain/appointment/schema'
import type { AccessKind, TrailEvent } from '@/domain/trail/schema'

/** What happened to me, in my own list of it. */
export const trailNames = {
  joined: '扫码加入',
  confirmed: '确认了住户身份',
  declined: '没有通过确认',
  vouchOverdue: '确认超时，请上一级来办',
  left: '搬走了',
  removed: '被移出',
  moved: '换了住处',
  leaseSet: '改了租期',
  leaseEnded: '租期到了',
  registered: '登记进了住户册',
  corrected: '改了资料',
  proxyNamed: '定了代办人',
  proxyEnded: '不再请人代办',
  tookOver: '接手了自己的账号',
  merged: '两个账号并成一个',
  roleApplied: '报了名',
  roleProposed: '被提名',
  roleAgreed: '定了要担任',
  roleSigned: '开始担任',
  roleRefused: '没有通过',
  roleEnded: '不再担任',
  roleHandedOver: '交接了',
  seriesStopped: '固定的帮忙停了',
  mediaRefused: '头像或语音没通过微信的检查，已经拿掉了',
  privacyAgreed: '同意了隐私说明',
  privacyWithdrawn: '撤回了隐私同意',
  cancelled: '注销了账号',
} as const satisfies Record<TrailEvent, string>

/** What of my data somebody looked at. */
export const accessNames = {
  person: '看了您的住户卡片',
  flat: '看了您的门牌',
  phone: '看了您的电话',
  realName: '看了您的真实姓名',
  list: '在住户名单里看到您',
  care: '看到您需要多照看',
} as const satisfies Record<AccessKind, string>

export const proxyRelationNames = {
  family: '家人',
  neighbour: '邻居',
  carer: '照护人',
  guardian: '监护人',
} as const satisfies Record<Proxy['relation'], string>

export const consentNames = {
  inPerson: '当面同意',
  byPhone: '电话里同意',
  onPaper: '书面同意',
  guardian: '监护人',
} as const satisfies Record<Proxy['consent']['how'], string>

export const careNeedNames = {
  elder: '年纪大',
  livesAlone: '独居',
  disabled: '行动不便',
  ill: '生病',
} as const satisfies Record<CareNeed, string>

export const appointmentStateNames = {
  applied: '等批准',
  proposed: '等签字',
  agreed: '定了，等日子',
  active: '在任',
  refused: '没有通过',
  ended: '已结束',
} as const satisfies Record<AppointmentState, string>

export const shareNames = { realName: '真实姓名', unit: '住在哪个单元', phone: '电话' } as const

/** The paper with everything that is kept of me. */
export const myDataPaper = {
  title: '我的资料',
  madeAt: '导出时间',
  none: '没有',
  yes: '有',
  headings: {
    account: '我是谁',
    homes: '我的家',
    roles: '我的身份',
    proxies: '谁替我办事',
    charges: '我替谁办事',
    asked: '我求助过的（最近一千件）',
    series: '长期约好的',
    helped: '我帮过的忙（最近一千件）',
    messages: '我写过的话（最近一千条）',
    certificates: '我开过的证明',
    notices: '我看过的公告（最近一千条）',
    trail: '我的经过（最近一千条）',
    accesses: '谁看过我的资料（最近一千条）',
  },
  labels: {
    nickname: '称呼',
    realName: '真实姓名',
    phone: '电话',
    avatar: '头像',
    shares: '邻居看得到',
    privacy: '隐私说明',
    since: '什么时候加入',
    skills: '会什么',
    volunteer: '接单设置',
    consents: '还能收到的提醒',
    careNeeds: '需要多照看',
  },
  privacy: (version: string, day: string) => `${day}同意，第 ${version} 版`,
  volunteer: (cap: number) => `手上最多 ${cap} 单`,
  off: (day: string) => `休息到${day}`,
  consents: (count: number) => `${count} 条`,
  until: (day: string) => `到${day}`,
  from: (day: string) => `从${day}`,
  room: (roomNumber: string) => `${roomNumber} 室`,
  moved: (day: string) => `${day}结束`,
  forOther: '替别人求助',
  forMe: '别人替我求助',
  myRating: (stars: number) => `我评了 ${stars} 星`,
  access: (words: string) => `怎么进门：${words}`,
  answers: (question: string, answer: string) => `${question}：${answer}`,
  followed: '我也一样',
  picture: '一张照片',
  voice: '一段语音',
  photos: (count: number) => `照片 ${count} 张`,
  other: '一张卡片',
  inThread: '求助单里',
  inGroup: '楼栋群里',
  active: '还在进行',
  stopped: '已停止',
  myMinutes: (words: string) => `我服务了${words}`,
  underWay: '我接了，还没办完',
  corrected: '更正',
  number: (code: string) => `编号 ${code}`,
  by: (name: string) => `经手：${name}`,
} as const
