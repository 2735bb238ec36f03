import type { Handbook } from '@/domain/handbook/schema'
import type { AreaPath } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import { standardCalendar } from './standard-calendar'
import { standardGuide } from './standard-guide'
import { standardServices } from './standard-services'

/** The handbook that a community begins with; its staff change what is another there. Local numbers are made up. */
export const standardHandbook = (communityPath: AreaPath, now: Timestamp): Handbook => ({
  _id: communityPath,
  version: 0,
  services: standardServices,
  guide: standardGuide,
  calendar: standardCalendar(now),
  quiet: { from: 1290, to: 420 },
  phone: '010-55550100',
  updatedAt: now,
  trail: [],
})
