/** Counts what a request asks of the database; handed through everything that talks to it. */
export class Trips {
  /** Requests sent. */
  count = 0
  /** How often the caller had to wait: requests on their way together are one wait. */
  waits = 0
  private underWay = 0

  /** Awaits one request. */
  async one<T>(answer: Promise<T>): Promise<T> {
    this.count += 1
    if (this.underWay === 0) this.waits += 1
    this.underWay += 1
    try {
      return await answer
    } finally {
      this.underWay -= 1
    }
  }
}
