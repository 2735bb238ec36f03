import { formerNeighbour } from '@/copy/people'
import { forgottenInAppointment } from '@/domain/account/forget'
import type { Account } from '@/domain/account/schema'
import type { Appointment } from '@/domain/appointment/schema'
import { command, deleteFiles } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import { marksOf } from '../../chat/read-mark'

const most = 200
const name = formerNeighbour

/** Trail, proxies, appointments, codes, certificates, books, marks: each found by an index, by their id. */
export async function forgetElsewhere(store: Store, { _id }: Account): Promise<void> {
  await Promise.all([
    store.trail.update({ by: _id }, { byName: name }),
    store.trail.update({ about: _id }, { note: name }),
    store.invitations.update({ 'target.userId': _id }, { targetName: '' }),
    dropProxy(store, _id),
    forgetAppointments(store, _id),
    forgetCertificates(store, _id),
    forgetEdits(store, _id),
    // How far they had read, and how they wanted to hear of it, is nobody's to know.
    store.readMarks.remove({ _id: marksOf(_id) }),
  ])
}

/** They act for nobody any more. */
const dropProxy = (store: Store, userId: string): Promise<number> =>
  store.accounts.update(
    { proxyIds: userId },
    {},
    { proxies: command.pull({ userId }), proxyIds: command.pull(userId) },
  )

/** Their own, and those of whoever came after them. */
async function forgetAppointments(store: Store, userId: string): Promise<void> {
  const newest = { orderBy: ['createdKey', 'desc'] as ['createdKey', 'desc'], limit: most }
  const own = await store.appointments.find({ userId }, newest)
  const successors = [...new Set(own.flatMap(({ successorId }) => (successorId ? [successorId] : [])))]
  const later = await Promise.all(successors.map((id) => store.appointments.find({ userId: id }, newest)))
  const naming = later.flat().filter(({ replaces }) => replaces?.userId === userId)
  await Promise.all([...own, ...naming].map((paper) => forgetAppointment(store, paper, userId)))
}

async function forgetAppointment(store: Store, paper: Appointment, userId: string): Promise<void> {
  const { endedBy, name: named, note, replaces, signatures } = forgottenInAppointment(paper, userId, name)
  await store.appointments.update({ _id: paper._id }, { endedBy, name: named, note, replaces, signatures })
}

/** The paper with the full name goes; that it was issued can still be checked by its code. */
async function forgetCertificates(store: Store, userId: string): Promise<void> {
  const all = await store.certificates.find({ userId }, { orderBy: ['issuedKey', 'desc'], limit: most })
  await deleteFiles(all.flatMap(({ fileId }) => (fileId === '' ? [] : [fileId])))
  if (all.length > 0) await store.certificates.update({ userId }, { fileId: '' })
}

/** What they changed in a handbook stays; a version that somebody has just seen stays good, too. */
async function forgetEdits(store: Store, userId: string): Promise<void> {
  const books = await store.handbooks.find({ 'trail.by': userId }, { limit: most })
  await Promise.all(
    books.map(({ _id, trail, version }) =>
      store.handbooks.update(
        { _id, version },
        { trail: trail.map((line) => (line.by === userId ? { ...line, byName: name } : line)) },
      ),
    ),
  )
}
