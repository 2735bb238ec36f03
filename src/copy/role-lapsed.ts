import type { NotBegun } from '@/domain/appointment/policy'
import type { Role } from '@/domain/shared/role'
import { roleNames } from './people'

/** Why an appointment came to nothing on its day, for the paper and the trail. */
export const notBegunWords = {
  gone: '本人已经不能担任了',
  left: '本人已经不住在这里了',
  noPlace: '这个地方已经停用了',
  over: '到日子时任期已经过了',
  unsigned: '签字的人已经不在任了，要重新提名',
} as const satisfies Record<NotBegun, string>

/** To whoever named them, in the 20 characters that WeChat's `thing` field takes. */
export function roleLapsedLine(name: string, role: Role): string {
  const line = `${name}没能当${roleNames[role]}`
  return line.length <= 20 ? line : `${line.slice(0, 19)}…`
}
