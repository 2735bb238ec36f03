import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { textSchema } from '../shared/text'
import { caseSchema, reportReasonSchema } from './schema'

const messageInput = z.object({ groupPath: groupPathSchema, seq: z.number().int().positive() })
const reasonSchema = textSchema(2, 100)

const caseView = caseSchema
  .omit({ reporterIds: true, authorId: true, areaAt: true, createdKey: true })
  .extend({
    reportCount: z.number().int(),
    isMine: z.boolean(),
    allowedActions: z.array(z.enum(['remove', 'silence', 'dismiss', 'appeal', 'uphold', 'revoke'])),
  })
export type CaseView = z.infer<typeof caseView>

export const moderationContracts = defineContracts({
  /** A neighbour asks those who look after the group to see to a message; nobody learns who did. */
  'moderation.report': {
    kind: 'command',
    access: 'account',
    input: messageInput.extend({ reason: reportReasonSchema }),
    output: z.object({}),
    errors: ['NotFound', 'LimitReached'],
  },
  /** Takes a message away for all; the original and the reason are kept for staff. */
  'moderation.remove': {
    kind: 'command',
    access: 'account',
    input: messageInput.extend({ reason: reasonSchema }),
    output: z.object({ case: caseView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** The author of a message pauses for some minutes: up to a week. */
  'moderation.silence': {
    kind: 'command',
    access: 'account',
    input: messageInput.extend({ minutes: z.number().int().min(5).max(10_080), reason: reasonSchema }),
    output: z.object({ case: caseView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** There was nothing wrong with it. */
  'moderation.dismiss': {
    kind: 'command',
    access: 'account',
    input: z.object({ caseId: idSchema, note: textSchema(0, 100) }),
    output: z.object({ case: caseView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** The one it is about objects; once. */
  'moderation.appeal': {
    kind: 'command',
    access: 'account',
    input: z.object({ caseId: idSchema, words: textSchema(2, 300) }),
    output: z.object({ case: caseView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Staff decide on an appeal: it stays, or it is taken back; not by the one who did it. */
  'moderation.decide': {
    kind: 'command',
    access: 'account',
    input: z.object({ caseId: idSchema, isUpheld: z.boolean(), note: reasonSchema }),
    output: z.object({ case: caseView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** The cases of the areas that I look after; open ones first. */
  'moderation.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'past']).default('open') }),
    output: pageOf(caseView),
    errors: [],
  },
  /** What was decided about me. */
  'moderation.mine': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema,
    output: pageOf(caseView),
    errors: [],
  },
})
