import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { personNameSchema } from '../shared/person'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { promiseSchema } from './schema'

export const promiseActionSchema = z.enum(['keep', 'delay'])

const shape = promiseSchema.shape
const promiseView = promiseSchema
  .pick({
    _id: true,
    groupPath: true,
    groupName: true,
    seq: true,
    question: true,
    words: true,
    dueAt: true,
    isOpen: true,
    version: true,
  })
  .extend({
    asked: personNameSchema,
    made: z.object({ by: personNameSchema, at: timestampSchema }),
    kept: z.object({ words: z.string(), by: personNameSchema, at: timestampSchema }).nullable(),
    delays: z.array(shape.delays.element.extend({ by: personNameSchema })),
    isOverdue: z.boolean(),
    allowedActions: z.array(promiseActionSchema),
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
      /** In the future, within a year. */
      dueAt: timestampSchema,
    }),
    output: answer,
    errors: ['NotFound', 'Conflict', 'ContentRejected'],
  },
  /** The word is kept: the answer goes into the stream, to the one who asked. */
  'promise.keep': {
    kind: 'command',
    access: 'account',
    input: promiseInput.extend({ words: textSchema(2, 300) }),
    output: answer,
    errors: ['NotFound', 'Conflict', 'ContentRejected'],
  },
  /** Put off, twenty times at most; the one who asked is told why. */
  'promise.delay': {
    kind: 'command',
    access: 'account',
    input: promiseInput.extend({ dueAt: timestampSchema, reason: textSchema(2, 100) }),
    output: answer,
    errors: ['NotFound', 'Conflict', 'ContentRejected', 'LimitReached'],
  },
  /** Of the groups that I look after: the open ones by when they are due, the kept ones newest first. */
  'promise.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'kept']).default('open') }),
    output: pageOf(promiseView),
    errors: [],
  },
})
