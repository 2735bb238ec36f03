import { roleSchema } from '@/domain/shared/role'
import type { TrailEvent, TrailLine } from '@/domain/trail/schema'
import { toldOfPeople, type ToldOfPeople } from '../street/copy-people'
import type { StreetEvent } from './street-event'

const isTold = (event: TrailEvent): event is ToldOfPeople =>
  (toldOfPeople as readonly TrailEvent[]).includes(event)

/** What a line of someone's trail says in the street; nothing of what is their own business. */
export function peopleEvents(line: TrailLine, nameOf: (userId: string) => string): StreetEvent[] {
  const { _id, areaName, at, byName, event, role, userId } = line
  if (!isTold(event)) return []
  const about = { place: areaName, text: nameOf(userId), role: roleSchema.nullable().parse(role) }
  return [{ id: _id, at, kind: `person.${event}`, actor: byName, ...about }]
}
