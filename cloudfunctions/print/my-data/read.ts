import type { Account } from '@/domain/account/schema'
import { phases } from '@/domain/order/status'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import { readMatters, readOffice } from './read-matters'

/** Of each kind the newest so many. */
const most = 1000

/** All that is kept of somebody, each found by an index on their own id. One wait, and one for the titles of notices. */
export async function readMyData(store: Store, account: Account) {
  const { _id } = account
  const newestBy = <K extends string>(key: K) => ({ orderBy: [key, 'desc'] as [K, 'desc'], limit: most })
  const [
    asked,
    taken,
    served,
    series,
    messages,
    certificates,
    appointments,
    trail,
    accesses,
    charges,
    reads,
    matters,
    office,
  ] = await Promise.all([
    store.orders.find({ helpedIds: _id, phase: command.in([...phases]) }, newestBy('createdKey')),
    store.orders.find({ takerIds: _id, phase: 'moving' }, newestBy('createdKey')),
    store.orders.find({ servedIds: _id }, newestBy('createdKey')),
    store.series.find({ requesterId: _id }, newestBy('createdKey')),
    store.messages.find({ authorId: _id }, newestBy('sentAt')),
    store.certificates.find({ userId: _id }, newestBy('issuedKey')),
    store.appointments.find({ userId: _id }, newestBy('createdKey')),
    store.trail.find({ userId: _id }, newestBy('atKey')),
    store.accesses.find({ userId: _id }, newestBy('atKey')),
    store.accounts.findParts({ proxyIds: _id }, ['_id', 'nickname'], { limit: 200 }),
    store.noticeReads.find({ userId: _id }, newestBy('readAt')),
    readMatters(store, account),
    readOffice(store, account),
  ])
  // What somebody read counts for their flats, too: those lines say nothing more of them.
  const own = reads.filter(({ kind }) => kind !== 'household')
  const notices = await store.notices.getMany(own.map(({ noticeId }) => noticeId))
  const titles = new Map(notices.map((notice) => [notice._id, notice.title]))
  const read = own.flatMap(({ noticeId, readAt }) => {
    const title = titles.get(noticeId)
    return title === undefined ? [] : [{ title, readAt }]
  })
  return {
    asked,
    taken,
    served,
    series,
    messages,
    certificates,
    appointments,
    trail,
    accesses,
    charges,
    read,
    ...matters,
    ...office,
  }
}
export type MyData = Awaited<ReturnType<typeof readMyData>>
