import type { Relation, Standing } from '@/domain/account/schema'
import type { AuthorTitle } from '@/domain/chat/schema'
import type { InvitationState } from '@/domain/invitation/schema'
import type { Role } from '@/domain/shared/role'

export const roleNames = {
  volunteer: '志愿者',
  microGridLeader: '微网格长',
  gridWorker: '网格员',
  communityStaff: '社区工作者',
  mediator: '调解员',
  propertyManager: '物业',
  streetOffice: '街道',
} as const satisfies Record<Role, string>

/** What stands in the place of the name of someone who has cancelled their account. */
export const formerNeighbour = '以前的邻居'
/** Why what was still to be done in a flat was called off. */
export const homeOverNote = '不住在这里了'

export const relationNames = {
  owner: '业主',
  tenant: '租客',
  family: '家人',
  carer: '照护人',
} as const satisfies Record<Relation, string>

export const standingNames = {
  unconfirmed: '等楼长确认',
  confirmed: '已确认',
  declined: '未通过',
  left: '已搬走',
  removed: '已移出',
} as const satisfies Record<Standing, string>

/** Where others have ended a home: why, and what to do. */
export const endedWords = {
  because: (reason: string) => `原因：${reason}`,
  ask: (name: string) => `弄错了？请找${name || '楼长或社区'}说明，再扫一次楼里的码。`,
} as const

export const authorTitleNames = {
  neighbour: '邻居',
  newcomer: '新邻居',
  formerNeighbour,
  volunteer: '志愿者',
  microGridLeader: '微网格长',
  communityStaff: '社区',
} as const satisfies Record<AuthorTitle, string>

/** Why a code can't be used (any more), to the one who scanned it. */
export const invitationStateWords = {
  valid: '',
  expired: '这张码过期了，请向楼长要一张新的。',
  revoked: '这张码已经停用，请向楼长要一张新的。',
  usedUp: '这张码已经用满，请向楼长要一张新的。',
} as const satisfies Record<InvitationState, string>
