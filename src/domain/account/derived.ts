import { pageKey } from '../shared/paging'
import type { Timestamp } from '../shared/time'
import { homeKeyOf, indexFieldsOf, isCurrent, nameKeysOf, type Fingerprint } from './index-fields'
import type { Account } from './schema'

/** What decides the fields behind it. */
type Source = Pick<
  Account,
  '_id' | 'memberships' | 'roles' | 'careNeeds' | 'proxies' | 'nickname' | 'realName'
>

/**
 * When the clock has to look at someone next (ms since 1970): the first of the ends of their tenancies and roles,
 * of the moments by which somebody should have vouched for them, of what somebody is to be told, and of what is to be
 * cleared up after a home; null where there is none.
 */
export function wakeAtOf({ memberships, roles }: Pick<Account, 'memberships' | 'roles'>): Timestamp | null {
  const homes = memberships.filter(isCurrent)
  const moments = [
    ...homes.map(({ until }) => until),
    ...homes.map(({ standing, vouchBy }) => (standing === 'unconfirmed' ? vouchBy : null)),
    ...memberships.flatMap(({ clearAt, tellAt }) => [clearAt, tellAt]),
    ...roles.map(({ until }) => until),
  ].filter((moment) => moment !== null)
  return moments.length === 0 ? null : Math.min(...moments)
}

/** Where they stand among those who wait for somebody to vouch for them: by their longest wait. */
export function pendingKeyOf({ _id, memberships }: Pick<Account, '_id' | 'memberships'>): string | null {
  const waiting = memberships.filter(({ standing }) => standing === 'unconfirmed')
  return waiting.length === 0 ? null : pageKey(Math.min(...waiting.map(({ joinedAt }) => joinedAt)), _id)
}

/** Every field that follows from others: written together with them, always. */
export const derivedOf = (
  account: Source,
  fingerprint: Fingerprint,
): Pick<
  Account,
  | 'homeAt'
  | 'pendingAt'
  | 'pendingKey'
  | 'homeKey'
  | 'roleKeys'
  | 'householdIds'
  | 'careAt'
  | 'proxyIds'
  | 'nameKeys'
  | 'wakeAt'
> => ({
  ...indexFieldsOf(account),
  homeKey: homeKeyOf(account),
  pendingKey: pendingKeyOf(account),
  proxyIds: account.proxies.map(({ userId }) => userId),
  nameKeys: nameKeysOf(account, fingerprint),
  wakeAt: wakeAtOf(account),
})
