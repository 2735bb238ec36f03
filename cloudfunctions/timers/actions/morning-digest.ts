import { digestLine } from '@/copy/numbers'
import { callsOf } from '@/domain/order/calls'
import type { Account } from '@/domain/account/schema'
import { digestId, isWorthTelling, type Digest } from '@/domain/numbers/digest'
import type { AreaPath } from '@/domain/shared/area'
import { dayKey } from '@/domain/shared/calendar'
import { roleKey } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { countMorning, findUnreached } from '../../order/actions/numbers/count-morning'
import { wholeDesks } from '../../order/desk-scope'
import { holdersAtMost, sendMessage, type Message } from '../../order/send-message'
import { batch, type DutyContext } from '../duty'

/** Where a tap on the message leads. */
const page = 'packages/staff/pages/desk/index'
/** Communities looked at side by side. */
const atOnce = 10
/** Orders looked at for people to call: "99+" is said beyond. */
const mostUnreached = 100

/**
 * Tells the staff of each community how its desk stands in the morning; answers how many communities were told.
 * Each of them is told once a day at most, however often this runs: what a run did not get to, the next one does.
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
    const left = await notToldYet(
      context,
      areas.map(({ _id }) => _id),
    )
    for (let from = 0; from < left.length; from += atOnce) {
      const group = left.slice(from, from + atOnce)
      const answers = await Promise.all(group.map((desk) => tell(context, desk)))
      told += answers.filter((isTold) => isTold).length
    }
    if (areas.length < batch.size) break
    last = areas.at(-1)?._id ?? ''
  }
  return told
}

interface Desk {
  communityPath: AreaPath
  /** What an earlier run has noted; null: this one is the first that finds something to tell. */
  digest: Digest | null
}

/** Those of whom nothing is noted, and those of whose staff some still wait. */
async function notToldYet({ store, now }: DutyContext, communities: AreaPath[]): Promise<Desk[]> {
  const idOf = (path: AreaPath): string => digestId(path, dayKey(now))
  const noted = await store.digests.getMany(communities.map(idOf))
  return communities
    .map((path) => ({ communityPath: path, digest: noted.find(({ _id }) => _id === idOf(path)) ?? null }))
    .filter(({ digest }) => digest === null || digest.waitingIds.length > 0)
}

/** One community that fails must not keep the others from hearing. */
const tell = (context: DutyContext, desk: Desk): Promise<boolean> =>
  tellStaff(context, desk).catch((error: unknown) => {
    context.log.error('failed', error, { duty: 'sendDigests', communityPath: desk.communityPath })
    return false
  })

async function tellStaff(context: DutyContext, { communityPath, digest }: Desk): Promise<boolean> {
  const { store, now } = context
  const scope = wholeDesks([communityPath])
  const [counts, unreached, staff] = await Promise.all([
    countMorning(store, scope, now),
    findUnreached(store, scope, mostUnreached),
    store.accounts.find({ roleKeys: roleKey('communityStaff', communityPath) }, { limit: holdersAtMost }),
  ])
  const calls = callsOf(unreached).length
  if (!isWorthTelling(counts, calls)) return false
  const noted = digest ?? (await note(context, communityPath, staff))
  if (!noted) return false
  const message = { moment: 'digest', what: digestLine(counts, calls), at: now, page } as const
  const readers = staff.filter(({ _id }) => noted.waitingIds.includes(_id))
  await Promise.all(readers.map((reader) => tellOne(context, noted, reader, message)))
  return digest === null
}

/** Notes whom it goes to, before it does; null where another run was quicker, which tells them. */
async function note(
  { store, now }: DutyContext,
  communityPath: AreaPath,
  staff: readonly Account[],
): Promise<Digest | null> {
  const waitingIds = staff.map(({ _id }) => _id)
  const digest = { _id: digestId(communityPath, dayKey(now)), at: now, waitingIds }
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
