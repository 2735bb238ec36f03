import { counted } from '@/copy/counts'
import { fitReasonWords } from '@/copy/order'
import { skillNames } from '@/copy/services'
import { reasonsFor, type FitReason } from '@/domain/order/fit'
import type { Moment, OrderService } from '@/domain/order/parts'
import type { Phase } from '@/domain/order/status'

export const dispatch = {
  notStaff: '派单台由社区工作者打开',
  arrived: (count: number, title: string) =>
    count === 1 ? `来了一单：${title}` : `来了 ${count} 单，最新的是${title}`,
  chooseOne: '选一单，在这里看',
  helpers: '请谁去',
  helpersEmpty: '这一带还没有志愿者，放到大厅，附近的都能看到',
  helpersHint: (people: number) =>
    `${people > 1 ? `要 ${people} 人。` : ''}可以选几位（最多 10 位），谁先接谁去。两小时没人回话，会自动回到这里。`,
  mostChosen: '一次最多请 10 位',
  open: (count: number) => (count === 0 ? '手上没有单' : `手上 ${count} 单`),
  month: (count: number) => `本月 ${count} 单`,
  cannot: '去不了',
  noneFits: '这一次没有人去得了，可以放到大厅',
  cannotCount: (count: number) => `另有 ${count} 位去不了`,
  give: '派出去',
  giveTo: (name: string) => `派给${name}`,
  giveToMany: (count: number) => `派给这 ${count} 位`,
  giveCheck: (name: string, title: string) =>
    `会马上告诉${name}：“${title}” 两小时没回话，这一单会自动回到这里。`,
  toHall: '放到大厅',
  hallHint: '这一带的志愿者都会看到，谁先接谁去。半天没人接，会自动回到这里。',
  reasons: {
    withdraw: ['原来那位去不了', '换一位更近的', '居民想换人', '等得太久'],
    cancel: ['居民说不用了', '重复点的单', '要找专业单位', '联系不上居民'],
    defer: ['居民想改天', '要等配件', '那天才有人', '等天气好'],
  },
  anyone: '志愿者',
  keys: 'J、K 上下走 · 回车派给第一位 · D 延后 · R 转交 · T 转社区 · M 合并 · S 拆单 · N 备注',
  waitsFor: (name: string) => `在等${name}回话`,
  goesBack: (left: string) => `${left}后没回话就收回`,
  more: '还能这样办',
} as const

/** Finding an order in the queue. */
export const filterWords = {
  late: '晚了',
  urgent: '急',
  unhappy: '不满意',
  unsafe: '上门不安全',
  building: '看楼栋',
  service: '看事由',
  clear: '都看',
  none: '没有这样的单',
  lateCount: (count: number) => `${counted(count)} 单晚了`,
  unsafeCount: (count: number) => `${counted(count)} 单上门不安全，等问一问`,
  unhappyCount: (count: number) => `${counted(count)} 单不满意，等回访`,
  buildingsEmpty: '各栋都没有没办完的单',
  tile: (waiting: number, moving: number) => `待派 ${waiting}，在路上 ${moving}`,
  tileLate: (count: number) => `晚 ${count}`,
} as const

export const phaseNames = {
  waiting: '待派单',
  later: '延后',
  moving: '路上',
  done: '办完',
} as const satisfies Record<Phase, string>

export const phaseEmpty = {
  waiting: '都派出去了，喝口水吧',
  later: '没有延后的单',
  moving: '路上没有单',
  done: '还没有办完的单',
} as const satisfies Record<Phase, string>

/** What the sheets of the desk ask. */
export const deskWords = {
  whoseHours: '更正谁的',
  countsNow: (minutes: number) => `现在记 ${minutes} 分钟`,
  shallCount: '应当记多少',
  minutes: (minutes: number) => `${minutes} 分钟`,
  minutesStep: (step: number) => (step > 0 ? `加 ${step} 分钟` : `减 ${-step} 分钟`),
  completeForReasons: ['手机没电了，打电话来说的', '手机坏了，人到社区来说的', '居民打电话说办好了'],
  servedFor: (names: string, moment: string) => `${names} ${moment}签到，做了多久`,
  endedAt: (moment: string) => `${moment}办好的。时长按规则记`,
  correctReasons: ['忘了签到', '忘了点办好', '多记了', '居民说得不一样'],
  deferDay: '哪一天',
  deferTime: '几点',
  otherDay: '别的日子',
  deferUntil: (moment: string) => `到${moment}再办`,
  toWhom: '转给谁',
  findWhom: '找一找：下水道、路灯、物业',
  toIncident: '转为事件上报',
  toIncidentHint: '不归哪一家管，要有人到现场看',
  noGuide: '手册里没有找到，可以转为事件上报',
  whichDesk: '转给哪个社区',
  noDesk: '这条街上没有别的社区',
  part: (index: number) => `第 ${index} 件`,
  partText: '是什么事',
  partService: '哪一类',
  addPart: '再拆一件',
  dropPart: '去掉',
  mergeInto: '并到哪一单',
  noTwin: '同一栋、同一类里没有别的单',
  sameService: '同一类',
  sameBuilding: '同一栋',
  whoAbsent: '谁没来',
  whoCalled: '给谁打了电话',
  seePhone: '看联系电话',
  seePhoneHint: '看过会记下来，本人在“我的数据”里看得到',
  follower: '跟单的邻居',
  internal: '只给社区看',
  internalHint: '打开是内部备注，关上是大家都看得到的留言',
  internalTitle: '内部备注',
} as const

