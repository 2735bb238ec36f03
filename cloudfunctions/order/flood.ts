import { createHash } from 'node:crypto'
import type { Account } from '@/domain/account/schema'
import { AppError } from '@/domain/shared/errors'
import { days, type Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Transaction } from '../_runtime/transaction'

/** Orders that one person may place within a day, for themselves and for others; and of the very same words. */
const perDay = { own: 10, caretaker: 60, sameText: 2 }

/** Tells equal texts without keeping them. */
export const printOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 12)

/** @throws AppError LimitReached with what was too much */
export function checkFlood(actor: Account, print: string, now: Timestamp): void {
  const today = actor.recentOrders.filter(({ at }) => at > now - days(1))
  const isCaretaker = actor.roles.some(({ role }) => role === 'communityStaff' || role === 'microGridLeader')
  const limit = isCaretaker ? perDay.caretaker : perDay.own
  if (today.length >= limit) throw new AppError('LimitReached', { limit, reason: 'perDay' })
  if (today.filter((order) => order.print === print).length >= perDay.sameText)
    throw new AppError('LimitReached', { limit: perDay.sameText, reason: 'sameText' })
}

/** How many of someone's last orders are remembered. */
const rememberedOrders = perDay.caretaker

type Remembered = Account['recentOrders'][number]

/**
 * Counts an order with the one who places it, in the transaction that places it: of any number sent at once, as many
 * are placed as may be.
 * @throws AppError LimitReached; Conflict where the account is gone
 */
export async function countOrder(
  { accounts }: Pick<Transaction, 'accounts'>,
  actorId: string,
  order: Remembered,
): Promise<void> {
  const actor = await accounts.get(actorId)
  if (!actor) throw new AppError('Conflict')
  checkFlood(actor, order.print, order.at)
  const recentOrders = command.push({ each: [order], slice: -rememberedOrders })
  await accounts.update(actorId, {}, { recentOrders })
}
