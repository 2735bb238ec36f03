import { callsIn, namedIn } from '@/domain/chat/named-in'
import { plainMessage, type Message } from '@/domain/chat/schema'
import { topics } from '@/domain/signal/topics'
import { DuplicateKeyError } from '../_runtime/collection'
import type { Store } from '../_runtime/store'

/** What has to be said of a message; the rest is as in `plainMessage`. */
export type NewMessage = Omit<Message, 'seq' | keyof typeof plainMessage> & Partial<Message>

/** A message in its place, with what it is found by. */
export function asMessage(message: NewMessage, seq: number): Message {
  const plain = { ...plainMessage, ...message, seq }
  return { ...plain, namedIds: namedIn(plain), callsIds: callsIn(plain) }
}

/** Writers that meet in one instant each try again with the next number; more than this never met in a group. */
export const appendAttempts = 60

/**
 * Puts a message at the end of its group. The unique index on (group, seq) gives all phones one order without a
 * gap: whoever finds the number taken tries the next. The same id twice is one message.
 * The caller moves the group's signal.
 * @param newest the number of the newest message, where the caller has asked for it already
 */
export async function appendMessage(store: Store, message: NewMessage, newest?: number): Promise<Message> {
  let seq = (newest ?? (await lastSeq(store, message.groupPath))) + 1
  for (let attempt = 0; attempt < appendAttempts; attempt += 1) {
    try {
      const { document } = await store.messages.insertOnce(asMessage(message, seq))
      return document
    } catch (error) {
      if (!(error instanceof DuplicateKeyError)) throw error
      seq = attempt % 4 === 3 ? (await lastSeq(store, message.groupPath)) + 1 : seq + 1
    }
  }
  throw new Error(`no place in ${topics.chat(message.groupPath)} after ${appendAttempts} attempts`)
}

/** The number of the newest message of a group, 0 for none. */
export async function lastSeq(store: Store, groupPath: string): Promise<number> {
  const [newest] = await store.messages.findParts({ groupPath }, ['seq'], {
    orderBy: ['seq', 'desc'],
    limit: 1,
  })
  return newest?.seq ?? 0
}
