import { caretakers, isCaretakerAt, standingAt } from '@/domain/account/policy'
import type { Account, Membership } from '@/domain/account/schema'
import { holdsRoleAt, type Role } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { noteAccess } from '../access'
import { othersShown, present, presentToStreet, type Flats, type Row } from '../present-pending'
import { removalIdOf } from '../removals'

const shown = 50
/** Who lives in the flats of one page of newcomers. */
const othersRead = 500

/** Leaders and staff see who waits with them; the street sees who has waited through two deadlines. */
const readers: readonly Role[] = [...caretakers, 'streetOffice']

/**
 * Who waits to be confirmed where the caller looks after the place, the longest wait first. Two waits beyond the
 * caller's own: the page, then the flats they name, with a line for those who were looked at; one more where a doubt
 * shows names or doors of others.
 */
export const pendingMemberships = action('membership.pending', {
  load: async ({ actor }) => actor.roles.filter(({ role }) => readers.includes(role)),
  allow: (_actor, grants) => grants.length > 0,
  handle: async ({ actor, input, now, store }, grants) => {
    const areas = [...new Set(grants.map(({ areaPath }) => areaPath))]
    const page = await store.accounts.page({ pendingAt: command.in(areas) }, 'pendingKey', 'asc', {
      cursor: input.cursor,
      limit: shown,
    })
    const rows = page.items.flatMap((account) =>
      standingAt(account, now)
        .memberships.filter((home) => home.standing === 'unconfirmed' && sees(actor, home))
        .map((home) => ({ account, home })),
    )
    const cared = rows.filter(({ home }) => isCaretakerAt(actor, home))
    const [flats] = await Promise.all([
      readFlats(store, cared),
      noteAccess(store, { kind: 'list', by: actor, people: cared.map(({ account }) => account), at: now }),
    ])
    const others = cared.map((row) => othersShown(actor, row, flats, now))
    await Promise.all([
      noteAccess(store, {
        kind: 'realName',
        by: actor,
        people: others.flatMap(({ named }) => named),
        at: now,
      }),
      noteAccess(store, { kind: 'flat', by: actor, people: others.flatMap(({ alike }) => alike), at: now }),
    ])
    const items = rows.map(({ account, home }) =>
      isCaretakerAt(actor, home) ? present(actor, account, home, flats, now) : presentToStreet(account, home),
    )
    return { items: items.sort((a, b) => a.joinedAt - b.joinedAt), nextCursor: page.nextCursor }
  },
})

const sees = (actor: Account, home: Membership): boolean =>
  isCaretakerAt(actor, home) || (home.vouchLevel === 2 && holdsRoleAt(actor.roles, ['streetOffice'], home))

async function readFlats(store: Store, rows: readonly Row[]): Promise<Flats> {
  const homes = rows.map(({ home }) => home)
  const held = rows.filter(({ home }) => home.isHeld)
  const ids = [...new Set(homes.flatMap(({ householdId }) => (householdId ? [householdId] : [])))]
  const alikeIds = [...new Set(homes.flatMap((home) => home.alikeIds))].slice(0, othersRead)
  const [households, residents, alike, removals] = await Promise.all([
    store.households.getMany(ids),
    ids.length === 0 ? [] : store.accounts.find({ householdIds: command.in(ids) }, { limit: othersRead }),
    store.accounts.getMany(alikeIds),
    store.removals.getMany(held.map(({ account, home }) => removalIdOf(account.openid, home.areaPath))),
  ])
  return { households, residents, alike, removals }
}
