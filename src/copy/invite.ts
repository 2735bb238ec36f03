import type { Doubt, Relation } from '@/domain/account/schema'
import type { InvitationState, InvitationTarget } from '@/domain/invitation/schema'
import type { Role } from '@/domain/shared/role'

/** Whom a code for a role looks for. */
const sought = {
  volunteer: '志愿者',
  microGridLeader: '微网格长',
  gridWorker: '网格员',
  communityStaff: '社区工作者',
  mediator: '调解员',
  propertyManager: '物业的同事',
  streetOffice: '街道的同事',
} as const satisfies Record<Role, string>

export const invite = {
  create: '做一张码',
  createTitle: '做一张邀请码',
  purpose: '这张码做什么用',
  area: '哪里的',
  below: (name: string) => `${name}里的哪一处`,
  whole: (name: string) => `整个${name}`,
  flat: '哪一户',
  noFlats: '名单上还没有门牌，请社区先把门牌放进来',
  moreFlats: '再看一些',
  person: '登记的是谁',
  personHint: '写名字找一找：给登记过、还没有自己用手机的人',
  personChoice: (name: string, roomNumber: string) => `${name} · ${roomNumber}`,
  nobody: '没找到登记过的这个人，请对一对名字',
  find: '找一找',
  who: '是不是这位',
  role: '请谁来帮忙',
  seeks: (role: string) => `找${role}`,
  forWhom: (purpose: string, whom: string) => `${purpose} · ${whom}`,
  noScans: '还没有人扫过',
  counts: ({ scans, joins, refusals }: { scans: number; joins: number; refusals: number }) =>
    `扫过 ${scans} 次，${joins} 人进来${refusals > 0 ? `，${refusals} 人先看看` : ''}`,
  print: '打印',
  papers: '印海报',
  householdTitle: '请家里人进来',
  householdHint: '给和您同住的人扫。七天里最多五个人，进来以后您也可以点一下，替他认一认。',
  householdMake: '做一张家里的码',
  days: '能用多久',
  daysChoice: (days: number) => `${days} 天`,
  uses: '能用几次',
  usesChoice: (uses: number) => `${uses} 次`,
  created: '码做好了',
  enoughToday: '今天做的码够多了，明天再来做',
  codeAlt: (areaName: string) => `${areaName}的邀请码，请邻居用微信扫一扫`,
  codeMissing: '这张码的图片打不开，请再做一张',
  say: '可以这样说',
  householdSentence: (areaName: string) =>
    `咱家在${areaName}。用微信扫一扫，就进了家里，楼里的事、家里的单都看得见。`,
  personSentence: '这是给您一个人的码。用微信扫一扫，登记过的家、帮您的人，都还在。',
  roleTitle: (areaName: string, role: Role) => `${areaName}找${sought[role]}`,
  roleSentence: (areaName: string, role: Role) =>
    `${areaName}在找${sought[role]}。用微信扫一扫，看看做什么、怎么报名。`,
  share: '发给邻居',
  sentence: (areaName: string) =>
    `这是${areaName}的码。用微信扫一扫，就进了咱们的群：停水停电先知道，搬家缺人手、家里有事，在群里说一声就行。`,
  copy: '复制这段话',
  copied: '复制好了，去粘贴吧',
  left: (left: number) => `还能用 ${left} 次`,
  usedUp: '用满了',
  until: (day: string) => `${day}前都能扫`,
  made: (moment: string) => `${moment}做的`,
  show: '出示这张码',
  revoke: '停用',
  revokeTitle: '停用这张码吗',
  revokeCheck: '停用后，扫这张码的人进不来。已经进来的邻居不受影响。停用后不能恢复。',
  revoked: '停用了',
  views: { open: '能用的', closed: '用不了的' },
  empty: {
    open: '还没有邀请码。做一张，贴在单元门口，新邻居一扫就进来',
    closed: '停用的、过期的、用满的码，会留在这里',
  },
} as const

/** What is still to be chosen before a code can be made. */
export const missingWords = {
  home: '先选到哪一栋楼',
  household: '先选是哪一户',
  person: '先找到是哪一位',
  role: '先选请谁来帮忙',
} as const satisfies Record<InvitationTarget['kind'], string>

/** What a code is for, as its maker chooses it. */
export const purposeNames = {
  home: '大门海报',
  household: '一户人家',
  person: '登记的老人自己用',
  role: '找人帮忙',
} as const satisfies Record<InvitationTarget['kind'], string>

