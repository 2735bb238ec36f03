import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { timestampSchema } from '../shared/time'

/** "I'll tell you the moment I hear": what was promised to whom, and by when; open until it is kept. */
export const promiseSchema = z.object({
  _id: idSchema,
  groupPath: groupPathSchema,
  groupName: z.string(),
  /** For indexes: see `careKeysOf`. */
  careKeys: z.array(z.string()),
  /** The message it was made on, and what it said. */
  seq: z.number().int().positive(),
  question: z.string(),
  asked: personRefSchema,
  words: z.string(),
  made: z.object({ by: personRefSchema, at: timestampSchema }),
  dueAt: timestampSchema,
  /** What they were told in the end, or why there is nothing to tell. */
  kept: z.object({ words: z.string(), by: personRefSchema, at: timestampSchema }).nullable(),
  /** Put off: each time with a reason, which the one who asked sees. */
  delays: z
    .array(
      z.object({
        from: timestampSchema,
        to: timestampSchema,
        reason: z.string(),
        by: personRefSchema,
        at: timestampSchema,
      }),
    )
    .max(20),
  isOpen: z.boolean(),
  /** Everyone named in it, for `forgetPerson`. */
  namedIds: z.array(z.string()),
  version: z.number().int().nonnegative(),
  /** For indexes: `pageKey` of when it is due; once kept, of when that was. */
  dueKey: z.string(),
  /** When whoever made it is to be reminded of it; null: they were, or there is nothing left to do. */
  wakeAt: timestampSchema.nullable().default(null),
})
export type FollowUpPromise = z.infer<typeof promiseSchema>
