/** Counts the round trips that a request makes to the database; handed through everything that talks to it. */
export class Trips {
  count = 0

  /** Awaits one round trip. */
  async one<T>(answer: Promise<T>): Promise<T> {
    this.count += 1
    return answer
  }
}
