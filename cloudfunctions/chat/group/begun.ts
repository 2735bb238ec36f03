import type { Timestamp } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'

/** The cloud's own bound on one query. */
const most = 1000
const prefix = topics.chat('')

/** The groups within an area in which something was said, with when: whatever is said moves its group's signal. */
export async function begunWithin(store: Store, areaPath: string): Promise<Map<string, Timestamp>> {
  const signals = await store.signals.find({ _id: within(topics.chat(areaPath)) }, { limit: most })
  return new Map(signals.map(({ _id, at = 0 }) => [_id.slice(prefix.length), at]))
}
