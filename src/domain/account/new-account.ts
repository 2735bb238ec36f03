import { homeKeyOf, indexFieldsOf } from './index-fields'
import { newVolunteer, sharesNothing, type Account } from './schema'

/** A person of whom nothing is known yet but what is given; the fields for indexes follow from it. */
export function newAccount(
  given: Pick<Account, '_id' | 'openid' | 'nickname' | 'createdAt'> & Partial<Account>,
): Account {
  const account = {
    state: 'active' as const,
    realName: null,
    phone: null,
    avatarFileId: null,
    shares: sharesNothing,
    privacy: null,
    careNeeds: [],
    proxies: [],
    guardianId: null,
    mergedInto: null,
    dataFileId: null,
    forgetAt: null,
    uploadKey: null,
    memberships: [],
    roles: [],
    skills: [],
    volunteer: newVolunteer,
    consents: {},
    consentIds: [],
    openIds: [],
    recentOrders: [],
    recentWords: [],
    chargeIds: [],
    nameKeys: [],
    pendingKey: null,
    wakeAt: null,
    ...given,
  }
  const proxyIds = account.proxies.map(({ userId }) => userId)
  return { ...account, proxyIds, homeKey: homeKeyOf(account), ...indexFieldsOf(account) }
}
