import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { timestampSchema } from '../shared/time'

/** question: somebody asked and nobody has answered · mention: the office was called by name. Reports and promises have lists of their own, which the inbox shows too. */
export const inboxKindSchema = z.enum(['question', 'mention'])

/** Something said in one of a dozen groups that wants an answer; answered once, it is answered for all. */
export const inboxItemSchema = z.object({
  /** The message's id. */
  _id: idSchema,
  kind: inboxKindSchema,
  groupPath: groupPathSchema,
  areaName: z.string(),
  /** For indexes: the area and all above it. */
  areaAt: z.array(areaPathSchema),
  seq: z.number().int().positive(),
  text: z.string(),
  authorId: idSchema,
  authorName: z.string(),
  askedAt: timestampSchema,
  /** null: nobody has answered. */
  answered: z
    .object({
      by: idSchema,
      byName: z.string(),
      at: timestampSchema,
      /** The message that answered it; null: marked so by hand. */
      seq: z.number().int().positive().nullable(),
    })
    .nullable(),
  isOpen: z.boolean(),
  askedKey: z.string(),
})
export type InboxItem = z.infer<typeof inboxItemSchema>
