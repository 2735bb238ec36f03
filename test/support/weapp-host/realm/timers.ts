type Callback = (...args: unknown[]) => void

/** Timers of the logic realm: numbered, as in WeChat; their errors are reported; all end with the host. */
export class LogicTimers {
  private readonly running = new Map<number, NodeJS.Timeout>()
  private last = 0

  constructor(private readonly onError: (where: string, cause: unknown) => void) {}

  setTimeout = (callback: Callback, delay = 0, ...args: unknown[]): number => {
    const id = (this.last += 1)
    const run = () => {
      this.running.delete(id)
      this.guard('setTimeout', callback, args)
    }
    this.running.set(id, setTimeout(run, delay))
    return id
  }

  setInterval = (callback: Callback, delay = 0, ...args: unknown[]): number => {
    const id = (this.last += 1)
    this.running.set(
      id,
      setInterval(() => this.guard('setInterval', callback, args), delay),
    )
    return id
  }

  clear = (id: number): void => {
    const timer = this.running.get(id)
    // Node clears both kinds with either function.
    if (timer) clearTimeout(timer)
    this.running.delete(id)
  }

  close(): void {
    for (const timer of this.running.values()) clearTimeout(timer)
    this.running.clear()
  }

  private guard(where: string, callback: Callback, args: unknown[]): void {
    try {
      callback(...args)
    } catch (error) {
      this.onError(where, error)
    }
  }
}
