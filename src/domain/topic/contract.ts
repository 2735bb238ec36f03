import * as z from 'zod'
import { messageViewSchema } from '../chat/contract'
import { groupPathSchema } from '../chat/thread'
import { decisionSchema } from '../group/schema'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { personNameSchema } from '../shared/person'
import { timestampSchema } from '../shared/time'
import { mostInTopic, topicSchema, topicTitleSchema } from './schema'

export const topicActionSchema = z.enum(['add', 'settle', 'reopen', 'unpin'])
export type TopicAction = z.infer<typeof topicActionSchema>

const settlement = z.object({ decision: z.string(), by: personNameSchema, at: timestampSchema })
const topicView = topicSchema
  .pick({ _id: true, groupPath: true, title: true, seqs: true, version: true })
  .extend({
    opened: z.object({ by: personNameSchema, at: timestampSchema }),
    settled: settlement.nullable(),
    past: z.array(settlement),
    allowedActions: z.array(topicActionSchema),
  })
export type TopicView = z.infer<typeof topicView>

const seqs = z.array(z.number().int().positive()).min(1).max(100)
const topicInput = z.object({ topicId: idSchema })
const answer = z.object({ topic: topicView })

const change = <I extends z.ZodType>(input: I) =>
  ({
    kind: 'command',
    access: 'account',
    input,
    output: answer,
    errors: ['NotFound', 'Conflict', 'ContentRejected', 'LimitReached'],
  }) as const

export const topicContracts = defineContracts({
  /** Gathers messages of a group into a topic; a card in the stream says so. */
  'topic.open': change(z.object({ groupPath: groupPathSchema, title: topicTitleSchema, seqs })),
  /** LimitReached: it holds `mostInTopic` already. */
  'topic.add': change(topicInput.extend({ seqs })),
  /** It is decided: the decision is pinned above the group; the oldest of more than `mostPins` gives way. */
  'topic.settle': change(topicInput.extend({ decision: decisionSchema })),
  /** It is talked about again; what was decided stays among `past`. */
  'topic.reopen': change(topicInput),
  /** The decision holds, but needs no place above the group any more. */
  'topic.unpin': change(topicInput),
  /** With its messages, as they stand now. */
  'topic.get': {
    kind: 'query',
    access: 'account',
    input: topicInput,
    output: answer.extend({ messages: z.array(messageViewSchema).max(mostInTopic) }),
    errors: ['NotFound'],
  },
  /** Of a group: newest first. */
  'topic.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ groupPath: groupPathSchema }),
    output: pageOf(topicView),
    errors: [],
  },
})
