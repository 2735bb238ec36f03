import type { CaseAction } from '@/domain/moderation/contract'
import type { CaseEvent, CaseState, ReportReason } from '@/domain/moderation/schema'

export const reportReasonNames = {
  rude: '骂人、伤人',
  advert: '打广告',
  false: '不实的话',
  private: '泄露隐私',
  scam: '像是骗人',
  other: '别的问题',
} as const satisfies Record<ReportReason, string>

export const caseStateNames = {
  open: '等人看',
  dismissed: '没问题',
  acted: '已处理',
  appealed: '在申诉',
  upheld: '维持',
  revoked: '已撤销',
} as const satisfies Record<CaseState, string>

export const caseEventWords = {
  reported: (by, note) => `${by}举报${note}`,
  removed: (by, note) => `${by}移除了这条${note}`,
  silenced: (by, note) => `${by}请本人停一停${note}`,
  lifted: (by, note) => `${by}提前解除了禁言${note}`,
  dismissed: (by, note) => `${by}看过，没问题${note}`,
  appealed: (by, note) => `${by}申诉${note}`,
  upheld: (by, note) => `${by}复看后维持${note}`,
  revoked: (by, note) => `${by}复看后撤销${note}`,
  lapsed: () => '7 天没有人复看，按规矩撤销了',
} as const satisfies Record<CaseEvent, (by: string, note: string) => string>

export const caseActionWords = {
  remove: '移除',
  silence: '禁言',
  lift: '解除禁言',
  dismiss: '没问题',
  appeal: '去申诉',
  decide: '复看',
} as const satisfies Record<CaseAction, string>

export const moderationWords = {
  open: '等我看',
  past: '看过的',
  openEmpty: '没有等您看的，邻居们处得不错',
  pastEmpty: '还没有处理过什么',
  mineEmpty: '没有被移除或禁言过，挺好',
  mineHint: '觉得不公道，7 天内可以申诉一次，由另一位工作人员或街道来看',
  said: (name: string) => `${name}说的`,
  saidMine: '您说的',
  aPicture: '一张照片',
  neighbour: '有邻居',
  reportedBy: (count: number, reasons: string) =>
    reasons === '' ? `${count} 位邻居举报` : `${count} 位邻居举报：${reasons}`,
  isRemoved: '已移除，群里看不到',
  silencedUntil: (when: string) => `禁言到${when}`,
  appealWords: (words: string) => `申诉说：${words}`,
  judgedByOthers: '申诉由没经手的另一位社区工作者，或者街道来看，您不用办',
  trail: '全部经过',
  note: (note: string) => `：${note}`,
  liftTitle: '现在就让人说话吗',
  liftWhy: '禁言马上解除，别的处理不变。',
  lifted: '解除了',
  dismissTitle: '这条没有问题吗',
  dismissWhy: '就不再请您看了，这条留在群里。',
  dismissNote: '想说一句（可以不写）',
  dismissed: '好，留着',
  appealTitle: '哪里不公道',
  appealWhy:
    '只能申诉一次，写清楚当时是怎么回事。没有参与处理的另一位工作人员，或者街道，会来看；7 天没人看，就按您说的撤销。',
  appealField: '说说怎么回事',
  appealSend: '交上去',
  appealSent: '交上去了，有结果会告诉您',
  decideTitle: '怎么定',
  decideSend: '就这样定',
  decideWhy: '撤销的话，这条消息回到群里，禁言也马上解除。',
  uphold: '维持',
  revoke: '撤销',
  decideNote: '为什么这样定，本人看得到',
  decideReasons: ['看过原话，处理得当', '误会了，不该移除', '口气重了些，但没有伤人'],
  decided: '定好了',
} as const

/** What is done with one message and wants words. */
export const deedWords = {
  lost: '这一句已经不能这样办了，可能有人先办了',
  report: {
    title: '为什么举报',
    why: '请照看这个群的人来看看。没有人知道是您报的。',
    send: '举报',
    done: '交上去了，谢谢您',
  },
  remove: {
    title: '为什么移除',
    why: '群里谁也看不到这条了。原话和原因留给照看群的人，本人可以申诉。',
    reasons: ['骂人、伤人', '打广告', '不实的话', '泄露隐私', '像是骗人'],
    send: '移除',
    done: '移除了',
  },
  silence: {
    title: '停多久',
    why: '这段时间里不能在这个群说话，还能看，也能点单求助。本人看得到原因，可以申诉。',
    reasons: ['骂人、伤人', '刷屏', '打广告', '劝过还不听'],
    send: '禁言',
    done: '记下了',
  },
  reason: '原因',
  own: '想补一句，本人看得到',
} as const

/** For how long somebody may be asked to pause, in minutes. */
export const silenceLengths = [
  { value: 10, label: '10 分钟' },
  { value: 60, label: '1 小时' },
  { value: 1440, label: '1 天' },
  { value: 10_080, label: '7 天' },
] as const
