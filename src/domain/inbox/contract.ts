import * as z from 'zod'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { inboxItemSchema } from './schema'

const inboxItemView = inboxItemSchema
  .omit({ authorId: true, areaAt: true, askedKey: true, answered: true })
  .extend({
    answered: z.object({ byName: z.string(), at: z.number() }).nullable(),
  })
export type InboxItemView = z.infer<typeof inboxItemView>

export const inboxContracts = defineContracts({
  /** What waits in all groups of the areas that I look after: what was asked first stands first. */
  'inbox.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'answered']).default('open') }),
    output: pageOf(inboxItemView),
    errors: [],
  },
  /** How much waits, of each kind; 99 stands for that many and more. */
  'inbox.counts': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({
      questions: z.number().int(),
      reports: z.number().int(),
      promises: z.number().int(),
      overduePromises: z.number().int(),
    }),
    errors: [],
  },
  /** It needs no answer, or got one elsewhere: for all who look after the group. */
  'inbox.markAnswered': {
    kind: 'command',
    access: 'account',
    input: z.object({ itemId: idSchema }),
    output: z.object({ item: inboxItemView }),
    errors: ['NotFound'],
  },
})
