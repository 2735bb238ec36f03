import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { wishSchema } from '../order/wish'
import { namedSchema } from '../order/parts'
import { areaPathSchema } from '../shared/area'
import { dayKeySchema } from '../shared/calendar'
import { idSchema } from '../shared/ids'
import { timestampSchema } from '../shared/time'

/**
 * A rule of repetition in the form of RFC 5545, as far as neighbours need it:
 * `FREQ=DAILY`, `FREQ=WEEKLY;BYDAY=MO,TH`, `FREQ=MONTHLY;BYMONTHDAY=5`, with INTERVAL, COUNT.
 */
export const repeatRuleSchema = z
  .string()
  .max(100)
  .regex(
    /^FREQ=(?:DAILY|WEEKLY|MONTHLY)(?:;(?:INTERVAL=[1-9]\d?|COUNT=[1-9]\d{0,2}|BYDAY=(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*|BYMONTHDAY=(?:[1-9]|[12]\d|3[01])))*$/,
  )

/** The time of day, in minutes: from 8:30 to 11:00. */
export const daySpanSchema = z
  .object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) })
  .refine(({ from, to }) => from < to)

export const repeatSchema = z.object({
  rule: repeatRuleSchema,
  startsOn: dayKeySchema,
  endsOn: dayKeySchema.nullable(),
  span: daySpanSchema,
  /** On holidays of the community nobody comes. */
  restsOnHolidays: z.boolean(),
})
export type Repeat = z.infer<typeof repeatSchema>

/** Who comes: asked each time, or, once they have agreed, expected each time without being asked. */
export const standingSchema = namedSchema.extend({ hasAgreed: z.boolean().default(false) })

/** What the one who comes says of the days ahead: I come each time · ask me each time · somebody else, please. */
export const pledgeSchema = z.enum(['each', 'ask', 'leave'])
export type Pledge = z.infer<typeof pledgeSchema>

/** The same help again and again: each time an order of its own, with the same volunteer. */
export const seriesSchema = z.object({
  _id: idSchema,
  wish: wishSchema,
  areaName: z.string(),
  /** The micro-grid of the flat when it was wished for. */
  gridPath: areaPathSchema.nullable().default(null),
  serviceName: z.string(),
  communityPath: areaPathSchema,
  requesterId: idSchema,
  requesterName: nicknameSchema,
  repeat: repeatSchema,
  /** Days on which nobody is to come. */
  skipped: z.array(dayKeySchema).max(200),
  /** Who comes: whoever took it first, or was chosen since. */
  volunteer: standingSchema.nullable(),
  isActive: z.boolean(),
  /** Why it goes on no more where nobody stopped it: the right to it is over, or the office no longer offers it. */
  stoppedFor: z.enum(['noRight', 'noService']).nullable().default(null),
  version: z.number().int().nonnegative(),
  /** The next day for which an order is to be placed; null when there is none. */
  nextDay: dayKeySchema.nullable(),
  /** When it is to be placed; null: never. */
  wakeAt: timestampSchema.nullable(),
  createdAt: timestampSchema,
  createdKey: z.string(),
})
export type Series = z.infer<typeof seriesSchema>
