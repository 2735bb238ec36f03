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

/** Of the groups alone it is said when: who lives where could be told from signals that moved in one moment. */
const saysWhen = (id: string): boolean => topicKind(id) === 'chat'

/**
 * Moves the signals of these topics, so that the phones watching them ask again. One wait, but for the
 * first time that a topic is used.
 */
export async function moveSignals(store: Store, topics: readonly string[]): Promise<void> {
  const wanted = [...new Set(topics.map(signalIdOf))]
  if (wanted.length === 0) return
  if ((await raise(store, wanted)) === wanted.length) return
  await Promise.all(wanted.map((_id) => store.signals.insertOnce({ _id, n: 0 })))
  await raise(store, wanted)
}

/** Answers how many there are. */
async function raise(store: Store, ids: readonly string[]): Promise<number> {
  const at = Date.now()
  const [chats, others] = [ids.filter(saysWhen), ids.filter((id) => !saysWhen(id))]
  const raised = await Promise.all([
    chats.length && store.signals.update({ _id: command.in(chats) }, { at }, { n: command.inc(1) }),
    others.length && store.signals.update({ _id: command.in(others) }, {}, { n: command.inc(1) }),
  ])
  return raised.reduce((total, count) => total + count, 0)
}
