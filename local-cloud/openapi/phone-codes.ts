import { randomBytes } from 'node:crypto'

const LIFE = 5 * 60_000

/** Codes that a client got from the phone-number button, each good once and for five minutes. */
export class PhoneCodes {
  private readonly codes = new Map<string, { phone: string; at: number }>()

  constructor(private readonly now: () => number) {}

  /** A new code for a phone number. */
  issue(phone: string): string {
    const code = randomBytes(16).toString('hex')
    this.codes.set(code, { phone, at: this.now() })
    return code
  }

  /** The number behind a code, which is then used up; null when there is none. */
  redeem(code: string): string | null {
    const found = this.codes.get(code)
    this.codes.delete(code)
    return found && this.now() - found.at <= LIFE ? found.phone : null
  }
}
