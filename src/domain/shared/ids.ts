import * as z from 'zod'

/** Ids that clients make (see `requestId`) and that documents carry as `_id`: safe in urls, paths, logs, and as the scene of a QR code. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/)

/** A new id of 22 characters from a source of random bytes (0–255 each), about 130 bits. */
export function newId(randomByte: () => number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
  return Array.from({ length: 22 }, () => alphabet.charAt(randomByte() & 63)).join('')
}
