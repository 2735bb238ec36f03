import type { Actor } from '@/domain/account/policy'
import { isHiddenFrom, isSaid } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'

/** Messages of a group by their numbers, in order. @param seqs at most 1,000 */
export const messagesOf = (store: Store, groupPath: string, seqs: readonly number[]): Promise<Message[]> =>
  store.messages.find(
    { groupPath, seq: command.in([...new Set(seqs)]) },
    { orderBy: ['seq', 'asc'], limit: Math.max(1, seqs.length) },
  )

/** The numbers of those that can be gathered: said by people, not taken back, and shown to the one who gathers. */
export const gatherable = (actor: Actor, messages: readonly Message[]): number[] =>
  messages
    .filter((message) => message.isLine && message.state === 'normal' && isSaid(message.body))
    .filter((message) => !isHiddenFrom(actor, message))
    .map(({ seq }) => seq)

export const joined = (...seqs: readonly (readonly number[])[]): number[] =>
  [...new Set(seqs.flat())].sort((a, b) => a - b)
