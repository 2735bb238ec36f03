import type { Snapshot, WatchHandlers } from '../../../local-cloud/client/types'

/** Watches, and hands out the snapshots one by one. */
export const follow = (watch: (handlers: WatchHandlers) => { close(): Promise<void> }) => {
  const handlers: Pick<WatchHandlers, 'onError'> = { onError: () => undefined }
  const snapshots: Snapshot[] = []
  const waiting: ((snapshot: Snapshot) => void)[] = []
  const failed = new Promise<Record<string, unknown>>((resolve) => {
    handlers.onError = (error) => resolve({ ...error })
  })
  const watcher = watch({
    onChange: (snapshot) => {
      const next = waiting.shift()
      if (next) next(snapshot)
      else snapshots.push(snapshot)
    },
    onError: (error) => handlers.onError(error),
  })
  const next = (): Promise<Snapshot> => {
    const ready = snapshots.shift()
    return ready ? Promise.resolve(ready) : new Promise((resolve) => waiting.push(resolve))
  }
  return { next, failed, unread: snapshots, close: () => watcher.close() }
}
/** Ids of a snapshot's documents. */
export const ids = ({ docs }: Snapshot): unknown[] => docs.map(({ _id }) => _id)
/** A snapshot's changes in words: `id queueType dataType`. */
export const changes = ({ docChanges }: Snapshot): string[] =>
  docChanges.map(({ docId, queueType, dataType }) => `${docId} ${queueType} ${dataType}`)
