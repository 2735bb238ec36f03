import type { CareNeed, Membership, Proxy, Standing } from '@/domain/account/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { TrailEvent } from '@/domain/trail/schema'
import { dateWords } from './time'

export const careNeedNames = {
  elder: '高龄老人',
  livesAlone: '一个人住',
  disabled: '行动不便',
  ill: '长期生病',
} as const satisfies Record<CareNeed, string>

/** How someone stands in a home, to those who look after the place. */
export const standingWords = {
  unconfirmed: '等确认',
  confirmed: '已确认',
  declined: '不是这里的',
  left: '搬走了',
  removed: '移出了',
} as const satisfies Record<Standing, string>

/** 居民登记: who lives where. */
export const residents = {
  elsewhere: '换一处',
  chooseFirst: '先在上面选到一栋楼、一个单元，住在那里的人就列出来',
  seen: '看过谁的名字，本人都看得到记录。',
  empty: '这里还没有人登记。扫码进来的会列在这里，没有手机的可以替他登记',
  count: (count: number) => `${count} 位`,
  loadingMore: '还在往下看',
  noPhone: '没有手机',
  /** A tenancy's last day; `until` is the moment at which it is over. */
  until: (until: Timestamp) => `租到${dateWords(until - 1)}`,
  open: (name: string, home: string) => `看${name}，${home}`,
  add: '登记没有手机的人',
  noArea: '居民登记由楼长和社区来看',
} as const

/** Looking someone up, by name or by flat. */
export const finding = {
  name: '姓名或称呼',
  flat: '门牌',
  flatHint: '如 1502',
  find: '找一找',
  all: '看全部',
  flatWrong: '门牌用数字和字母，如 1502',
  flatWide: '按门牌找，请先选到一栋楼',
  none: '没有找到，换个写法试试。姓名要写全',
  found: (count: number) => `找到 ${count} 位`,
} as const

/** Putting someone on the register who has no phone. */
export const registering = {
  lead: '给没有智能手机的老人、孩子登记，家人邻居就能代为点单。登记前请先问过本人。',
  nickname: '怎么称呼',
  nicknameHint: '如：李奶奶',
  realName: '姓名（可以不写）',
  realNameWrong: '姓名至少写两个字',
  where: '住在哪里',
  flat: '门牌',
  flatHint: '如 1502',
  flatWrong: '门牌用数字和字母，如 1502',
  flatKnown: (home: string) => `名单上有：${home}`,
  flatUnknown: '名单上没有这一户，社区会再核对',
  flatNotMine: '您照看的这一片里没有这一户',
  flatWhich: '是哪个单元的',
  relation: '是这家的什么人',
  phone: '电话（可以不写）',
  phoneHint: '座机不收。只有照看这里的人看得到',
  phoneWrong: '手机号是 11 位数字，请再看看',
  care: '要多照应的（可以不选）',
  careHint: '只有照看这里的人和本人看得到',
  child: '是未满 14 岁的孩子',
  childHint: '孩子要有一位同住的大人负责',
  guardian: '由谁负责',
  noGuardian: '这户里还没有确认过、自己用手机的大人，请大人先扫码进来',
  submit: '登记',
  save: '改好了',
  done: (name: string) => `${name}登记好了`,
  saved: '改好了',
  twice: '这一户里已经有这位了，不用再登记',
  guardianNeeded: '负责的大人要确认过、同住、自己用手机',
} as const

