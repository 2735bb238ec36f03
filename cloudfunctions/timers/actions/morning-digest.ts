import { digestLine } from '@/copy/numbers'
import { callsOf } from '@/domain/order/calls'
import { digestId, isWorthTelling } from '@/domain/numbers/digest'
import type { AreaPath } from '@/domain/shared/area'
import { dayKey } from '@/domain/shared/calendar'
import { roleKey } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { countMorning, findUnreached } from '../../order/actions/numbers/count-morning'
import { holdersAtMost, sendMessage } from '../../order/send-message'
import { batch, type DutyContext } from '../duty'

/** Where a tap on the message leads. */
const page = 'packages/staff/pages/desk/index'
/** Communities looked at side by side. */
const atOnce = 10
/** Orders looked at for people to call: "99+" is said beyond. */
const mostUnreached = 100

/**
 * Tells the staff of each community how its desk stands in the morning; answers how many communities were told.
 * A community is told once a day at most, however often this runs: what a run did not get to, the next one does.
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
      const answers = await Promise.all(group.map((path) => tell(context, path)))
      told += answers.filter((isTold) => isTold).length
    }
    if (areas.length < batch.size) break
    last = areas.at(-1)?._id ?? ''
  }
  return told
}

async function notToldYet({ store, now }: DutyContext, communities: AreaPath[]): Promise<AreaPath[]> {
  const idOf = (path: AreaPath): string => digestId(path, dayKey(now))
  const told = await store.digests.getMany(communities.map(idOf))
  return communities.filter((path) => !told.some(({ _id }) => _id === idOf(path)))
}

/** One community that fails must not keep the others from hearing. */
const tell = (context: DutyContext, communityPath: AreaPath): Promise<boolean> =>
  tellStaff(context, communityPath).catch((error: unknown) => {
    context.log.error('failed', error, { duty: 'sendDigests', communityPath })
    return false
  })

async function tellStaff({ store, log, now }: DutyContext, communityPath: AreaPath): Promise<boolean> {
  const [counts, unreached] = await Promise.all([
    countMorning(store, [communityPath], now),
    findUnreached(store, [communityPath], mostUnreached),
  ])
  const calls = callsOf(unreached).length
  if (!isWorthTelling(counts, calls)) return false
  // Noted before it is sent: rather no message than two.
  const { isNew } = await store.digests.insertOnce({ _id: digestId(communityPath, dayKey(now)), at: now })
  if (!isNew) return false
  const holders = { roleKeys: roleKey('communityStaff', communityPath) }
  const staff = await store.accounts.find(holders, { limit: holdersAtMost })
  const message = { moment: 'digest', what: digestLine(counts, calls), at: now, page } as const
  await Promise.all(staff.map((reader) => sendMessage(store, reader, message, log)))
  return true
}
