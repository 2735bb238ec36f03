import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { messageBodySchema, messageSchema } from './schema'

const groupInput = z.object({ groupPath: areaPathSchema })
const messageView = messageSchema.omit({ authorId: true }).extend({ isMine: z.boolean() })
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
   * (sequence numbers, exclusive).
   */
  'chat.history': {
    kind: 'query',
    access: 'account',
    input: groupInput.extend({
      before: z.number().int().positive().nullable().default(null),
      after: z.number().int().nonnegative().nullable().default(null),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: z.object({ items: z.array(messageView), hasMore: z.boolean() }),
    errors: [],
  },
  'chat.send': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({ body: messageBodySchema.options[0].or(messageBodySchema.options[1]) }),
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
