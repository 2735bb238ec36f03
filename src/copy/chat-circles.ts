import type { Circle } from '@/domain/chat/thread'

/** What the groups are called in which people work together. */
export const circleNames = {
  volunteers: (community: string) => `${community}志愿者群`,
  staff: (community: string) => `${community}工作群`,
} as const satisfies Record<Circle, (community: string) => string>
