import { CloudError } from '../errors'
import { chances } from './chance'
import { noFaults, type Faults, type OperationKind } from './faults'

/** Who stands at a door of the cloud. */
export type Asker = 'client' | 'function'

const sleepFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The one place where requests suffer what the dial says; every door passes its work through `around`. */
export class FaultDial {
  /** Set its fields at any time. */
  readonly settings: Faults = noFaults()
  private seed = this.settings.seed
  private next = chances(this.seed)

  /** `sleep` waits so many ms. */
  constructor(private readonly sleep: (ms: number) => Promise<void> = sleepFor) {}

  /**
   * Does a request's work, with the faults the dial has for it. Throws SYS_ERR without having done it,
   * SERVER_TIMEOUT after having done it, and whatever the work throws.
   */
  async around<T>(asker: Asker, kind: OperationKind, work: () => Promise<T> | T): Promise<T> {
    if (!this.isFor(asker)) return await work()
    const { latencyMs, latencyMsByKind, failRate, failAfterRate, duplicateRate } = this.settings
    const latency = latencyMs + (latencyMsByKind[kind] ?? 0)
    if (latency > 0) await this.sleep(latency)
    if (this.hits(failRate)) throw new CloudError('SYS_ERR', 'the fault dial failed this request')
    if (this.hits(duplicateRate))
      await Promise.resolve()
        .then(work)
        .catch(() => undefined)
    const answer = await work()
    if (this.hits(failAfterRate))
      throw new CloudError('SERVER_TIMEOUT', 'the fault dial lost the answer of this request')
    return answer
  }

  /** True for a share of the times it is asked; never draws for 0. */
  hits(rate: number): boolean {
    if (this.settings.seed !== this.seed) {
      this.seed = this.settings.seed
      this.next = chances(this.seed)
    }
    return rate > 0 && this.next() < rate
  }

  /** Turns everything off. */
  reset(): void {
    Object.assign(this.settings, noFaults())
  }

  private isFor(asker: Asker): boolean {
    const { scope } = this.settings
    return scope === 'everyone' || scope === (asker === 'client' ? 'clients' : 'functions')
  }
}
