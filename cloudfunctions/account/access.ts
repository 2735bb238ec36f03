import type { Account } from '@/domain/account/schema'
import { isHomeIn, type HomePlace } from '@/domain/shared/area'
import { dayKey } from '@/domain/shared/calendar'
import { pageKey } from '@/domain/shared/paging'
import type { Timestamp } from '@/domain/shared/time'
import type { Access, AccessKind } from '@/domain/trail/schema'
import { command } from '../_runtime/sdk'
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

const linesOf = ({ kind, by, people, at }: Look): Map<string, Access> =>
  new Map(people.flatMap((person) => accessLine(kind, by, person, at) ?? []).map((line) => [line._id, line]))

/** Which lines of a look are there already, so that a list that is opened again writes nothing: one wait. */
export async function findNoted(store: Store, look: Look): Promise<ReadonlySet<string>> {
  const ids = [...linesOf(look).keys()]
  const found =
    ids.length === 0
      ? []
      : await store.accesses.findParts({ _id: command.in(ids) }, ['_id'], { limit: ids.length })
  return new Set(found.map(({ _id }) => _id))
}

/**
 * Notes that somebody looked at personal data of others, for those to see: one line per person, viewer, kind and
 * day. Awaited before anything is shown. One's own data leaves no line, nor do housemates: only what is seen by
 * office, that is, because one holds a role.
 * @param noted see `findNoted`, where it could be asked beside something else
 */
export async function noteAccess(
  store: Store,
  look: Look,
  noted: ReadonlySet<string> = new Set(),
): Promise<void> {
  const lines = [...linesOf(look).values()].filter(({ _id }) => !noted.has(_id))
  await Promise.all(lines.map((line) => store.accesses.addNew(line)))
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
