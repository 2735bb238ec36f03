import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import type { Transaction } from '../_runtime/transaction'
import { unquoteAsk } from './ask-card'
import type { Trips } from '../_runtime/trips'
import { changeLine, changeMessage } from './change-message'
import type { WriteLine } from './in-log'

/** Changed one by one, together with what they quote; within the two minutes of a recall there are no more. */
const mostQuotes = 40

/** The answers that quote a message. */
export const quotesOf = (store: Store, groupPath: string, seq: number): Promise<Message[]> =>
  store.messages.find({ groupPath, 'replyTo.seq': seq }, { limit: mostQuotes })

interface Hiding {
  state: 'recalled' | 'removed'
  /** See `changeMessage`. */
  key: string
  at: Timestamp
  quotes: readonly Message[]
}

/**
 * Nothing of a message is shown any more, nor in the answers that quote it or the card that asks about it; the log says
 * so of each, all or nothing.
 * @returns the message as it was then: something may have been made of it since the caller looked
 * @throws AppError Conflict where it is not shown as it is
 */
export async function hideMessage(
  transaction: Transaction,
  write: WriteLine,
  message: Message,
  { state, key, at, quotes }: Hiding,
): Promise<Message> {
  const { messages } = transaction
  const found = await messages.get(message._id)
  if (found?.state !== 'normal') throw new AppError('Conflict')
  await messages.update(message._id, { state, recheckAt: null })
  await write(changeLine(message, key, at))
  await unquoteAsk(transaction, write, { message, at })
  for (const quote of quotes.filter(({ replyTo }) => replyTo?.excerpt !== '')) {
    await messages.update(quote._id, {}, noExcerpt)
    await write(changeLine(quote, 'unquoted', at))
  }
  return found
}

const noExcerpt = { 'replyTo.excerpt': '' }

interface Context {
  store: Store
  trips: Trips
  now: Timestamp
}

/** What an answer quotes stands there no more. */
const unquote = ({ now: at, ...context }: Context, quote: Message): Promise<boolean> =>
  changeMessage(context, quote, { operations: noExcerpt, key: 'unquoted', at })

/**
 * The answers that were written while the message was being hidden. Of more than are changed one by one the others say
 * nothing of it: phones that hold these ask anew when they open the group again. One wait, unless there are any.
 * @param tell moves the group's signal
 */
export async function dropLateQuotes(
  context: Context,
  { groupPath, seq }: Message,
  tell: () => Promise<unknown>,
): Promise<void> {
  const { store } = context
  const quotes = await quotesOf(store, groupPath, seq)
  const late = quotes.filter(({ replyTo }) => replyTo?.excerpt !== '')
  for (const quote of late) await unquote(context, quote)
  if (quotes.length === mostQuotes)
    await store.messages.update({ groupPath, 'replyTo.seq': seq }, {}, noExcerpt)
  if (late.length > 0) await tell()
}

/** The same from the other end: what an answer quotes may have been hidden since its author looked. */
export async function dropHiddenQuote(
  context: Context,
  answer: Message,
  tell: () => Promise<unknown>,
): Promise<void> {
  const { groupPath, replyTo } = answer
  if (!replyTo || replyTo.excerpt === '') return
  const quoted = await context.store.messages.findOne({ groupPath, seq: replyTo.seq })
  if (quoted?.state === 'normal') return
  await unquote(context, answer)
  await tell()
}
