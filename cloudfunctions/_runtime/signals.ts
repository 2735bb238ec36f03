import { topicKind } from '@/domain/signal/topics'
import { command } from './sdk'
import { blind } from './sealing'
import type { Store } from './store'

/**
 * Where the signal of a topic stands. Every phone may read every signal, so that of a person has an id that only the
 * house can make of theirs, and that it tells nobody but them (`account.me`).
 */
export const signalIdOf = (topic: string): string =>
  topicKind(topic) === 'user' ? `user:${blind('signal', topic)}` : topic

/**
 * Moves the signals of these topics, so that the phones watching them ask again. One wait, but for the
 * first time that a topic is used.
 */
export async function moveSignals(store: Store, topics: readonly string[]): Promise<void> {
  const wanted = [...new Set(topics.map(signalIdOf))]
  if (wanted.length === 0) return
  const increase = { n: command.inc(1) }
  const at = Date.now()
  const moved = await store.signals.update({ _id: command.in(wanted) }, { at }, increase)
  if (moved === wanted.length) return
  await Promise.all(wanted.map((_id) => store.signals.insertOnce({ _id, n: 0, at })))
  await store.signals.update({ _id: command.in(wanted) }, { at }, increase)
}
