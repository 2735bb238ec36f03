import * as z from 'zod'

/** Milliseconds since 1970 (UTC): the one form of a moment in documents, on the wire, and in
 * the domain. The bound is that of Date. */
export const timestampSchema = z.number().int().nonnegative().max(8.64e15)
export type Timestamp = number

export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000
export const days = (n: number): number => n * 86_400_000
