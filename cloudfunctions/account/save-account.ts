import { derivedOf } from '@/domain/account/derived'
import type { Account } from '@/domain/account/schema'
import { blind } from '../_runtime/sealing'

/**
 * What of a person is written whenever their homes, roles, proxies or names change: those, and every field that is
 * derived from them; for `accounts.update(id, accountFields(account))`, best inside a transaction that has read
 * `account`. Never from the actor of a request: what is over has been left out there (see `standingAt`).
 */
export const accountFields = (account: Account) => ({
  state: account.state,
  nickname: account.nickname,
  realName: account.realName,
  memberships: account.memberships,
  roles: account.roles,
  careNeeds: account.careNeeds,
  proxies: account.proxies,
  guardianId: account.guardianId,
  mergedInto: account.mergedInto,
  ...derivedOf(account, blind),
})

/** An account that is new, ready to be inserted. */
export const withDerived = (account: Account): Account => ({ ...account, ...accountFields(account) })
