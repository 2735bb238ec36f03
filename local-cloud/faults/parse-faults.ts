import { isPlainObject } from '../database/wire'
import { invalidParameter } from '../errors'
import { OPERATION_KINDS, type Faults } from './faults'

const LONGEST_MS = 60_000

const isRate = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1
const isMs = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= LONGEST_MS
const kinds: readonly string[] = OPERATION_KINDS

const CHECKS: Record<keyof Faults, [check: (value: unknown) => boolean, expected: string]> = {
  latencyMs: [isMs, `0–${LONGEST_MS} ms`],
  latencyMsByKind: [
    (value) =>
      isPlainObject(value) && Object.entries(value).every(([kind, ms]) => kinds.includes(kind) && isMs(ms)),
    `0–${LONGEST_MS} ms for ${OPERATION_KINDS.join(', ')}`,
  ],
  failRate: [isRate, 'a share from 0 to 1'],
  failAfterRate: [isRate, 'a share from 0 to 1'],
  duplicateRate: [isRate, 'a share from 0 to 1'],
  scope: [
    (value) => ['clients', 'functions', 'everyone'].includes(String(value)),
    'clients, functions, or everyone',
  ],
  seed: [(value) => Number.isInteger(value), 'a whole number'],
}

/** Settings of the fault dial from outside. Throws INVALID_PARAM that names the first one that makes no sense. */
export function parseFaults(given: unknown): Partial<Faults> {
  if (!isPlainObject(given)) throw invalidParameter('faults must be an object')
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof Faults] : undefined
    if (!check) throw invalidParameter(`the fault dial has no ${name}`)
    if (!check[0](value)) throw invalidParameter(`${name} must be ${check[1]}`)
  }
  return given as Partial<Faults>
}
