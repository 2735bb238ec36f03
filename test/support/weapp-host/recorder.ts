import type { DeviceAction, ModalRecord, SetDataStats, ToastRecord } from './types'

/** Collects what happened in a host, and tells waiting tests that something did. */
export class Recorder {
  readonly errors: string[] = []
  readonly warnings: string[] = []
  readonly logs: string[] = []
  readonly toasts: ToastRecord[] = []
  readonly modals: ModalRecord[] = []
  readonly subscribeRequests: string[][] = []
  readonly deviceActions: DeviceAction[] = []
  private readonly stats: SetDataStats = { count: 0, largestBytes: 0, totalBytes: 0 }
  private readonly listeners = new Set<() => void>()

  /** Notes a failure once: WeChat reports the same error through several doors. */
  error(where: string, cause: unknown): void {
    const text = `${where}: ${describeError(cause)}`
    if (this.errors.at(-1) !== text) this.errors.push(text)
    this.changed()
  }

  device(api: string, detail: Record<string, unknown> = {}): void {
    this.deviceActions.push({ api, detail })
    this.changed()
  }

  setData(bytes: number): void {
    this.stats.count += 1
    this.stats.totalBytes += bytes
    this.stats.largestBytes = Math.max(this.stats.largestBytes, bytes)
  }

  setDataStats(): SetDataStats {
    return { ...this.stats }
  }

  changed(): void {
    for (const listener of [...this.listeners]) listener()
  }

  /** @returns a function that ends the subscription. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

/** The words of an error of any realm, with the first line of its stack that lies in the build. */
export function describeError(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return String(cause)
  const { message, errMsg, stack } = cause as { message?: unknown; errMsg?: unknown; stack?: unknown }
  const words = String(message ?? errMsg ?? JSON.stringify(cause))
  const place = typeof stack === 'string' ? /weapp:\/\/[^\s)]+/.exec(stack)?.[0] : undefined
  return place === undefined ? words : `${words} (at ${place})`
}
