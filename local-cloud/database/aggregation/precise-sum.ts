/** A sum that keeps what rounding loses, as MongoDB's does: ten times 0.1 is 1. */
export class PreciseSum {
  private sum = 0
  private lost = 0

  add(value: number): void {
    const next = this.sum + value
    const big = Math.abs(this.sum) >= Math.abs(value)
    this.lost += big ? this.sum - next + value : value - next + this.sum
    this.sum = next
  }

  get total(): number {
    return Number.isFinite(this.sum) && Number.isFinite(this.lost) ? this.sum + this.lost : this.sum
  }
}