/** One person. */
export const person = {
  seen: '您看过这页，本人会看到记录',
  call: '打电话',
  callLabel: (name: string) => `给${name}打电话`,
  phoneNone: '没有留电话',
  realNameNone: '没有写姓名',
  noPhone: '没有手机，别人代办',
  homes: '住在哪里',
  noHomes: '现在不住在您照看的地方',
  joined: (day: string) => `${day}来的`,
  ended: (day: string) => `${day}为止`,
  because: (reason: string) => `因为：${reason}`,
  confirm: '确认住在这里',
  remove: '移出这个家',
  removeTitle: (name: string, home: string) => `把${name}从${home}移出吗`,
  removeCheck:
    '马上生效：看不到楼栋群和这里的公告，没办完的事交回社区另请人。说过的话、办过的单都留着，写作“以前的邻居”。不能收回；搬回来了，请再扫一次码。',
  removeReasons: ['搬走了', '租期到了', '本人要求', '已经离世', '登记错了'],
  reasonWords: '想多说一句（可以不写）',
  removed: (name: string) => `${name}不再住在这里`,
  lease: '租期',
  leaseTitle: (name: string) => `${name}租到哪天`,
  leaseCheck: '到了那天的半夜，这个家就自己结束。续租了，再来改一改。',
  leaseDay: '租到',
  leaseNone: '点一下，选日子',
  leaseSave: '就到这天',
  leaseClear: '不定日子',
  leaseSaved: '租期记下了',
  proxies: '谁来代办',
  noProxies: '还没有人代办',
  proxyOf: (how: string, day: string) => `${day}，${how}同意`,
  noted: (note: string) => `“${note}”`,
  guardian: (name: string) => `未满 14 岁，由${name}负责`,
  addProxy: '请一位代办',
  proxyTitle: (name: string) => `请谁替${name}办事`,
  proxyWho: '哪位邻居',
  proxyRelation: '和本人是什么关系',
  proxyHow: '本人怎么同意的',
  proxyNote: '在哪里、谁在场（可以不写）',
  proxyCheck: (proxy: string, name: string) =>
    `${proxy}就能替${name}点单、评单，看得到门牌。两边的手机上都会有记录，随时可以停。`,
  proxySubmit: '就请这位',
  proxyDone: (name: string) => `好了，${name}可以代办了`,
  proxyFull: '最多请五位，先停掉一位',
  proxyUnfit: '这位还不能替人办事：要大人、自己用手机、楼长确认过',
  endProxy: '不再代办',
  endProxyLabel: (name: string) => `${name}不再代办`,
  endProxyTitle: (name: string) => `请${name}不再代办吗`,
  endProxyCheck: '马上生效：不能再代为点单，也看不到门牌。已经点的单照旧办。',
  endProxyDone: '停了',
  charges: '替谁办事',
  roles: '担任什么',
  rolesAt: (areaName: string, since: string) => `${areaName}，${since}起`,
  trail: '全部经过',
  trailNone: '还没有记录',
  trailBy: (name: string) => `${name}办的`,
  trailByClock: '到时候自己变的',
  correct: '改登记',
  takeOver: '交给本人的手机',
  takeOverTitle: (name: string) => `${name}有手机了吗`,
  takeOverCheck: '做一张只给本人用的码，七天里扫一次有效。扫了以后，登记的家、帮手都还在，由本人自己来用。',
  takeOverMake: '做一张码',
  merge: '和另一个账户合成一位',
} as const

export const proxyRelationNames = {
  family: '家人',
  neighbour: '邻居',
  carer: '照护人',
  guardian: '监护人',
} as const satisfies Record<Proxy['relation'], string>

export const consentWords = {
  inPerson: '当面',
  byPhone: '电话里',
  onPaper: '书面',
  guardian: '监护人',
} as const satisfies Record<Proxy['consent']['how'], string>

/** Two accounts that are one person. */
export const merging = {
  lead: '同一个人登记了两次，比如先由楼长登记、后来自己又扫了码，就合成一位。',
  other: '另一个账户是哪位',
  none: '没有找到。要两个账户都住在您照看的地方，姓名要写全',
  compare: '比一比，是同一个人吗',
  homes: '住在',
  phone: '电话',
  proxies: '代办的人',
  hasPhone: '自己用手机',
  registered: '没有手机',
  nothing: '没有',
  keep: '留下哪一份',
  keepThis: (at: number, name: string) => `${at === 0 ? '左边' : '右边'}的${name}`,
  keepHint: '家、单子、帮手都并到留下的这份里，另一份停用。手机跟着本人走，不会丢。',
  bothPhones: '两份都是自己用手机的，合不了。请本人注销不用的那一份。',
  why: '怎么知道是同一个人',
  reasons: ['本人来说的', '家人来说的', '姓名门牌都一样'],
  whyWords: '或者自己写一句',
  change: '不是这位，换一位',
  submit: '合成一位',
  title: (keepAt: number, name: string) => `留下${keepAt === 0 ? '左边' : '右边'}的${name}，另一份并过来吗`,
  check: '合了就分不开。停用的那一份不再出现在名单里，它的家、单子、帮手都归到留下的这份。',
  done: '合成一位了',
} as const

/** What happened to someone's standing, on the trail. */
export const trailEventNames = {
  joined: '扫码进来',
  confirmed: '确认住在这里',
  declined: '说不是这里的',
  vouchOverdue: '等久了，转给上一级',
  left: '搬走了',
  removed: '移出了',
  moved: '换了一户',
  leaseSet: '改了租期',
  leaseEnded: '租期到了',
  registered: '登记上了',
  corrected: '改了登记',
  proxyNamed: '请人代办',
  proxyEnded: '不再代办',
  tookOver: '自己用手机了',
  merged: '两个账户合成一位',
  roleApplied: '报名担任',
  roleProposed: '被提名担任',
  roleAgreed: '签字定了，到日子担任',
  roleSigned: '签字同意担任',
  roleRefused: '没有担任',
  roleEnded: '不再担任',
  roleHandedOver: '交接了担任的事',
  seriesStopped: '固定的帮忙停了',
  mediaRefused: '头像或语音没通过微信的检查，拿掉了',
  privacyAgreed: '同意了隐私指引',
  privacyWithdrawn: '收回了隐私同意',
  cancelled: '注销了账户',
} as const satisfies Record<TrailEvent, string>

/** Which of someone's homes: 幸福里小区 4栋 1502. */
export const homeWords = ({ areaName, roomNumber }: Pick<Membership, 'areaName' | 'roomNumber'>): string =>
  `${areaName} ${roomNumber}`.trim()
