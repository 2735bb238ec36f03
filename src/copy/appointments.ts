import type { AppointmentState } from '@/domain/appointment/schema'
import type { Role } from '@/domain/shared/role'

/** What someone in a role does here, in a sentence. */
export const roleSentences = {
  volunteer: '邻居点了单，能去搭把手',
  microGridLeader: '认得这几十户人家，新邻居来了先认一认',
  gridWorker: '社区专职，在片区里走动',
  communityStaff: '在社区办公，派单、看得到居民的门牌和电话',
  mediator: '邻里有了疙瘩，请他来说和',
  propertyManager: '小区物业，修公共的东西',
  streetOffice: '街道上的人，看数据、任命社区工作者',
} as const satisfies Record<Role, string>

export const appointmentStateNames = {
  applied: '等社区回话',
  proposed: '等另一位签字',
  active: '在任',
  refused: '没有成',
  ended: '已经卸任',
} as const satisfies Record<AppointmentState, string>

/** 任命: who does what here, for the office. */
export const appointments = {
  views: { open: '等签字', active: '在任', past: '以往' },
  empty: {
    open: '没有等签字的。邻居报了名，会先到这里',
    active: '这里还没有人担任什么。请一位热心的邻居来吧',
    past: '卸任的、没成的，会留在这里',
  },
  where: '看哪里的',
  titled: (role: string, areaName: string) => `${areaName} · ${role}`,
  appliedBy: (name: string, role: string) => `${name}自己报名，想当${role}`,
  proposedBy: (by: string) => `${by}提的名，等另一位同事签字`,
  replaces: (name: string) => `接${name}的班`,
  can: (skills: string) => `会${skills}`,
  said: (note: string) => `“${note}”`,
  since: (day: string) => `${day}起`,
  until: (day: string) => `到${day}为止`,
  signedBy: (names: string) => `${names}签的字`,
  endedBy: (name: string, day: string) => `${day}，${name}办的`,
  endedByClock: (day: string) => `${day}，到期了`,
  because: (reason: string) => `因为：${reason}`,

  sign: '同意',
  signTitle: (name: string, role: string) => `请${name}当${role}吗`,
  signCheck: {
    volunteer: '签了字，这位就能在大厅接单，上门去帮邻居。',
    microGridLeader: '签了字，这位就能确认新邻居，看得到这些人家的门牌。',
    gridWorker: '签了字，这位就是这里的网格员，邻居在通讯录里找得到。',
    communityStaff: '签了字，这位就能派单，看得到全社区居民的门牌和电话。要两位签字才算数。',
    mediator: '签了字，这位就是这里的调解员，邻居在通讯录里找得到。',
    propertyManager: '签了字，这位就是这里的物业，邻居在通讯录里找得到。',
    streetOffice: '签了字，这位就能看全街道的数据，任命社区工作者。要两位签字才算数。',
  } satisfies Record<Role, string>,
  signed: '签好了',
  refuse: '不同意',
  refuseTitle: (name: string) => `回绝${name}吗`,
  refuseCheck: '对方会看到您写的原因，以后还可以再报名。',
  refuseReasons: ['先来社区坐坐，认识一下', '这会儿人手够了', '不住在这一片'],
  refused: '回话了',
  takeBack: '不报了',
  takeBackTitle: '收回报名吗',
  takeBackCheck: '社区就不再考虑这一次了，以后随时可以再报。',
  takeBackReasons: ['最近太忙', '身体不舒服', '想再等等'],
  takenBack: '收回了，以后欢迎再来',
  reasonWords: '想多说一句（可以不写）',

  name: '请一位来担任',
  nameOnlyStaff: '要请社区工作者，出一张“社区工作者”的邀请码，对方扫码报名后，在这里签字。',
} as const

