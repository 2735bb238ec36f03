import type { IconName } from '@/components/icon-shapes'
import type { Service } from '@/domain/handbook/schema'

const drawings = {
  gas: 'alarm',
  hospital: 'hospital',
  phone: 'phone',
  wrench: 'repair',
  basket: 'basket',
  heart: 'visit',
  box: 'carry',
  hand: 'hand',
  scissors: 'scissors',
  book: 'book',
  car: 'car',
  lamp: 'lamp',
} as const satisfies Record<Service['icon'], IconName>

/** How a service's icon is drawn. */
export const serviceIcon = (icon: Service['icon']): IconName => drawings[icon]
