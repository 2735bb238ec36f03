import type { IconName } from '@/components/icon-shapes'
import type { Service } from '@/domain/order/services'

export const serviceIcons = {
  gasAlarm: 'alarm',
  hospital: 'hospital',
  phoneHelp: 'phone',
  repair: 'repair',
  shopping: 'basket',
  visit: 'visit',
  carry: 'carry',
  other: 'more',
} as const satisfies Record<Service, IconName>
