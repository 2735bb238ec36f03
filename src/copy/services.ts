import type { serviceIcons } from '@/domain/handbook/schema'
import type { Skill } from '@/domain/handbook/skills'

/** What volunteers can do, as they tick it on their own page and staff on a service's. */
export const skillNames = {
  gas: '看燃气',
  hospital: '陪就医',
  phone: '教手机',
  repair: '修东西',
  electric: '修电器电路',
  shopping: '跑腿代买',
  visit: '陪老人说话',
  carry: '搬重东西',
  driving: '开车接送',
  firstAid: '急救',
  haircut: '理发',
  children: '带孩子',
  paperwork: '填表办手续',
} as const satisfies Record<Skill, string>

/** What a service's picture shows, for those who choose one and those who can't see it. */
export const serviceIconNames = {
  gas: '火苗',
  hospital: '医院',
  phone: '手机',
  wrench: '扳手',
  basket: '菜篮',
  heart: '爱心',
  box: '纸箱',
  hand: '手',
  scissors: '剪刀',
  book: '本子',
  car: '汽车',
  lamp: '电灯',
} as const satisfies Record<(typeof serviceIcons)[number], string>