export const purposeHints = {
  home: '贴在楼门口、单元口，新邻居一扫就进来',
  household: '给一户人家，扫的人直接到这一户',
  person: '给登记过、现在有了手机的人，家和帮手都还在；只能用一次',
  role: '请愿意帮忙的人来报名，社区看过才算',
} as const satisfies Record<InvitationTarget['kind'], string>

/** How someone lives there, in a sentence. */
export const relationSentences = {
  owner: '是这里的业主',
  tenant: '在这里租房',
  family: '是这家的家人',
  carer: '在这家照护',
} as const satisfies Record<Relation, string>

export const invitationStateNames = {
  valid: '能用',
  expired: '过期了',
  revoked: '停用了',
  usedUp: '用满了',
} as const satisfies Record<InvitationState, string>

/** 等确认的邻居: what whoever vouches reads and taps. */
export const pending = {
  empty: '没有人等着，谢谢您',
  hint: '认识、或上门见过，再确认。拿不准的，打个电话、敲敲门问一声。',
  waiting: (count: string, overdue: number) =>
    overdue > 0 ? `${count} 位在等，其中 ${overdue} 位等久了` : `${count} 位在等`,
  lives: (areaName: string, roomNumber: string) => `${areaName} ${roomNumber}`.trim(),
  called: (name: string) => `姓名写的是${name}`,
  noName: '没有写姓名，只有称呼',
  cameAt: (moment: string) => `${moment}扫码进来`,
  by: (moment: string) => `请在${moment}前认一认`,
  late: (length: string) => `等久了，已晚 ${length}`,
  longLate: '等久了，已经转给上一级催',
  said: (name: string) => `${name}说的话`,
  others: (names: string) => `这户里还有：${names}`,
  other: (name: string, relation: string, standing: string) => `${name}（${relation}，${standing}）`,
  look: '先看看这几处',
  confirm: '确认住在这里',
  confirmLabel: (name: string) => `确认${name}住在这里`,
  confirmTitle: (name: string, home: string) => `${name}住在${home}，对吗`,
  confirmCheck:
    '确认以后，这位就是楼里的邻居，看得到邻居愿意公开的称呼和电话。名字会记下来：是您确认的。确认了不能收回，搬走了可以移出。',
  confirmed: (name: string) => `欢迎${name}`,
  decline: '不是这里的',
  declineLabel: (name: string) => `${name}不是这里的`,
  declineTitle: (name: string) => `${name}不住这里吗`,
  declineCheck:
    '这位会马上离开楼栋群，看不到邻居的消息，并读到您写的原因。不能收回；弄错了，请人家再扫一次码。',
  declineReasons: ['不住这一户', '门牌写错了，请重新扫码', '同一个人登记了两次', '问过这户，说不认识'],
  declineWords: '想多说一句（可以不写）',
  declined: '知道了，已经请人家离开',
  alike: (name: string, home: string) => `${name}，住${home}`,
  compare: '比一比，是不是同一个人',
  seeAlike: '看看这位',
  remind: '下次有新邻居，微信提醒我',
  onlySeen: '这一位由楼长和社区来确认，您这里只看得到等了多久',
} as const

/** What is doubtful about a newcomer, and what to look at; the names are the register's, the flat's, and their own. */
export const doubtWords = {
  unknownFlat: ({ roomNumber }) => `名单上没有 ${roomNumber} 这一户。看看门牌是不是写错了。`,
  secondOwner: ({ owners }) => `这户已经有业主了：${owners}。夫妻、家人一起买的不奇怪，问一问是什么关系。`,
  samePerson: ({ called }) => `已经有一位叫${called}的，可能是同一个人登记了两次。`,
  nameMismatch: ({ called, registered }) =>
    `登记册上这户是${registered}，这位写的是${called}。看看是刚换了人家，还是写错了门。`,
  turnedAway: ({ isHeld, turnedAway }) =>
    isHeld
      ? `${turnedAway}在这栋楼被移出过。您确认以前，这位看不到群，也不能点单。`
      : `${turnedAway}在这栋楼没有通过。弄错了再来的不奇怪，问一问。`,
} as const satisfies Record<
  Doubt,
  (known: {
    roomNumber: string
    owners: string
    called: string
    registered: string
    /** When it was. */
    turnedAway: string
    isHeld: boolean
  }) => string
>
