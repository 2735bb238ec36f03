import { command } from './sdk'
import type { Store } from './store'

/**
 * Moves the signals of these topics, so that the phones watching them ask again. One wait, but for the
 * first time that a topic is used.
 */
export async function moveSignals(store: Store, topics: readonly string[]): Promise<void> {
  const wanted = [...new Set(topics)]
  if (wanted.length === 0) return
  const increase = { n: command.inc(1) }
  const moved = await store.signals.update({ _id: command.in(wanted) }, {}, increase)
  if (moved === wanted.length) return
  await Promise.all(wanted.map((topic) => store.signals.insertOnce({ _id: topic, n: 0 })))
  await store.signals.update({ _id: command.in(wanted) }, {}, increase)
}
