import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { promiseSchema } from './schema'

const promiseView = promiseSchema
  .omit({ askedBy: true, madeBy: true, areaAt: true, dueKey: true, wakeAt: true, kept: true })
  .extend({
    kept: z.object({ words: z.string(), byName: z.string(), at: timestampSchema }).nullable(),
    isMine: z.boolean(),
    isOverdue: z.boolean(),
    allowedActions: z.array(z.enum(['keep', 'delay'])),
  })
export type PromiseView = z.infer<typeof promiseView>
const promiseInput = z.object({ promiseId: idSchema })
const answer = z.object({ promise: promiseView })

export const promiseContracts = defineContracts({
  /** Made on a message by those who look after the group; a line in the stream tells the one who asked. */
  'promise.make': {
    kind: 'command',
    access: 'account',
    input: z.object({
      groupPath: groupPathSchema,
      seq: z.number().int().positive(),
      words: textSchema(2, 200),
      dueAt: timestampSchema,
    }),
    output: answer,
    errors: ['NotFound', 'ContentRejected'],
  },
  /** The word is kept: the answer goes into the stream, to the one who asked. */
  'promise.keep': {
    kind: 'command',
    access: 'account',
    input: promiseInput.extend({ words: textSchema(2, 300) }),
    output: answer,
    errors: ['NotFound', 'Conflict', 'ContentRejected'],
  },
  'promise.delay': {
    kind: 'command',
    access: 'account',
    input: promiseInput.extend({ dueAt: timestampSchema, reason: textSchema(2, 100) }),
    output: answer,
    errors: ['NotFound', 'Conflict', 'LimitReached'],
  },
  /** Of the areas that I look after; those due first. */
  'promise.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'kept']).default('open') }),
    output: pageOf(promiseView),
    errors: [],
  },
})
