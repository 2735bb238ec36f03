import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { days, timestampSchema } from '../shared/time'

/** open: reported, somebody has to look · dismissed: there was nothing wrong · acted: removed or silenced · appealed: its author objects · upheld, revoked: what became of that. */
export const caseStateSchema = z.enum(['open', 'dismissed', 'acted', 'appealed', 'upheld', 'revoked'])
export type CaseState = z.infer<typeof caseStateSchema>
/** Those in which its author knows of it: something was decided. */
export const toldStates = ['acted', 'appealed', 'upheld', 'revoked'] as const satisfies readonly CaseState[]
/** Those in which the street's office sees it. */
export const appealStates = ['appealed', 'upheld', 'revoked'] as const satisfies readonly CaseState[]
export const reportReasonSchema = z.enum(['rude', 'advert', 'false', 'private', 'scam', 'other'])
export type ReportReason = z.infer<typeof reportReasonSchema>

/** lapsed: nobody judged the appeal in time, and what it is against is taken back. */
export const caseEventSchema = z.enum([
  'reported',
  'removed',
  'silenced',
  'lifted',
  'dismissed',
  'appealed',
  'upheld',
  'revoked',
  'lapsed',
])
export type CaseEvent = z.infer<typeof caseEventSchema>

/** How long those who judge appeals have for one, ms; then it is granted. */
export const judgedWithin = days(7)

export const mostReports = 50
export const mostDeeds = 100
export const mostActed = 20

/** A matter of order in a group, one for each message: what was said, why it was touched, by whom, and what became of it. */
export const caseSchema = z.object({
  /** Made of the message's id. */
  _id: idSchema,
  state: caseStateSchema,
  groupPath: groupPathSchema,
  groupName: z.string(),
  seq: z.number().int().positive(),
  /** For indexes: see `careKeysOf`. */
  careKeys: z.array(z.string()),
  author: personRefSchema,
  /** As it was, kept for those who look after the group (BAR 22); `fileId`: of a picture or a voice. */
  original: z.object({
    kind: z.enum(['text', 'image', 'voice']),
    text: z.string(),
    fileId: z.string().nullable(),
    sentAt: timestampSchema,
  }),
  reports: z
    .array(z.object({ by: personRefSchema, reason: reportReasonSchema, at: timestampSchema }))
    .max(mostReports),
  isRemoved: z.boolean(),
  silencedUntil: timestampSchema.nullable(),
  /** Those who removed it or silenced its author: who decides on an appeal is none of them. */
  actedIds: z.array(idSchema).max(mostActed),
  appeal: z.object({ words: z.string(), at: timestampSchema }).nullable(),
  /** Everything that happened, added to and never changed; `by` null: a neighbour, whom nobody learns, or the clock (`lapsed`). */
  trail: z
    .array(
      z.object({
        /** Made of the request that did it: sent again, it finds itself. */
        id: idSchema,
        at: timestampSchema,
        by: personRefSchema.nullable(),
        event: caseEventSchema,
        note: z.string(),
      }),
    )
    .max(mostDeeds),
  /** Somebody has to decide: open or appealed. */
  isOpen: z.boolean(),
  /** Everyone named in it, for `forgetPerson`. */
  namedIds: z.array(z.string()),
  openedKey: z.string(),
  /** `pageKey` of when something was last done that its author is told of; '': nothing yet. */
  toldKey: z.string(),
  /** When the clock settles an appeal that nobody has judged; null: there is none. */
  wakeAt: timestampSchema.nullable().default(null),
  version: z.number().int().nonnegative(),
})
export type ModerationCase = z.infer<typeof caseSchema>
