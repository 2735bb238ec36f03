import { circleRoles } from '@/domain/chat/policy'
import { circleParts } from '@/domain/chat/thread'
import { roleKey } from '@/domain/shared/role'
import type { Where } from '../_runtime/collection'
import { command } from '../_runtime/sdk'

/** The accounts of those who live in a place, or who work in a circle. */
export function membersOf(groupPath: string): Where {
  const circle = circleParts(groupPath)
  if (!circle) return { homeAt: groupPath }
  const keys = circleRoles[circle.circle].map((role) => roleKey(role, circle.communityPath))
  return { roleKeys: command.in(keys) }
}
