import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { lineSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

export const topicTitleSchema = lineSchema(2, 40)
export const mostInTopic = 200

const settlementSchema = z.object({
  decision: z.string(),
  by: personRefSchema,
  at: timestampSchema,
  /** The number of the card that says so. */
  seq: z.number().int().positive(),
})

/** A discussion that was gathered out of the stream: what it is about, which messages belong to it, how it ended. */
export const topicSchema = z.object({
  _id: idSchema,
  groupPath: groupPathSchema,
  title: topicTitleSchema,
  /** The messages, by their numbers, in order. */
  seqs: z.array(z.number().int().positive()).max(mostInTopic),
  opened: z.object({ by: personRefSchema, at: timestampSchema }),
  /** null: still talked about. */
  settled: settlementSchema.nullable(),
  /** Earlier decisions, where it was opened again. */
  past: z.array(settlementSchema).max(20),
  /** Everyone named in it, for `forgetPerson`. */
  namedIds: z.array(z.string()),
  version: z.number().int().nonnegative(),
  openedKey: z.string(),
})
export type Topic = z.infer<typeof topicSchema>
