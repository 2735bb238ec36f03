import { ancestorAt } from '@/domain/shared/area'
import type { Appointment } from '@/domain/appointment/schema'
import { topics } from '@/domain/signal/topics'

/** Whose phones show it: the one it is about, and the office of the area. */
export const appointmentTopics = ({
  userId,
  areaPath,
}: Pick<Appointment, 'userId' | 'areaPath'>): string[] => {
  const community = ancestorAt(areaPath, 'community')
  return [topics.user(userId), ...(community ? [topics.desk(community)] : [])]
}
