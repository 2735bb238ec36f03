import { formerNeighbour } from '@/copy/people'
import { filesForgotten, forgottenIn } from '@/domain/account/forget'
import type { Account } from '@/domain/account/schema'
import { newHome } from '@/domain/membership/standing'
import { applyEvent } from '@/domain/order/apply'
import { can, isHelped } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { transitionOf } from '@/domain/order/transitions'
import { deleteOwnFiles, uploadKeyOf } from '../../_runtime/own-files'
import { command } from '../../_runtime/sdk'
import { saveEvent } from '../../order/save-event'
import { tellEvent } from '../../order/tell-event'
import { newestBefore } from '../../order/write-thread'
import { stableId } from '../stable-id'
import type { ForgetContext } from '../forget-person'

/** Orders looked at in one pass; whoever has more, such as staff, is gone on with by the clock. */
const batch = 100
const atOnce = 10

/**
 * All orders in which somebody stands, newest first: those under way come before what is long over.
 * @returns how many are to be looked at again: `left` at once, `underWay` when somebody is no longer at their door
 */
export async function forgetOrders(
  context: ForgetContext,
  account: Account,
): Promise<{ left: number; underWay: number }> {
  const found = await context.store.orders.find(
    { namedIds: account._id },
    { orderBy: ['createdKey', 'desc'], limit: batch },
  )
  const outcomes: Outcome[] = []
  for (let from = 0; from < found.length; from += atOnce) {
    const some = found.slice(from, from + atOnce)
    outcomes.push(...(await Promise.all(some.map((order) => forgetOrder(context, account, order)))))
  }
  const underWay = outcomes.filter((outcome) => outcome === 'underWay').length
  const isMore = found.length === batch
  return { left: outcomes.filter((outcome) => outcome === 'later').length + (isMore ? 1 : 0), underWay }
}

/** later: another event came first. */
type Outcome = 'done' | 'later' | 'underWay'

async function forgetOrder(context: ForgetContext, account: Account, order: Order): Promise<Outcome> {
  const { store } = context
  const settled = await handBack(context, account, order)
  if (!settled) return 'later'
  const { _id, version } = settled
  const fields = forgottenIn(settled, account._id, formerNeighbour)
  // First, while it is known which: those that are gone already are no error.
  const shown = await pictureInChat(context, settled)
  const gone = filesForgotten(settled, fields).filter((fileId) => fileId !== shown)
  await deleteOwnFiles(await uploadKeysOf(context, account, settled), gone)
  const saved = await store.orders.update(
    { _id, version },
    { ...fields, version: version + 1 },
    { outbox: command.pull({ to: account._id }) },
  )
  if (saved !== 1) return 'later'
  return fields.namedIds.includes(account._id) ? 'underWay' : 'done'
}

/** The picture that the order was made of, where it still stands in the group: messages stay, under another name. */
async function pictureInChat({ store }: ForgetContext, { from }: Order): Promise<string | null> {
  const said = from && (await store.messages.findOne({ groupPath: from.groupPath, seq: from.seq }))
  return said?.state === 'normal' && said.body.kind === 'image' ? said.body.fileId : null
}

/** Whose phones can have uploaded the pictures and voices of an order: theirs, and of those who took part in it. */
async function uploadKeysOf({ store }: ForgetContext, account: Account, order: Order): Promise<string[]> {
  const people = await store.accounts.getMany(order.namedIds)
  const uploadKeys = people.map(({ openid, uploadKey }) => uploadKey ?? uploadKeyOf(openid))
  return account.uploadKey ? [...uploadKeys, account.uploadKey] : uploadKeys
}

/** What they had taken, were offered or asked to stand in for, and what they had asked for. */
const waysBack = ['release', 'decline', 'declineStandIn', 'cancel'] as const

/** An open order of theirs is cancelled; one that they had on their hands goes back. null: another event came first. */
async function handBack(context: ForgetContext, account: Account, order: Order): Promise<Order | null> {
  const { now, store } = context
  const event = waysBack.find((one) =>
    // No home is theirs any more, and the order all the same.
    one === 'cancel'
      ? isHelped(account, order) && transitionOf(order.status, 'cancel')
      : can(withRoleOf(account, order), one, order),
  )
  if (!event) return order
  const actor = { _id: account._id, nickname: formerNeighbour }
  const requestId = stableId('farewell', order._id, event, order.version)
  const after = applyEvent(order, event, { note: '' } as never, { actor, at: now, requestId })
  const newest = newestBefore(store, order._id, event, order.status)
  if (!(await saveEvent(store, order, after))) return null
  await tellEvent(store, order, after, newest)
  return after
}

/** To hand something back, one needn't be a volunteer any more, nor live there still to take back what one asked for. */
const withRoleOf = (account: Account, { areaPath, gridPath }: Order): Account => {
  const role = { role: 'volunteer', areaPath, areaName: '', since: account.createdAt } as const
  const home = {
    areaPath,
    areaName: '',
    roomNumber: '',
    householdId: null,
    gridPath,
    relation: 'family',
  } as const
  const times = { joinedAt: account.createdAt, vouchBy: null }
  return {
    ...account,
    roles: [{ ...role, until: null, appointmentId: null }],
    memberships: [newHome({ ...home, ...times, standing: 'confirmed' })],
  }
}
