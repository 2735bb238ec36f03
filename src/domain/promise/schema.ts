import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { groupPathSchema } from '../chat/thread'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

/** "I'll tell you the moment I hear": what was promised to whom, and by when; open until it is kept. */
export const promiseSchema = z.object({
  _id: idSchema,
  groupPath: groupPathSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** For indexes: the area and all above it. */
  areaAt: z.array(areaPathSchema),
  /** The message it was made on. */
  seq: z.number().int().positive(),
  question: z.string(),
  askedBy: idSchema.nullable(),
  askedByName: z.string(),
  words: textSchema(2, 200),
  madeBy: idSchema,
  madeByName: nicknameSchema,
  madeAt: timestampSchema,
  dueAt: timestampSchema,
  /** What they were told in the end, or why there is nothing to tell. */
  kept: z
    .object({ words: textSchema(2, 300), by: idSchema, byName: nicknameSchema, at: timestampSchema })
    .nullable(),
  /** Put off: each time with a reason, which the one who asked sees. */
  delays: z
    .array(
      z.object({
        from: timestampSchema,
        to: timestampSchema,
        reason: z.string(),
        byName: z.string(),
        at: timestampSchema,
      }),
    )
    .max(20),
  isOpen: z.boolean(),
  /** When the clock reminds; null once kept. */
  wakeAt: timestampSchema.nullable(),
  version: z.number().int().nonnegative(),
  /** For indexes: see `pageKey`. */
  dueKey: z.string(),
})
export type FollowUpPromise = z.infer<typeof promiseSchema>
