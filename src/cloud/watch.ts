import Taro from '@tarojs/taro'
import { signalSchema } from '@/domain/signal/topics'
import { cloud } from './provider'

const pollEvery = 15_000
const rejoinAfter = 60_000

/**
 * Tells which topics have changed. While there is no watch (not yet, not any more) every topic is reported every 15 s
 * as long as the mini program is looked at, so that pages fetch again; the watch is tried anew once a minute.
 * @returns how to stop.
 */
export function watchSignals(topics: readonly string[], onChange: (topic: string) => void): () => void {
  const seen = new Map<string, number>()
  let isStopped = false
  let isWatching = false
  let isHidden = false
  let watcher: { close(): void } | null = null
  let polling: ReturnType<typeof setInterval> | null = null
  let rejoining: ReturnType<typeof setTimeout> | null = null

  const tellAll = (): void => {
    if (!isHidden) topics.forEach(onChange)
  }
  const startPolling = (): void => {
    polling ??= setInterval(tellAll, pollEvery)
  }
  const stopPolling = (): void => {
    if (polling) clearInterval(polling)
    polling = null
  }
  const onHide = (): void => {
    isHidden = true
  }
  const onShow = (): void => {
    const wasHidden = isHidden
    isHidden = false
    if (wasHidden && polling) tellAll()
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
    startPolling()
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

  if (topics.length > 0) {
    // A socket that is never had says neither yes nor no.
    startPolling()
    Taro.onAppHide(onHide)
    Taro.onAppShow(onShow)
    join()
  }
  return () => {
    isStopped = true
    Taro.offAppHide(onHide)
    Taro.offAppShow(onShow)
    watcher?.close()
    stopPolling()
    if (rejoining) clearTimeout(rejoining)
  }
}
