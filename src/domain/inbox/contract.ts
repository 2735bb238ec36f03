import * as z from 'zod'
import { messageBodySchema } from '../chat/schema'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { personNameSchema } from '../shared/person'
import { timestampSchema } from '../shared/time'
import { inboxItemSchema } from './schema'

const inboxItemView = inboxItemSchema

  .pick({
    _id: true,
    kind: true,
    groupPath: true,
    groupName: true,
    seq: true,
    said: true,
    text: true,
    isOpen: true,
  })
  .extend({
    asked: z.object({ by: personNameSchema, at: timestampSchema }),
    answered: z.object({ by: personNameSchema, at: timestampSchema }).nullable(),
  })
export type InboxItemView = z.infer<typeof inboxItemView>

const [textBody] = messageBodySchema.options
const itemInput = z.object({ itemId: idSchema })

export const inboxContracts = defineContracts({
  /**
   * What waits in all groups that I look after, of the last `waitsFor`: what was asked first stands first; what was
   * answered, newest first. What I asked myself is for the others.
   */
  'inbox.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'answered']).default('open') }),
    output: pageOf(inboxItemView),
    errors: [],
  },
  /** How much waits, of each kind; 100 says "99+". `overdue`: promises whose day has come; `visits`: whom to look in on. */
  'inbox.counts': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({
      waiting: z.number().int(),
      reports: z.number().int(),
      promises: z.number().int(),
      overdue: z.number().int(),
      visits: z.number().int(),
    }),
    errors: [],
  },
  /**
   * Answers it in its group, once for all who look after it: of two at the same moment one is told that the other was
   * faster (Conflict with `byName`), and says nothing.
   */
  'inbox.answer': {
    kind: 'command',
    access: 'account',
    input: itemInput.extend({ text: textBody.shape.text }),
    output: z.object({ item: inboxItemView }),
    errors: ['NotFound', 'Conflict', 'ContentRejected', 'LimitReached'],
  },
  /** It needs no answer, or got one elsewhere: so for all who look after the group. */
  'inbox.markAnswered': {
    kind: 'command',
    access: 'account',
    input: itemInput,
    output: z.object({ item: inboxItemView }),
    errors: ['NotFound'],
  },
  /** It was marked too early: it waits again. */
  'inbox.reopen': {
    kind: 'command',
    access: 'account',
    input: itemInput,
    output: z.object({ item: inboxItemView }),
    errors: ['NotFound'],
  },
})
