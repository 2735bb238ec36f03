import { signalSchema } from '@/domain/signal/topics'
import { cloud } from './provider'

const pollEvery = 15_000
const rejoinAfter = 60_000

/**
 * Tells which topics have changed. While the watch is broken every topic is reported every 15 s, so that pages
 * fetch again, and the watch is tried anew once a minute.
 * @returns how to stop.
 */
export function watchSignals(topics: readonly string[], onChange: (topic: string) => void): () => void {
  const seen = new Map<string, number>()
  let isStopped = false
  let isWatching = false
  let watcher: { close(): void } | null = null
  let polling: ReturnType<typeof setInterval> | null = null
  let rejoining: ReturnType<typeof setTimeout> | null = null

  const stopPolling = (): void => {
    if (polling) clearInterval(polling)
    polling = null
  }

  const onDocs = (docs: readonly unknown[]): void => {
    if (isStopped) return
    isWatching = true
    stopPolling()
    for (const doc of docs) {
      const signal = signalSchema.safeParse(doc)
      if (!signal.success) continue
      const { _id, n } = signal.data
      const before = seen.get(_id)
      seen.set(_id, n)
      if (before !== n && (before !== undefined || hasStarted)) onChange(_id)
    }
    hasStarted = true
  }
  let hasStarted = false

  const onError = (): void => {
    if (isStopped) return
    isWatching = false
    watcher?.close()
    watcher = null
    polling ??= setInterval(() => topics.forEach(onChange), pollEvery)
    if (rejoining) clearTimeout(rejoining)
    rejoining = setTimeout(join, rejoinAfter)
  }

  const join = (): void => {
    cloud()
      .then((client) => {
        if (isStopped || isWatching) return
        watcher = client.watchSignals(topics, { onDocs, onError })
      })
      .catch(onError)
  }

  if (topics.length > 0) join()
  return () => {
    isStopped = true
    watcher?.close()
    stopPolling()
    if (rejoining) clearTimeout(rejoining)
  }
}
