import type { PersonaBook } from './persona-book'

/** How long WeChat takes a user for active after their last request, in ms (source: the WeChat docs on msgSecCheck). */
const ACTIVE_MS = 2 * 3_600_000

/** When each user was last here, by the cloud's clock. Kept in memory. */
export class Visits {
  private readonly last = new Map<string, number>()

  constructor(
    private readonly personas: PersonaBook,
    private readonly now: () => number,
  ) {}

  /** Notes that a user has asked for something. */
  note(openid: string): void {
    if (openid !== '') this.last.set(openid, this.now())
  }

  /** When a user was last here, epoch ms; null for never. */
  lastAt(openid: string): number | null {
    return this.last.get(openid) ?? null
  }

  /**
   * True for a user who was here within two hours. Openids that nobody has ever come with, and that are no
   * persona's, pass: a host program may make them up.
   */
  isActive(openid: string): boolean {
    const at = this.last.get(openid)
    if (at === undefined) return this.personas.byOpenid(openid) === undefined
    return this.now() - at <= ACTIVE_MS
  }
}
