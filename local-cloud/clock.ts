/** The cloud's clock: everything in the cloud, functions included, asks it for the time. Milliseconds. */
export interface CloudClock {
  now(): number
  /** Moves the clock by `ms`, forwards or back. */
  travel(ms: number): void
  /** Sets the clock to the epoch milliseconds `ms`; it goes on running from there. */
  set(ms: number): void
}

/** A clock whose offset the worker threads share, so that they travel with it at once. */
export class SharedClock implements CloudClock {
  /** One Float64: milliseconds to add to the machine's time. */
  readonly shared = new SharedArrayBuffer(8)
  private readonly offset = new Float64Array(this.shared)
  private readonly listeners = new Set<() => void>()

  constructor(private readonly machine: () => number = Date.now) {}

  now(): number {
    return Math.round(this.machine() + (this.offset[0] ?? 0))
  }

  /** How far it has been moved from the machine's time, in ms. */
  get aheadMs(): number {
    return this.offset[0] ?? 0
  }

  travel(ms: number): void {
    this.offset[0] = (this.offset[0] ?? 0) + ms
    for (const listener of this.listeners) listener()
  }

  set(ms: number): void {
    this.travel(ms - this.now())
  }

  /** Calls `listener` after each jump; returns how to stop. */
  onTravel(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
