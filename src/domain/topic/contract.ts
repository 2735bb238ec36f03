import * as z from 'zod'
import { messageViewSchema } from '../chat/contract'
import { groupPathSchema } from '../chat/thread'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { topicSchema, topicTitleSchema } from './schema'

const topicView = topicSchema.omit({ openedBy: true, createdKey: true, settled: true }).extend({
  settled: z.object({ decision: z.string(), byName: z.string(), at: z.number() }).nullable(),
  allowedActions: z.array(z.enum(['add', 'settle', 'reopen'])),
})
export type TopicView = z.infer<typeof topicView>

const seqs = z.array(z.number().int().positive()).min(1).max(100)
const topicInput = z.object({ topicId: idSchema })
const answer = z.object({ topic: topicView })

export const topicContracts = defineContracts({
  /** Gathers messages of a group into a topic; a card in the stream says so. */
  'topic.open': {
    kind: 'command',
    access: 'account',
    input: z.object({ groupPath: groupPathSchema, title: topicTitleSchema, seqs }),
    output: answer,
    errors: ['NotFound', 'ContentRejected'],
  },
  'topic.add': {
    kind: 'command',
    access: 'account',
    input: topicInput.extend({ seqs }),
    output: answer,
    errors: ['NotFound', 'Conflict', 'LimitReached'],
  },
  /** It is decided: the decision is pinned above the group. */
  'topic.settle': {
    kind: 'command',
    access: 'account',
    input: topicInput.extend({ decision: topicSchema.shape.settled.unwrap().shape.decision }),
    output: answer,
    errors: ['NotFound', 'Conflict', 'ContentRejected'],
  },
  'topic.reopen': {
    kind: 'command',
    access: 'account',
    input: topicInput,
    output: answer,
    errors: ['NotFound', 'Conflict'],
  },
  'topic.get': {
    kind: 'query',
    access: 'account',
    input: topicInput,
    output: answer.extend({ messages: z.array(messageViewSchema) }),
    errors: ['NotFound'],
  },
  'topic.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ groupPath: groupPathSchema }),
    output: pageOf(topicView),
    errors: [],
  },
})
