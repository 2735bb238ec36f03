import { createHash } from 'node:crypto'

/** An id (22 characters of `idSchema`) that is the same for the same parts, so that what is written twice is one. */
export const stableId = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
