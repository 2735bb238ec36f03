import type { Collection, Where } from '../_runtime/collection'
import type { Logger } from '../_runtime/log'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** What a duty works with. */
export interface DutyContext {
  store: Store
  log: Logger
  /** ms since 1970 */
  now: number
  /** Then it begins nothing more: the next run goes on. */
  until: number
}

/** How many documents a duty looks at in one query, and how often it asks again in one run. */
export const batch = { size: 100, rounds: 10 }

/** Documents worked at side by side. */
const atOnce = 10

/** Which documents a duty is about, earliest first by `key`, and what it does; true: this one is done with. */
interface Work<T extends { _id: string }> {
  collection: Collection<T>
  due: Where
  key: string
  work(document: T): Promise<boolean>
}

/**
 * Works through what is due; answers how many are done with. One that fails, or that can't be read, is logged and
 * passed by until the next run: it must not keep the others from their turn.
 */
export async function workThrough<T extends { _id: string }>(
  { log, until }: DutyContext,
  { collection, due, key, work }: Work<T>,
): Promise<number> {
  const left: string[] = []
  let done = 0
  const tryOne = async (document: T): Promise<void> => {
    const isDone = await work(document).catch((error: unknown) => {
      log.error('failed', error, { collection: collection.name, id: document._id })
      return false
    })
    if (isDone) done += 1
    else left.push(document._id)
  }
  for (let round = 0; round < batch.rounds; round += 1) {
    const where = left.length > 0 ? { ...due, _id: command.nin([...left]) } : due
    const { sound, malformed } = await collection.findSound(where, {
      orderBy: [key, 'asc'],
      limit: batch.size,
    })
    if (malformed.length > 0) log.error('malformed', null, { collection: collection.name, ids: malformed })
    left.push(...malformed)
    for (let from = 0; from < sound.length; from += atOnce) {
      // However little time the others have left, some of what is due is done in each run.
      if (round + from > 0 && Date.now() > until) return done
      await Promise.all(sound.slice(from, from + atOnce).map(tryOne))
    }
    if (sound.length + malformed.length < batch.size) break
  }
  return done
}
