import { digestLine } from '@/copy/numbers'
import { callsOf } from '@/domain/order/calls'
import type { Account } from '@/domain/account/schema'
import { isWorthTelling, type Digest } from '@/domain/numbers/digest'
import type { AreaPath } from '@/domain/shared/area'
import { command } from '../../_runtime/sdk'
import { countMorning, findUnreached } from '../../order/actions/numbers/count-morning'
import { atDesk } from '../../order/desk-scope'
import { sendMessage, type Message } from '../../order/send-message'
import { batch, type DutyContext } from '../duty'
import { morningDesks, type MorningDesk } from '../morning-desks'

/** Where a tap on the message leads. */
const page = 'packages/staff/pages/desk/index'
/** Communities looked at side by side. */
const atOnce = 10
/** Orders looked at for people to call: "99+" is said beyond. */
const mostUnreached = 100

/**
 * Tells the staff of each community, and of each part of one that has staff of its own, how their desk stands in the
 * morning; answers how many desks were told. Each of them is told once a day at most, however often this runs: what a
 * run did not get to, the next one does.
 */
export async function sendDigests(context: DutyContext): Promise<number> {
  let told = 0
  let last = ''
  for (let round = 0; round < batch.rounds; round += 1) {
    const areas = await context.store.areas.findParts(
      { level: 'community', _id: command.gt(last) },
      ['_id'],
      { orderBy: ['_id', 'asc'], limit: batch.size },
    )
    for (let from = 0; from < areas.length; from += atOnce) {
      const group = areas.slice(from, from + atOnce)
      const answers = await Promise.all(group.map(({ _id }) => tellCommunity(context, _id)))
      told += answers.reduce((sum, count) => sum + count, 0)
    }
    if (areas.length < batch.size) break
    last = areas.at(-1)?._id ?? ''
  }
  return told
}

/** One community, or one desk of it, that fails must not keep the others from hearing. Answers how many were told. */
async function tellCommunity(context: DutyContext, communityPath: AreaPath): Promise<number> {
  const failed = (error: unknown): number => {
    context.log.error('failed', error, { duty: 'sendDigests', communityPath })
    return 0
  }
  const desks = await morningDesks(context, communityPath).catch((error: unknown) => {
    failed(error)
    return []
  })
  let told = 0
  for (const desk of desks) told += await tellStaff(context, desk).catch(failed)
  return told
}

async function tellStaff(context: DutyContext, desk: MorningDesk): Promise<number> {
  const { store, now } = context
  const { scope, staff, digest } = desk
  const [counts, unreached] = await Promise.all([
    countMorning(store, scope, now),
    findUnreached(store, atDesk(scope), mostUnreached),
  ])
  const calls = callsOf(unreached).length
  if (!isWorthTelling(counts, calls)) return 0
  const noted = digest ?? (await note(context, desk))
  if (!noted) return 0
  const message = { moment: 'digest', what: digestLine(counts, calls), at: now, page } as const
  const readers = staff.filter(({ _id }) => noted.waitingIds.includes(_id))
  await Promise.all(readers.map((reader) => tellOne(context, noted, reader, message)))
  return digest === null ? 1 : 0
}

/** Notes whom it goes to, before it does; null where another run was quicker, which tells them. */
async function note({ store, now }: DutyContext, { _id, staff }: MorningDesk): Promise<Digest | null> {
  const waitingIds = staff.map((person) => person._id)
  const digest = { _id, at: now, waitingIds }
  return (await store.digests.insertOnce(digest)).isNew ? digest : null
}

/** Each is taken off the list before they are told: rather no message than two. Who could not be told waits on. */
async function tellOne(
  { store, log }: DutyContext,
  { _id }: Digest,
  reader: Account,
  message: Message,
): Promise<void> {
  const waiting = { _id, waitingIds: reader._id }
  if ((await store.digests.update(waiting, {}, { waitingIds: command.pull(reader._id) })) === 0) return
  if ((await sendMessage(store, reader, message, log)) !== 'delayed') return
  await store.digests.update({ _id }, {}, { waitingIds: command.addToSet(reader._id) })
}
