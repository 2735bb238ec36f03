import type { Account } from '@/domain/account/schema'
import type { AreaPath } from '@/domain/shared/area'
import { pageKey } from '@/domain/shared/paging'
import type { Role } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import type { TrailEvent, TrailLine } from '@/domain/trail/schema'
import type { Store } from '../_runtime/store'
import { stableId } from './stable-id'

/** Something that happened to a person's standing. */
export interface Happening {
  /** The request's id, or for the clock the moment it is about: the same happening is written once. */
  readonly key: string | number
  readonly event: TrailEvent
  /** Whom it happened to. */
  readonly userId: string
  readonly area?: { readonly areaPath: AreaPath; readonly areaName: string } | null
  /** null: the clock. */
  readonly by: Pick<Account, '_id' | 'nickname'> | null
  readonly at: Timestamp
  /** Why; never a flat or a phone number. */
  readonly note?: string
  readonly role?: Role | null
  /** Whose name the note is. */
  readonly about?: string
}

/** The line of it, for `transaction.trail.insert`: then the change and its line are written both or neither. */
export function trailLine({ key, event, userId, area, by, at, note, role, about }: Happening): TrailLine {
  const _id = stableId('trail', key, event, userId, area?.areaPath ?? '', role ?? '')
  return {
    _id,
    event,
    userId,
    areaPath: area?.areaPath ?? null,
    areaName: area?.areaName ?? '',
    by: by?._id ?? null,
    byName: by?.nickname ?? '',
    at,
    note: note ?? '',
    role: role ?? null,
    about: about ?? null,
    atKey: pageKey(at, _id),
  }
}

/** Writes the lines, each once however often it is asked for; side by side with signals where it can. */
export async function noteTrail(store: Store, ...happenings: readonly Happening[]): Promise<void> {
  await Promise.all(happenings.map((happening) => store.trail.insertOnce(trailLine(happening))))
}
