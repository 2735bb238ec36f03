import * as z from 'zod'
import { hours } from '../shared/time'

/** What can be asked for; also the skills that volunteers have. */
export const services = [
  'gasAlarm',
  'hospital',
  'phoneHelp',
  'repair',
  'shopping',
  'visit',
  'carry',
  'other',
] as const
export const serviceSchema = z.enum(services)
export type Service = z.infer<typeof serviceSchema>

/** How soon someone should be there when no time was asked for, in ms: urgent, and otherwise. */
export const responseTime: Readonly<Record<Service, { urgent: number; usual: number }>> = {
  gasAlarm: { urgent: hours(1), usual: hours(4) },
  hospital: { urgent: hours(2), usual: hours(24) },
  phoneHelp: { urgent: hours(4), usual: hours(24) },
  repair: { urgent: hours(2), usual: hours(24) },
  shopping: { urgent: hours(2), usual: hours(8) },
  visit: { urgent: hours(4), usual: hours(48) },
  carry: { urgent: hours(2), usual: hours(24) },
  other: { urgent: hours(2), usual: hours(24) },
}
