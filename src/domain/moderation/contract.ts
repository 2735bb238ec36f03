import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { personNameSchema } from '../shared/person'
import { textSchema } from '../shared/text'
import { caseSchema, reportReasonSchema } from './schema'

const messageInput = z.object({ groupPath: groupPathSchema, seq: z.number().int().positive() })
const caseInput = z.object({ caseId: idSchema })
const reasonSchema = textSchema(2, 100)
const noteSchema = textSchema(0, 100)

export const caseActionSchema = z.enum(['remove', 'silence', 'lift', 'dismiss', 'appeal', 'decide'])
export type CaseAction = z.infer<typeof caseActionSchema>

/** As those who look after the group see it, and the one whom it is about: neither learns who reported it. */
const caseView = caseSchema
  .pick({
    _id: true,
    state: true,
    groupPath: true,
    groupName: true,
    seq: true,
    original: true,
    isRemoved: true,
    silencedUntil: true,
    appeal: true,
  })
  .extend({
    author: personNameSchema,
    reportCount: z.number().int(),
    reasons: z.array(reportReasonSchema),
    trail: z.array(
      caseSchema.shape.trail.element.omit({ id: true }).extend({ by: personNameSchema.nullable() }),
    ),
    isMine: z.boolean(),
    allowedActions: z.array(caseActionSchema),
  })
export type CaseView = z.infer<typeof caseView>
const answer = z.object({ case: caseView })

const decision = <I extends z.ZodType>(input: I) =>
  ({ kind: 'command', access: 'account', input, output: answer, errors: ['NotFound', 'Conflict'] }) as const

export const moderationContracts = defineContracts({
  /** A neighbour asks those who look after the group to see to a message; nobody learns who did. */
  'moderation.report': {
    kind: 'command',
    access: 'account',
    input: messageInput.extend({ reason: reportReasonSchema }),
    output: z.object({}),
    errors: ['NotFound', 'LimitReached'],
  },
  /** Takes a message away for all; the original and the reason are kept for those who look after the group. */
  'moderation.remove': decision(messageInput.extend({ reason: reasonSchema })),
  /** The author of a message pauses in this group for some minutes: up to a week. */
  'moderation.silence': {
    ...decision(messageInput.extend({ minutes: z.number().int().min(5).max(10_080), reason: reasonSchema })),
    /** LimitReached: `mostSilences` people pause in this group already. */
    errors: ['NotFound', 'Conflict', 'LimitReached'],
  },
  /** The pause ends before its time: by anybody who looks after the group. */
  'moderation.lift': decision(caseInput.extend({ note: noteSchema })),
  /** There was nothing wrong with it. */
  'moderation.dismiss': decision(caseInput.extend({ note: noteSchema })),
  /** The one it is about objects: once, within `appealWithin`. */
  'moderation.appeal': decision(caseInput.extend({ words: textSchema(2, 300) })),
  /** On an appeal, by another than who acted: it stays (`isUpheld`), or is taken back and the message shown again. */
  'moderation.decide': decision(caseInput.extend({ isUpheld: z.boolean(), note: reasonSchema })),
  /** The cases of the groups that I look after: those that want a decision, or those that had one; newest first. */
  'moderation.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'past']).default('open') }),
    output: pageOf(caseView),
    errors: [],
  },
  /** What was decided about what I said: newest first. */
  'moderation.mine': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema,
    output: pageOf(caseView),
    errors: [],
  },
})
