import type { Instance } from './instance'

/** A call that waits for an instance. */
export interface Job {
  /** Uses an instance; never rejects. `cold` says that it was started for this. */
  run: (instance: Instance, cold: boolean) => Promise<void>
  /** Called instead when no instance can be started. */
  fail: (error: unknown) => void
}

/** The instances of one function: warm ones first, new ones up to a limit, a queue beyond. */
export class InstancePool {
  private readonly queue: Job[] = []
  private readonly idle: Instance[] = []
  private readonly all = new Set<Instance>()
  private readonly fresh = new Set<Instance>()
  private starting = 0
  private isClosed = false

  constructor(
    private readonly start: () => Instance,
    private readonly most: number,
  ) {}

  /** Hands a job to an instance as soon as one is free. */
  submit(job: Job): void {
    this.queue.push(job)
    this.pump()
  }

  /** How many instances are alive. */
  get size(): number {
    return this.all.size
  }

  private pump(): void {
    while (this.queue.length > 0 && this.idle.length > 0) {
      const instance = this.idle.pop()
      const job = this.queue.shift()
      if (instance && job) void this.use(instance, job)
    }
    while (!this.isClosed && this.starting < this.queue.length && this.all.size < this.most) this.startOne()
  }

  private startOne(): void {
    const instance = this.start()
    this.starting++
    this.all.add(instance)
    this.fresh.add(instance)
    void instance.ended.then(() => this.bury(instance))
    instance.ready.then(
      () => this.release(instance, true),
      (error: unknown) => {
        this.starting--
        this.drop(instance)
        this.queue.shift()?.fail(error)
        this.pump()
      },
    )
  }

  private async use(instance: Instance, job: Job): Promise<void> {
    const cold = this.fresh.delete(instance)
    await job.run(instance, cold)
    this.release(instance, false)
  }

  private release(instance: Instance, isStarting: boolean): void {
    if (isStarting) this.starting--
    if (instance.isDead || this.isClosed) this.drop(instance)
    else this.idle.push(instance)
    this.pump()
  }

  private drop(instance: Instance): void {
    this.all.delete(instance)
    void instance.terminate()
  }

  /** An instance may end while it waits for a call: what it left running threw, or ended the process. */
  private bury(instance: Instance): void {
    this.all.delete(instance)
    const at = this.idle.indexOf(instance)
    if (at >= 0) this.idle.splice(at, 1)
    this.pump()
  }

  /** Ends the instances: the idle ones now, the busy ones after their call; those that wait move on. */
  retire(): Job[] {
    this.isClosed = true
    for (const instance of this.idle.splice(0)) this.drop(instance)
    return this.queue.splice(0)
  }

  /** Ends all instances at once. */
  async close(): Promise<void> {
    this.isClosed = true
    await Promise.all([...this.all].map((instance) => instance.terminate()))
  }
}
