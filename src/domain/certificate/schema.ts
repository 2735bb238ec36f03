import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { dayKeySchema } from '../shared/calendar'
import { addDays, isDay } from '../shared/day-keys'
import { idSchema } from '../shared/ids'
import { lineSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import type { Period } from '../numbers/period'
import { certificateCodeSchema } from './code'

const count = z.number().int().nonnegative()

export const serviceRowSchema = z.object({ name: z.string(), visits: count, minutes: count })

export const revocationReasonSchema = lineSchema(1, 100)

/**
 * A 志愿服务记录证明 that a community has issued. What it said then is kept as it was; the full name stands on the
 * paper only.
 */
export const certificateSchema = z.object({
  _id: idSchema,
  code: certificateCodeSchema,
  userId: idSchema,
  /** 王**. */
  maskedName: z.string(),
  communityPath: areaPathSchema,
  communityName: z.string(),
  /** Days included, in China's time. */
  from: dayKeySchema,
  to: dayKeySchema,
  minutes: count,
  visits: count,
  rows: z.array(serviceRowSchema),
  issuedAt: timestampSchema,
  /** For the index: see `pageKey`. */
  issuedKey: z.string(),
  fileId: z.string(),
  /** Other communities that were served in these days. */
  elsewhere: z.array(areaPathSchema),
  revoked: z
    .object({
      at: timestampSchema,
      by: idSchema,
      reason: revocationReasonSchema,
      requestId: idSchema,
    })
    .nullable(),
})
export type Certificate = z.infer<typeof certificateSchema>

/** Ten years: a working life is asked for in parts. */
const mostDays = 3653

export const isServicePeriod = ({ from, to }: Period): boolean =>
  isDay(from) && isDay(to) && from <= to && to <= addDays(from, mostDays - 1)

/** The family name, and a star for each character after it; at least one. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}
