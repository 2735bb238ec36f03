import type { Account } from '@/domain/account/schema'
import { isHomeIn, type HomePlace } from '@/domain/shared/area'
import { dayKey } from '@/domain/shared/calendar'
import { pageKey } from '@/domain/shared/paging'
import type { Timestamp } from '@/domain/shared/time'
import type { Access, AccessKind } from '@/domain/trail/schema'
import type { Store } from '../_runtime/store'
import { stableId } from './stable-id'

/** A look at personal data of others. */
interface Look {
  readonly kind: AccessKind
  /** Who looks. */
  readonly by: Pick<Account, '_id' | 'nickname' | 'memberships' | 'roles'>
  /** At whom: at most a page of a list. */
  readonly people: readonly { readonly _id: string; readonly memberships: readonly HomePlace[] }[]
  readonly at: Timestamp
}

/**
 * Notes that somebody looked at personal data of others, for those to see: one line per person, viewer, kind and
 * day. Awaited before anything is shown. One's own data leaves no line, nor do housemates: only what is seen by
 * office, that is, because one holds a role.
 */
export async function noteAccess(store: Store, { kind, by, people, at }: Look): Promise<void> {
  const lines = people.flatMap((person) => accessLine(kind, by, person, at) ?? [])
  const kept = new Map(lines.map((line) => [line._id, line]))
  await Promise.all([...kept.values()].map((line) => store.accesses.addNew(line)))
}

function accessLine(
  kind: AccessKind,
  by: Look['by'],
  person: Look['people'][number],
  at: Timestamp,
): Access | null {
  if (person._id === by._id) return null
  const held = by.roles.find((grant) => person.memberships.some((home) => isHomeIn(home, grant.areaPath)))
  const grant = held ?? by.roles[0]
  if (!grant) return null
  const _id = stableId('access', person._id, by._id, kind, dayKey(at))
  const { role, areaName } = grant
  return {
    _id,
    userId: person._id,
    kind,
    by: by._id,
    byName: by.nickname,
    role,
    areaName,
    at,
    atKey: pageKey(at, _id),
  }
}
