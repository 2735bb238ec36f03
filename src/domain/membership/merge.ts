import { isCurrent } from '../account/index-fields'
import { openidOfRegistered, type Account, type Membership } from '../account/schema'
import { roleKey } from '../shared/role'

/** The same value with every mention of one person by id turned into a mention of another. */
export function renamed<T>(value: T, from: string, to: string): T {
  const change = (one: unknown): unknown => {
    if (one === from) return to
    if (Array.isArray(one)) {
      const items = one.map(change)
      return items.every((item) => typeof item === 'string') ? [...new Set(items)] : items
    }
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, change(part)]))
  }
  return change(value) as T
}

/** Of two homes in one flat the confirmed one stays, else the older; what ended stays as history. */
function joinedHomes(kept: readonly Membership[], dropped: readonly Membership[]): Membership[] {
  const isSameFlat = (one: Membership, other: Membership): boolean =>
    isCurrent(one) &&
    isCurrent(other) &&
    one.areaPath === other.areaPath &&
    one.roomNumber.toUpperCase() === other.roomNumber.toUpperCase()
  const isBetter = (one: Membership, other: Membership): boolean =>
    one.standing === other.standing ? one.joinedAt < other.joinedAt : one.standing === 'confirmed'
  const stays = kept.map((home) => {
    const rival = dropped.find((other) => isSameFlat(home, other))
    return rival && isBetter(rival, home) ? rival : home
  })
  const more = dropped.filter((home) => !kept.some((other) => isSameFlat(home, other)))
  return [...stays, ...more]
}

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item] as const).reverse()).values(),
]

/**
 * One person out of two accounts. The one who has a phone brings it, with what goes with it (its consents, what they
 * share, what they agreed to); the dropped account keeps nothing but the id that it leads to.
 * @returns null where both have a phone: whose it is to be is for the person to say, by cancelling one of them
 */
export function mergedAccounts(keep: Account, drop: Account): { kept: Account; dropped: Account } | null {
  if (keep.state === 'active' && drop.state === 'active') return null
  const own = drop.state === 'active' ? drop : keep
  const proxies = uniqueBy(
    [...keep.proxies, ...drop.proxies].filter(({ userId }) => userId !== keep._id && userId !== drop._id),
    ({ userId }) => userId,
  )
  const { openid, state, shares, privacy, volunteer, consents, nickname } = own
  const kept: Account = {
    ...keep,
    openid,
    state,
    shares,
    privacy,
    volunteer,
    consents,
    nickname,
    realName: keep.realName ?? drop.realName,
    phone: keep.phone ?? drop.phone,
    avatarFileId: own.avatarFileId ?? keep.avatarFileId,
    dataFileId: own.dataFileId,
    guardianId: keep.guardianId ?? drop.guardianId,
    careNeeds: [...new Set([...keep.careNeeds, ...drop.careNeeds])],
    proxies: proxies.slice(0, 5),
    chargeIds: [...new Set([...keep.chargeIds, ...drop.chargeIds])].filter(
      (id) => id !== keep._id && id !== drop._id,
    ),
    memberships: joinedHomes(keep.memberships, drop.memberships),
    roles: uniqueBy([...keep.roles, ...drop.roles], ({ role, areaPath }) => roleKey(role, areaPath)),
    skills: [...new Set([...keep.skills, ...drop.skills])],
    openIds: [...new Set([...keep.openIds, ...drop.openIds])],
    recentOrders: own.recentOrders,
    recentWords: own.recentWords,
  }
  const dropped: Account = {
    ...drop,
    openid: openidOfRegistered(drop._id),
    state: 'merged',
    mergedInto: keep._id,
    realName: null,
    phone: null,
    avatarFileId: null,
    dataFileId: null,
    careNeeds: [],
    guardianId: null,
    proxies: [],
    chargeIds: [],
    memberships: [],
    roles: [],
    skills: [],
    consents: {},
    openIds: [],
    recentOrders: [],
    recentWords: [],
  }
  return { kept, dropped }
}
