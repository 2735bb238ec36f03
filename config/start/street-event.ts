import type { Role } from '@/domain/shared/role'
import type { StreetEventKind } from '../street/copy'

/** Something that just happened on the street. */
export interface StreetEvent {
  id: string
  at: number
  kind: StreetEventKind
  actor: string
  /** Whom an order is for. */
  requester?: string
  place: string
  /** What was said; what or whom it is about. */
  text: string
  role?: Role | null
}

export const event = (
  id: string,
  at: number,
  kind: StreetEventKind,
  actor: string,
  place = '',
  text = '',
): StreetEvent => ({ id, at, kind, actor, place, text: text.slice(0, 60) })