/** Ending a role, and handing over what is on someone's hands. */
export const handover = {
  end: '卸任',
  quit: '退出',
  handOver: '交接',
  endOrHandOver: '交接或卸任',
  endTitle: (name: string, role: string) => `${name}不再当${role}`,
  quitTitle: (role: string) => `不再当${role}`,
  onHands: '手上还有',
  takenOrders: (count: number) => `${count} 单接了没办完`,
  series: (count: number) => `${count} 户固定要去的人家`,
  pendingNeighbours: (count: number) => `${count} 位新邻居等着确认`,
  nothing: '手上没有没办完的事',
  goesToOffice: '这些会马上交回社区，另请人去；点单的邻居会收到消息。正在上门的那一单，请办完再走。',
  goesToStaff: '这些会马上转到社区，由工作人员来确认。',
  goesToSuccessor: (name: string) => `这些会先请${name}去，去不了的交回社区。`,
  vouchedBySuccessor: (name: string) => `这些会由${name}接着确认。`,
  needsSuccessor: '这里只剩这一位了，要先选一位接班的人。',
  successor: '谁来接班（可以不选）',
  successorNeeded: '谁来接班',
  noSuccessor: '不选了',
  second: '还要一位同事签字才算数；签字之前，一切照旧。',
  secondAsked: '提上去了，等另一位同事签字',
  why: '为什么',
  reasons: {
    mine: ['要搬家了', '身体不舒服', '工作太忙', '家里有事'],
    others: ['任期到了', '调到别处', '本人提出不做了', '长时间没有露面'],
  },
  confirm: '就这样办',
  done: '办好了，谢谢这段日子的付出',
  lastOne: '这里只剩这一位了，请先选一位接班的人',
} as const

/** Finding someone by name, to name them for something. */
export const personSearch = {
  label: '名字',
  placeholder: '姓名或称呼',
  find: '找一找',
  none: '没有找到叫这个名字的邻居，换个称呼试试',
  lives: (areaName: string, room: string) => `${areaName} ${room}`,
  chosen: (name: string) => `就是${name}`,
  change: '换一位',
} as const

export const naming = {
  role: '请来当什么',
  who: '请谁',
  area: '管哪一片',
  areaHint: (areaName: string) => `现在选的是：${areaName}`,
  up: '往上一级',
  until: '到什么时候',
  untilHint: '到了那天会自己结束',
  noEnd: '不定日子',
  years: (count: number) => `${count} 年`,
  note: '想说一句（可以不写）',
  submit: '就请这位',
  submitTwo: '提名',
  done: (name: string) => `请好了，${name}的手机上马上看得到`,
  asked: '提上去了，等另一位同事签字',
  two: '社区工作者和街道要两位签字：您提名算一位，还要一位同事同意。',
  title: '请一位来担任',
} as const

/** 邻里互助: offering to help, and what I do here. */
export const helpWords = {
  lead: '远亲不如近邻。会什么、什么时候方便，写下来，社区看过就请您来。',
  note: '想说一句（可以不写）',
  notePlaceholder: '比如：退休了，白天都在家',
  nickname: '怎么称呼您',
  where: '在哪里帮忙',
  submit: '我来报名',
  sent: '收到了，社区看过就回您',
  byCode: (role: string, areaName: string) => `请您来${areaName}，当${role}`,
  byCodeSubmit: '我来',
  waiting: (role: string, areaName: string) => `您报了名，想在${areaName}当${role}`,
  named: (role: string, areaName: string) => `社区提名您当${areaName}的${role}`,
  waitingHint: '社区看过就回您，一般两三天。',
  waitingTwo: '还要等社区的两位同事签字。',
  refusedTitle: (role: string) => `上次报名当${role}，没有成`,
  again: '再报一次名',
  mine: '我的身份',
  rest: '这个月不行',
  restTitle: '这个月不接单吗',
  restCheck: (day: string) => `到${day}之前不请您。已经接下的单照旧，去不了请先退单。`,
  resting: (day: string) => `歇到${day}`,
  restDone: (day: string) => `好好休息，${day}再请您`,
  back: '可以接单了',
  backDone: '欢迎回来',
  noHome: '先加入楼栋，等楼长确认了，就能报名',
  noHomeYet: '等楼长确认了您住在这里，就能报名',
  past: '以往的',
} as const
