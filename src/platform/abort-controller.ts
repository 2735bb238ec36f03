type Listener = () => void

/**
 * What react-query needs of an AbortController; WeChat need not have one, and without it queries stay pending
 * for ever, silently. (`abortcontroller-polyfill` throws on `abort` under Taro, whose `document.createEvent`
 * gives an event without `initEvent`: a question asked again while on its way was then never answered.)
 */
class Signal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  /** Once only; each listener hears it once. */
  trip(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    const heard = [...this.listeners]
    this.listeners.clear()
    this.onabort?.()
    heard.forEach((listener) => listener())
  }
}

export class AbortController {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.trip(reason)
  }
}
