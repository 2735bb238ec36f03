import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { groupPathSchema } from '../chat/thread'
import { idSchema } from '../shared/ids'
import { lineSchema, textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

export const topicTitleSchema = lineSchema(2, 40)

/** A discussion that was gathered out of the stream: what it is about, which messages belong to it, how it ended. */
export const topicSchema = z.object({
  _id: idSchema,
  groupPath: groupPathSchema,
  title: topicTitleSchema,
  /** The messages, by their numbers, in order. */
  seqs: z.array(z.number().int().positive()).max(500),
  openedBy: idSchema,
  openedByName: nicknameSchema,
  openedAt: timestampSchema,
  /** null: still talked about. */
  settled: z
    .object({ decision: textSchema(1, 300), by: idSchema, byName: nicknameSchema, at: timestampSchema })
    .nullable(),
  /** Earlier decisions, where it was opened again. */
  past: z.array(z.object({ decision: z.string(), byName: z.string(), at: timestampSchema })).max(20),
  version: z.number().int().nonnegative(),
  createdKey: z.string(),
})
export type Topic = z.infer<typeof topicSchema>
