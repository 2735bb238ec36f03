import { statedHours } from '@/domain/certificate/tally'
import type { InvitationTarget } from '@/domain/invitation/schema'
import { startOf } from '@/domain/shared/day-keys'
import { dateWords } from './time'

const day = (key: string): string => dateWords(startOf(key))

/** 12 小时 34 分钟, exactly; without the part that is none. */
export function exactTime(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

export const periodOfDays = (from: string, to: string): string =>
  from === to ? day(from) : `${day(from)}至${day(to)}`

interface Stated {
  name: string
  isRealName: boolean
  communityName: string
  from: string
  to: string
  minutes: number
  visits: number
}

/** The words of the 志愿服务记录证明. */
export const certificatePaper = {
  title: '志愿服务记录证明',
  number: (code: string) => `编号 ${code}`,
  statement: ({ name, isRealName, communityName, from, to, minutes, visits }: Stated) =>
    `兹证明 ${name}${isRealName ? '' : '（平台上的称呼）'} 于${periodOfDays(from, to)}，在${communityName}参加志愿服务 ${visits} 次，累计 ${statedHours(minutes)} 小时。`,
  columns: ['服务内容', '次数', '时长'],
  times: (visits: number) => `${visits} 次`,
  total: '合计',
  howCounted: '时长从上门签到记到办好，不算路上的时间；总数折成小时，不足 0.1 小时的不计。',
  howToVerify: (code: string) =>
    `核验：用微信扫左边的码，或在小程序“家门口”的“核验证明”里输入编号 ${code}，可查真伪和今天的记录。`,
  issuer: (name: string) => `出具单位：${name}`,
  issuedAt: (date: string) => `出具日期：${date}`,
  phone: (phone: string) => `联系电话：${phone}`,
  seal: '（盖章）',
} as const

/** Title of files, and the foot of papers with several pages. */
export const pageFoot = (page: number, of: number): string => `第 ${page} 页，共 ${of} 页`

/** What a code asks of whoever scans it, in a line. */
const calls = {
  home: '扫一扫，进咱们楼的群',
  household: '扫一扫，进咱们家',
  role: '扫一扫，来出一份力',
  person: '扫一扫，这个账号归您自己管',
} as const satisfies Record<InvitationTarget['kind'], string>

/** Names that a line of the paper holds in a readable size. */
const mostLeaders = 3

/** Posters for stairwells and slips for doors. */
export const invitationPaper = {
  title: (areaName: string) => `${areaName} 邀请码`,
  call: (kind: InvitationTarget['kind']) => calls[kind],
  sentences: [
    '停水停电、楼里的事，群里先知道',
    '家里缺人手、有难处，说一声就有人来',
    '您的电话和门牌，邻居看不到',
  ],
  leaders: (all: readonly { name: string; gridName: string | null }[]) => {
    const names = all.map(({ name, gridName }) => (gridName === null ? name : `${name}（${gridName}）`))
    const few = names.slice(0, mostLeaders).join('、')
    return `微网格长：${few}${names.length > mostLeaders ? '等' : ''}`
  },
  until: (day: string) => `${day}前都能扫`,
  help: (office: string, phone: string | null) =>
    phone ? `不会扫、扫不开，请打${office}电话 ${phone}` : `不会扫、扫不开，请找楼长或${office}`,
  helpShort: (phone: string) => `扫不开请打 ${phone}`,
} as const
