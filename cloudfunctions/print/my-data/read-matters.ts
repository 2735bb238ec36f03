import type { Account } from '@/domain/account/schema'
import type { Store } from '../../_runtime/store'
import { marksOf } from '../../chat/read-mark'

/** Of each kind the newest so many; of what is found by a name alone, so many. */
const most = 1000
const newestBy = <K extends string>(key: K) => ({ orderBy: [key, 'desc'] as [K, 'desc'], limit: most })

/** What groups and notices keep of somebody, each found by an index on their own id. One wait. */
export async function readMatters(store: Store, { _id }: Account) {
  const named = { namedIds: _id }
  const [mentions, marks, groups, cases, topics, promises, inbox, written, visits] = await Promise.all([
    store.messages.countUpTo(named, most),
    store.readMarks.find({ _id: marksOf(_id) }, { limit: most }),
    store.groups.find(named, { limit: most }),
    store.cases.find(named, { limit: most }),
    store.topics.find(named, { limit: most }),
    store.promises.find(named, { limit: most }),
    store.inbox.find(named, { limit: most }),
    store.notices.find(named, { limit: most }),
    store.visits.find(named, { limit: most }),
  ])
  return { mentions, marks, groups, cases, topics, promises, inbox, written, visits }
}
export type Matters = Awaited<ReturnType<typeof readMatters>>

/** What the office keeps of them, and what they did in it, each found by an index. One wait. */
export async function readOffice(store: Store, { _id, memberships }: Account) {
  // Whoever only says that they live there learns nothing of what the register says.
  const flats = memberships
    .filter(({ standing }) => standing === 'confirmed')
    .flatMap(({ householdId }) => householdId ?? [])
  const [register, touched, comes, forMe, deeds, looks, made, forTakeover, imports, handbooks] =
    await Promise.all([
      store.households.getMany(flats),
      store.orders.find({ namedIds: _id }, newestBy('createdKey')),
      store.series.find({ 'volunteer.userId': _id }, newestBy('createdKey')),
      store.series.find({ 'wish.beneficiary.userId': _id }, newestBy('createdKey')),
      store.trail.find({ by: _id }, newestBy('atKey')),
      store.accesses.find({ by: _id }, newestBy('atKey')),
      store.invitations.find({ createdBy: _id }, newestBy('createdAt')),
      store.invitations.find({ 'target.userId': _id }, { limit: most }),
      store.placeImports.find({ by: _id }, newestBy('at')),
      store.handbooks.find({ 'trail.by': _id }, { limit: most }),
    ])
  return { register, touched, comes, forMe, deeds, looks, made, forTakeover, imports, handbooks }
}
export type OfficeData = Awaited<ReturnType<typeof readOffice>>
