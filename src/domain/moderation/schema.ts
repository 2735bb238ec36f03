import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { groupPathSchema } from '../chat/thread'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

/** reported: a neighbour asks to look at a message · removed: it was taken away · silenced: its author must pause · risky: the platform's check refused a picture. */
export const caseKindSchema = z.enum(['reported', 'removed', 'silenced', 'risky'])
/** open: someone has to decide · appealed: its author objects · upheld, dismissed, revoked: decided. */
export const caseStateSchema = z.enum(['open', 'decided', 'appealed', 'upheld', 'revoked'])
export const reportReasons = ['rude', 'advert', 'false', 'private', 'scam', 'other'] as const
export const reportReasonSchema = z.enum(reportReasons)

/** A matter of order in a group: what was said, why it was touched, by whom, and what became of it. */
export const caseSchema = z.object({
  _id: idSchema,
  kind: caseKindSchema,
  state: caseStateSchema,
  groupPath: groupPathSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** For indexes: the area and all above it. */
  areaAt: z.array(areaPathSchema),
  /** The message; null where it is about a person only. */
  seq: z.number().int().positive().nullable(),
  /** As it was, kept for staff (BAR 22): words, or what kind of thing it was, and its file. */
  original: z.object({ text: z.string(), fileId: z.string().nullable() }).nullable(),
  authorId: idSchema,
  authorName: nicknameSchema,
  reporterIds: z.array(idSchema).max(50),
  reasons: z.array(reportReasonSchema).max(50),
  /** A silence: until when. */
  until: timestampSchema.nullable(),
  appeal: z.object({ words: textSchema(2, 300), at: timestampSchema }).nullable(),
  /** Everything that happened, never overwritten. */
  trail: z.array(
    z.object({
      at: timestampSchema,
      by: idSchema.nullable(),
      byName: z.string(),
      what: z.enum([
        'reported',
        'removed',
        'silenced',
        'dismissed',
        'appealed',
        'upheld',
        'revoked',
        'expired',
      ]),
      note: z.string(),
    }),
  ),
  version: z.number().int().nonnegative(),
  createdKey: z.string(),
})
export type ModerationCase = z.infer<typeof caseSchema>
