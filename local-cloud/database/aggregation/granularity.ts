import { failed } from './operator'
import { isInt32, numberOf, typeName } from './values'

/** Rounds the bounds of buckets to a series of preferred numbers. */
export interface Rounder {
  up(value: number): number
  down(value: number): number
}

/** Series of preferred numbers (Renard, E and 1-2-5), one decade each (source: the MongoDB manual, `$bucketAuto`). */
const SERIES: Readonly<Record<string, readonly number[]>> = {
  R5: [10, 16, 25, 40, 63],
  R10: [100, 125, 160, 200, 250, 315, 400, 500, 630, 800],
  R20: [100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800, 900],
  R40: [
    100, 106, 112, 118, 125, 132, 140, 150, 160, 170, 180, 190, 200, 212, 224, 236, 250, 265, 280, 300, 315,
    355, 375, 400, 425, 450, 475, 500, 530, 560, 600, 630, 670, 710, 750, 800, 850, 900, 950,
  ],
  R80: [
    103, 109, 115, 122, 128, 136, 145, 155, 165, 175, 185, 195, 206, 218, 230, 243, 258, 272, 290, 307, 325,
    345, 365, 387, 412, 437, 462, 487, 515, 545, 575, 615, 650, 690, 730, 775, 825, 875, 925, 975,
  ],
  '1-2-5': [10, 20, 50],
  E6: [10, 15, 22, 33, 47, 68],
  E12: [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82],
  E24: [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91],
  E48: decade(48),
  E96: decade(96),
  E192: decade(192).map((value) => (value === 919 ? 920 : value)),
}

/** The finer E series are the roots of ten, to three digits; 920 is the one that the standard rounds otherwise. */
function decade(steps: number): number[] {
  return Array.from({ length: steps }, (_, i) => Math.round(100 * 10 ** (i / steps)))
}

/** The rounder of a granularity. Throws for a name that isn't one. */
export function rounderOf(granularity: unknown): Rounder {
  if (typeof granularity !== 'string') {
    throw failed(
      `The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}.`,
    )
  }
  if (granularity === 'POWERSOF2') return powersOf2
  const series = Object.hasOwn(SERIES, granularity) ? SERIES[granularity] : undefined
  if (!series) throw failed(`Unknown rounding granularity '${granularity}'`)
  return preferred(series)
}

const powersOf2: Rounder = {
  up: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
  down: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
}

function preferred(series: readonly number[]): Rounder {
  const first = series[0] ?? 1
  const last = series.at(-1) ?? first
  const inDecade = (scale: number): number[] => series.map((value) => value * scale)
  return {
    up: (value) => {
      if (value === 0) return 0
      let scale = 1
      while (value >= last * scale) scale *= 10
      while (value < first * scale) {
        const above = first * scale
        scale /= 10
        if (value >= last * scale) return above
      }
      return inDecade(scale).find((step) => step > value) ?? last * scale
    },
    down: (value) => {
      if (value === 0) return 0
      let scale = 1
      while (value <= first * scale) scale /= 10
      while (value > last * scale) {
        const below = last * scale
        scale *= 10
        if (value <= first * scale) return below
      }
      return (
        inDecade(scale)
          .filter((step) => step < value)
          .at(-1) ?? first * scale
      )
    },
  }
}

/** A value that can be rounded: a number that is neither negative nor NaN. */
export function roundable(value: unknown): number {
  const number = numberOf(value)
  const only = "$bucketAuto can specify a 'granularity' with"
  if (number === undefined) {
    throw failed(`${only} numeric boundaries only, but found a value with type: ${typeName(value)}`)
  }
  if (Number.isNaN(number)) throw failed(`${only} numeric boundaries only, but found a NaN`)
  if (number < 0) throw failed(`${only} non-negative numbers only, but found a negative value: ${number}`)
  return number
}

/** How many buckets are asked for. */
export function bucketCount(value: unknown): number {
  const count = numberOf(value)
  if (count === undefined) {
    throw failed(
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(value)}.`,
    )
  }
  if (!isInt32(count)) {
    throw failed(
      `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${count}.`,
    )
  }
  if (count <= 0) {
    throw failed(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${count}.`)
  }
  return count
}
