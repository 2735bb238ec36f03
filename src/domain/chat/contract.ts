import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { messageBodySchema, messageSchema } from './schema'
import { groupPathSchema } from './thread'

const groupInput = z.object({ groupPath: groupPathSchema })
const [textBody, imageBody, joinedBody, eventBody, mentionBody] = messageBodySchema.options
/** As a phone is told of it: whose it is, and whom it means, without anybody's id. */
const messageView = messageSchema.omit({ authorId: true }).extend({
  body: z.discriminatedUnion('kind', [
    textBody,
    imageBody,
    joinedBody,
    eventBody,
    mentionBody.omit({ userId: true }).extend({ isMe: z.boolean() }),
  ]),
  isMine: z.boolean(),
})
export type MessageView = z.infer<typeof messageView>

const groupView = z.object({
  groupPath: areaPathSchema,
  name: z.string(),
  memberCount: z.number().int(),
  lastSeq: z.number().int(),
  unread: z.number().int(),
  lastMessage: messageView.nullable(),
})
export type GroupView = z.infer<typeof groupView>

export const chatContracts = defineContracts({
  /** The groups of my homes and of the buildings I lead. */
  'chat.groups': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({ items: z.array(groupView) }),
    errors: [],
  },
  /**
   * Messages of a group, oldest first: the newest without a bound, those before `before`, or those after `after`
   * (sequence numbers, exclusive). The first of these also tells how far I have read (0: nothing).
   */
  'chat.history': {
    kind: 'query',
    access: 'account',
    input: groupInput.extend({
      before: z.number().int().positive().nullable().default(null),
      after: z.number().int().nonnegative().nullable().default(null),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: z.object({
      items: z.array(messageView),
      hasMore: z.boolean(),
      readTo: z.number().int().optional(),
    }),
    errors: [],
  },
  /** Conflict: the thread of an order that is over is closed. */
  'chat.send': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({ body: textBody.or(imageBody) }),
    output: z.object({ message: messageView }),
    errors: ['ContentRejected'],
  },
  'chat.markRead': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({ seq: z.number().int().nonnegative() }),
    output: z.object({ seq: z.number().int() }),
    errors: [],
  },
})
