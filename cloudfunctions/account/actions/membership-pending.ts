import { isCurrent } from '@/domain/account/index-fields'
import { caretakers, isCaretakerAt, standingAt } from '@/domain/account/policy'
import { toPersonCard, type Account, type Membership } from '@/domain/account/schema'
import type { PendingMember } from '@/domain/membership/contract'
import { turnedAwayAt } from '@/domain/membership/doubts'
import { canMerge, canVouch } from '@/domain/membership/policy'
import { isOverdue } from '@/domain/membership/standing'
import type { Household } from '@/domain/place/schema'
import { holdsRoleAt, type Role } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { noteAccess } from '../access'

const shown = 50
/** Who lives in the flats of one page of newcomers. */
const othersRead = 500

/** Leaders and staff see who waits with them; the street sees who has waited through two deadlines. */
const readers: readonly Role[] = [...caretakers, 'streetOffice']

/**
 * Who waits to be confirmed where the caller looks after the place, the longest wait first. Two waits beyond the
 * caller's own: the page, then the flats they name, with a line for those who were looked at.
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
      readFlats(
        store,
        cared.map(({ home }) => home),
      ),
      noteAccess(store, { kind: 'list', by: actor, people: cared.map(({ account }) => account), at: now }),
    ])
    const items = rows.map(({ account, home }) =>
      isCaretakerAt(actor, home) ? present(actor, account, home, flats, now) : presentToStreet(account, home),
    )
    return { items: items.sort((a, b) => a.joinedAt - b.joinedAt), nextCursor: page.nextCursor }
  },
})

const sees = (actor: Account, home: Membership): boolean =>
  isCaretakerAt(actor, home) || (home.vouchLevel === 2 && holdsRoleAt(actor.roles, ['streetOffice'], home))

interface Flats {
  households: Household[]
  residents: Account[]
  /** Who may be the same person as one of those who wait. */
  alike: Account[]
}

async function readFlats(store: Store, homes: readonly Membership[]): Promise<Flats> {
  const ids = [...new Set(homes.flatMap(({ householdId }) => (householdId ? [householdId] : [])))]
  const alikeIds = [...new Set(homes.flatMap((home) => home.alikeIds))].slice(0, othersRead)
  const [households, residents, alike] = await Promise.all([
    store.households.getMany(ids),
    ids.length === 0 ? [] : store.accounts.find({ householdIds: command.in(ids) }, { limit: othersRead }),
    store.accounts.getMany(alikeIds),
  ])
  return { households, residents, alike }
}

function present(
  actor: Account,
  account: Account,
  home: Membership,
  { alike, households, residents }: Flats,
  now: number,
): PendingMember {
  const { areaPath, areaName, roomNumber, relation, joinedAt, voice, doubts, vouchBy, householdId } = home
  const isInFlat = (other: Membership): boolean =>
    householdId !== null && other.householdId === householdId && isCurrent(other)
  const others = residents
    .filter(({ _id }) => _id !== account._id)
    .flatMap((other) =>
      standingAt(other, now)
        .memberships.filter(isInFlat)
        .map((held) => ({
          name: other.realName ?? other.nickname,
          relation: held.relation,
          standing: held.standing,
        })),
    )
  const register = households.find(({ _id }) => _id === householdId)?.register ?? []
  return {
    ...toPersonCard(account),
    areaPath,
    areaName,
    roomNumber,
    relation,
    joinedAt,
    realName: account.realName,
    avatarFileId: account.avatarFileId,
    voice,
    doubts,
    vouchBy,
    isOverdue: isOverdue(home, now),
    others,
    registerNames: register.map(({ name }) => name),
    alike: alike
      .filter(({ _id }) => home.alikeIds.includes(_id))
      .flatMap((other) => presentAlike(actor, account, standingAt(other, now))),
    turnedAwayAt: turnedAwayAt(account.memberships, areaPath),
    isHeld: home.isHeld,
    canDecide: canVouch(actor, account._id, home),
  }
}

/** Nobody hears where somebody lives whom they don't look after. */
function presentAlike(actor: Account, one: Account, other: Account): PendingMember['alike'] {
  const home = other.memberships.find((held) => isCurrent(held) && isCaretakerAt(actor, held))
  if (!home) return []
  const { areaName, roomNumber } = home
  return [{ ...toPersonCard(other), areaName, roomNumber, canMerge: canMerge(actor, one, other) }]
}

/** Above the office there is a delay to see, and nobody's flat or name. */
const presentToStreet = (account: Account, home: Membership): PendingMember => ({
  ...toPersonCard(account),
  areaPath: home.areaPath,
  areaName: home.areaName,
  roomNumber: '',
  relation: home.relation,
  joinedAt: home.joinedAt,
  realName: null,
  avatarFileId: null,
  voice: null,
  doubts: [],
  vouchBy: home.vouchBy,
  isOverdue: true,
  others: [],
  registerNames: [],
  alike: [],
  turnedAwayAt: null,
  isHeld: false,
  canDecide: false,
})
