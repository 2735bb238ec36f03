import { statedHours } from '@/domain/certificate/tally'
import { exactTime } from './print'

/** The days that a certificate is asked for. */
export const servicePeriodNames = { thisYear: '今年', lastYear: '去年', own: '自己选' } as const
export type ServicePeriodName = keyof typeof servicePeriodNames

export const certificateWords = {
  issueTitle: '开一张证明',
  period: '哪段时间的服务',
  from: '从哪天起',
  to: '到哪天止',
  chooseDay: (what: string, day: string) => `${what}：${day}`,
  realName: (name: string) => `证明上写您的姓名：${name}`,
  nickname: (name: string) => `证明上写您的称呼：${name}。登记了真实姓名再开，别处更认`,
  issue: '开证明',
  issued: '开好了',
  elsewhere: '这段时间您在别的社区也帮过忙，那边的另开一张',
  issueElsewhere: '另开一张',
  mine: '开过的证明',
  empty: '还没有开过证明。帮过的忙都记着，随时能开',
  hours: (minutes: number) => `${statedHours(minutes)} 小时`,
  facts: (visits: number, communityName: string) => `${visits} 次 · ${communityName}`,
  number: (code: string) => `编号 ${code}`,
  issuedOn: (day: string) => `${day}开`,
  open: '打开',
  openLabel: (period: string) => `打开${period}的证明`,
  copy: '复制编号',
  copied: '编号复制好了',
  revoked: '作废了',
  revokedBecause: (day: string, reason: string) => `社区${day}作废：${reason}`,
  openHint: '打开后，点右上角可以转发、打印',
  toVerify: '核验一张证明',
  fileName: (period: string) => `志愿服务记录证明 ${period}.pdf`,
} as const

export const verifyWords = {
  hint: '编号印在证明上，12 位，不分大小写',
  label: '证明编号',
  placeholder: '比如 4F7K-9Q2M-XW03',
  wrong: '编号是 12 位数字和字母，请再看一眼',
  check: '核验',
  scan: '扫证明上的码',
  notOurs: '这张码不是服务证明上的',
  valid: '这张证明是真的',
  revoked: '这张证明已经作废',
  revokedOn: (day: string) => `社区在${day}作废了它`,
  unknown: '查不到这个编号',
  unknownHint: '请对照纸上再输一遍；还查不到，就不是这里开的',
  person: '姓名',
  period: '服务时间',
  time: '累计时长',
  timeOf: (minutes: number) => {
    const [stated, exact] = [`${statedHours(minutes)} 小时`, exactTime(minutes)]
    return stated === exact ? stated : `${stated}（${exact}）`
  },
  visits: '服务次数',
  visitsOf: (visits: number) => `${visits} 次`,
  issuer: '出具单位',
  issuedAt: '出具日期',
  same: '和今天的记录一致',
  changed: (minutes: number, visits: number) =>
    `开出以后，记录更正过。今天的记录是 ${visits} 次、${statedHours(minutes)} 小时`,
  compare: '请和纸上写的逐项对一对',
  revoke: '作废',
  revokeTitle: '作废这张证明吗',
  revokeCheck: '作废后，谁来核验都会看到它已作废，本人也会看到理由。不能恢复。',
  revokeReasons: ['服务登记错了', '开错了人', '重复开具'],
  revokeWords: '想多说一句（可以不写）',
  revokeDone: '已作废',
} as const
