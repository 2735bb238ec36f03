import type { InvitationState, InvitationTarget } from '@/domain/invitation/schema'
import type { Role } from '@/domain/shared/role'

type Kind = InvitationTarget['kind']

/** The page that a scanned code opens. */
export const landingWords = {
  leaderLine: (areaName: string) => `我是${areaName}的微网格长，搬家缺人手叫我`,
  leaderSince: (day: string) => `${day}起做微网格长`,
  confirmedBy: (office: string) => `${office}确认`,
  gridLeaders: '楼里分几个微网格，各有一位',
  noLeader: '这里还没有微网格长，有事社区会来',
  neighbours: (count: number) =>
    count === 0 ? '您是第一位邻居' : count >= 500 ? '已经有 500 多位邻居' : `已经有 ${count} 位邻居`,
  seenTitle: '加入以后，谁看得到我',
  seen: [
    { who: '邻居', words: '只看到您的昵称和头像' },
    { who: '微网格长和社区', words: '还看到门牌，用来认一认您住在这里' },
    { who: '来帮您的人', words: '只在帮忙那会儿看到门牌，办完就收起' },
  ],
  meaningTitle: '加入以后能做什么',
  meaning: ['进楼栋群，看公告、一起商量事', '有事点一单，请邻居来帮忙', '随时可以退出，您的资料一起收走'],
  noticesTitle: '最近的公告',
  noNotices: '最近没有公告',
  join: '加入',
  takeOver: '这是我，开始用',
  apply: '去报名',
  lookAround: '先看看',
  backHome: '去首页',
  already: '您已经在这里了',
  askOffice: (office: string) => `问${office}`,
  askLeader: (name: string) => `也可以当面问${name}`,
  back: (areaName: string) => `回到${areaName}的邀请`,
} as const

/** Above the building's name: what this code is for. No flat and no name of a resident stands here. */
export const landingLead = {
  home: () => '请您来做邻居',
  household: () => '您家里人请您加入',
  person: () => '微网格长给您登记过，从今天起您自己来用',
  role: (role: string) => `这里在找${role}`,
} as const satisfies Record<Kind, (role: string) => string>

/** What a code for a role leads to. */
export const roleLead = {
  volunteer: '报名以后，社区会来看一看，再回您话',
  microGridLeader: '想为邻居出份力，就报个名，社区来定',
  gridWorker: '来这里当网格员，先报个名，社区来定',
  communityStaff: '社区的新同事先报个名，两位同事都签了字才算',
  mediator: '会劝架、人公道，就报个名，社区来定',
  propertyManager: '物业的同事先报个名，社区来定',
  streetOffice: '街道的同事先报个名，两位同事都签了字才算',
} as const satisfies Record<Role, string>

/** Why a code can't be used (any more). */
export const staleWords = {
  valid: '',
  expired: '这张码过期了，请要一张新的',
  revoked: '这张码已经停用，请要一张新的',
  usedUp: '这张码用满了，请要一张新的',
} as const satisfies Record<InvitationState, string>

/** Before anything personal is asked; the same words in WeChat and in the browser. */
export const privacyWords = {
  title: '先说清楚怎么用您的资料',
  points: [
    '昵称和头像：让邻居认得您',
    '门牌：微网格长来认一认，帮忙的人找得到',
    '真名、电话、语音：都可以不给',
    '不想用了，到「我的资料」里注销：名字、电话、门牌都删掉，说过的话记在“以前的邻居”名下',
  ],
  full: '看全文',
  agree: '同意',
  refuse: '不同意，先看看',
  refused: '没关系，什么都没有记下。您可以先看看',
} as const

/** Who joins: one page, or one question per screen. */
export const joiningWords = {
  unit: '几单元',
  unitMissing: '请点一下您住几单元',
  floor: '几层',
  floorName: (floor: number | null) => (floor === null ? '其他' : `${floor} 层`),
  room: '房号',
  roomElder: '哪一户',
  roomPlaceholder: '比如 1502',
  roomHint: '门上怎么写就怎么写：1502、15-2、A302 都行',
  roomWrong: '没看明白，写成 1502、15-2 或 A302 这样就好',
  roomKnown: '找到了，就是这一户',
  roomUnknown: '名单上还没有这一户，照样可以加入，微网格长会来认一认',
  roomElsewhere: '这一户不在这张码的范围里，请看看房号，或者扫自己楼里的码',
  roomMissing: '请点一下您家是哪一户，没有的话自己写',
  pickRoom: '从门牌里选',
  typeRoom: '自己写房号',
  relation: '我是这家的',
  relationMissing: '请点一下您是这家的什么人',
  until: '租到哪天（可以不填）',
  untilNone: '没定',
  untilHint: '到期前会问您一声，续租改一下就行',
  name: '怎么称呼您',
  namePlaceholder: '比如 李奶奶',
  nameMissing: '请写一写怎么称呼您',
  nameHint: '邻居看到的就是这个称呼',
  nameKnown: '邻居已经这样叫您；要改，去「我的资料」',
  me: '我',
  lookAround: '先看看',
  more: '还可以说（都可以不填）',
  realName: '真名（可以不填）',
  realNameHint: '只给微网格长核对用，邻居看不到',
  realNameWrong: '真名写两到二十个字',
  voice: '说给微网格长听（可以不说）',
  voiceHint: '比如「我住1502，刚搬来」，只有微网格长听得到',
  voiceInstead: '不想打字，就说给微网格长听',
  voiceInsteadHint: '按住说「我姓李，住1502」。说了就行，称呼可以空着，邻居先看到「新邻居」',
  nameless: '新邻居',
  next: '下一步',
  previous: '上一步',
  submit: '好了',
  step: (at: number, of: number) => `第 ${at} 步，一共 ${of} 步`,
  restored: '上次填到一半，给您留着',
  child: '不满 14 岁？',
  childTitle: '请家长来扫',
  childWords: '不满 14 岁，要由家长加入，再把你登记在家里。请爸爸妈妈用他们的微信扫这张码。',
  childBack: '我满 14 岁了',
  hasAccount: '您的微信已经有自己的账号了。请微网格长或社区把两个合成一个，东西都不会丢。',
  homesFull: '一个人最多加五个家，先退掉一个再来',
  triedOften: '今天加了好几次了，明天再来，或者请微网格长帮忙',
} as const

/** Joined: what happens next. */
export const joinedWords = {
  title: (name: string) => `欢迎您，${name}！`,
  who: (name: string) => `接下来，${name}会来认一认您住在这里。`,
  whoNobody: '接下来，社区会来认一认您住在这里。',
  whoHousehold: '接下来，您家里人或微网格长点一下，就认好了。',
  by: (day: string) => `最晚${day}。到时还没人来，社区会接着问。`,
  confirmed: '您的家、帮您的人和以前的单子，都在这里。',
  meanwhileTitle: '不用等，现在就可以',
  held: '您以前被移出过这里。他们认好以前，还看不到群，也不能点单。',
  meanwhile: ['看群里的话和公告', '在群里说话，开头慢一点', '有事点一单'],
  notYet: '认好之前，看不到别人的门牌和电话。',
  phone: '留个电话（可以不留）',
  phoneKept: '记下了，只有微网格长和社区看得到',
  toChat: '看看群',
  toHome: '去首页',
} as const

/** What people write around a room number. */
export const roomNoise = /[室号户房]$/
/** 2单元1502, 2栋2单元1502: what stands before the door. */
export const roomPrefix = /^.*(单元|栋|幢|座|号楼)/