/** Which message did not reach someone. */
export const missedWords = {
  offered: '没收到派单消息',
  accepted: '没收到接单消息',
  completed: '没收到办好的消息',
  released: '没收到换人消息',
  standInDeclined: '没收到代不了班的消息',
  cancelled: '没收到取消消息',
  merged: '没收到并单消息',
  deferred: '没收到改天办的消息',
  resumed: '没收到开始办的消息',
  remarked: '没收到留言',
  hoursCorrected: '没收到时长更正的消息',
  closed: '没收到结单消息',
  late: '没收到晚了的消息',
  redirected: '没收到转交消息',
  unhappy: '没收到回访消息',
  unsafe: '没收到上门不安全的消息',
  digest: '没收到早报',
  codeExpires: '没收到群码过期提醒',
  promiseDue: '没收到承诺到期提醒',
  newcomerWaits: '没收到新邻居提醒',
  vouched: '没收到确认结果',
  roleLapsed: '没收到提名没成的消息',
  notice: '没收到公告提醒',
} as const satisfies Record<Moment, string>

/** A plan for all that waits. */
export const planWords = {
  button: '一键排单',
  method: '按技能、远近、空闲和公平，整体算出的最好安排：先让尽量多的单有人去，再看谁最合适。',
  proposal: '这是建议，可以改。确认派出以后才会告诉志愿者。',
  empty: '没有要派的单，喝口水吧',
  order: '什么事',
  helper: '请谁去',
  by: (moment: string) => `${moment}前`,
  nobody: '先不派',
  nobodyFits: '没有合适的人，回派单台放到大厅',
  change: '换人',
  changeLabel: (title: string) => `换人：${title}`,
  changeTitle: '请谁去',
  leave: '这一单先不派',
  wanted: (count: number, chosen: number) => `要 ${count} 位，选了 ${chosen} 位`,
  chosen: '选好了',
  missing: (count: number) => `还差 ${count} 位`,
  hasMore: (count: number) => `单子多，这里先排最急的 ${count} 单，派完再排下一批。`,
  clash: (name: string) => `${name}那时还有另一单，时间撞上了`,
  several: (name: string, count: number) => `${name}这次一共 ${count} 单`,
  summary: (orders: number, people: number) => `${orders} 单，总共请 ${people} 位`,
  left: (count: number) => `${count} 单先不派`,
  confirm: '确认派出',
  check: (orders: number, people: number) =>
    `会马上告诉 ${people} 位志愿者，一共 ${orders} 单。两小时没回话的会自动回到派单台。`,
  sending: (done: number, of: number) => `正在派，${done}/${of}`,
  sent: (name: string) => `已派给${name}`,
  moved: '这一单刚有了变化，这次没有派，回派单台看看',
  allSent: (count: number) => `派出去 ${count} 单`,
  someMoved: (sent: number, moved: number) => `派出去 ${sent} 单，${moved} 单刚有变化，没有派`,
  unsent: (count: number) => `还有 ${count} 单没派，连上网再点一次`,
  again: '重新排一遍',
  toDesk: '回派单台',
} as const

const isFor = (reason: FitReason): boolean => reasonsFor.some((one) => one === reason)

/** What someone can do of what a service needs: 会看燃气、急救. */
const skilledWords = ({ skills }: Pick<OrderService, 'skills'>): string =>
  skills.length === 0 ? fitReasonWords.skilled : `会${skills.map((skill) => skillNames[skill]).join('、')}`

/** Why someone is suggested and what speaks against, in plain words: 会看燃气 · 住同一栋 / 本月单多. */
export function reasonWords(
  reasons: readonly FitReason[],
  service: Pick<OrderService, 'skills'>,
): { pros: string; cons: string } {
  const said = (wanted: boolean): string =>
    reasons
      .filter((reason) => isFor(reason) === wanted)
      .map((reason) => (reason === 'skilled' ? skilledWords(service) : fitReasonWords[reason]))
      .join(' · ')
  return { pros: said(true), cons: said(false) }
}
