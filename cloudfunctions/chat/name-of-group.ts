import { circleNames } from '@/copy/chat-circles'
import { circleParts } from '@/domain/chat/thread'
import type { PlaceGroup } from './find-group'

/** What a place's group or a circle is called; '' where there is no such place. */
export function nameOfGroup({ area, groupPath }: Pick<PlaceGroup, 'area' | 'groupPath'>): string {
  const circle = circleParts(groupPath)
  const place = area?.fullName ?? ''
  return circle ? circleNames[circle.circle](place) : place
}
