import * as z from 'zod'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { timestampSchema } from '../shared/time'
import { personCardSchema } from '../account/schema'
import { pageInputSchema, pageOf } from '../shared/paging'
import { authorTitleSchema, messageBodySchema, messageSchema } from './schema'
import { groupPathSchema } from './thread'

const groupInput = z.object({ groupPath: groupPathSchema })
const messageInput = groupInput.extend({ seq: z.number().int().positive() })
const [
  textBody,
  imageBody,
  voiceBody,
  joinedBody,
  eventBody,
  mentionBody,
  orderBody,
  askBody,
  noticeBody,
  topicBody,
  promiseBody,
  houseBody,
  changeBody,
] = messageBodySchema.options
/** Whom a card is meant for. */
const toView = z.object({ name: z.string(), isMe: z.boolean() })

/** What a person may do with a message. */
export const messageActionSchema = z.enum([
  'reply',
  'copy',
  'recall',
  'forward',
  'thumb',
  'toOrder',
  'askToOrder',
  'toTopic',
  'toPromise',
  'report',
  'remove',
  'silence',
])
export type MessageAction = z.infer<typeof messageActionSchema>

/** As a phone is told of it: whose it is, and whom it means, without anybody's id. */
export const messageViewSchema = messageSchema
  .omit({
    authorId: true,
    mentions: true,
    namedIds: true,
    callsIds: true,
    thumbs: true,
    traceId: true,
    recheckAt: true,
    isLine: true,
  })
  .extend({
    /** Taken back, removed, or not shown until it is checked: an empty text. */
    body: z.discriminatedUnion('kind', [
      textBody.extend({ text: z.string() }),
      imageBody,
      voiceBody,
      joinedBody,
      eventBody,
      mentionBody.omit({ userId: true, nameIds: true }).extend({ isMe: z.boolean() }),
      orderBody,
      askBody.extend({ to: toView }),
      noticeBody,
      topicBody,
      promiseBody.extend({ to: toView }),
      houseBody,
      changeBody,
    ]),
    replyTo: z
      .object({ seq: z.number().int().positive(), name: z.string(), excerpt: z.string() })
      .nullable()
      .default(null),
    isMine: z.boolean(),
    mentionNames: z.array(z.string()).default([]),
    mentionsMe: z.boolean().default(false),
    thumbCount: z.number().int().default(0),
    isThumbed: z.boolean().default(false),
    /** A picture or voice of somebody else that is still being checked, or was refused. */
    isHidden: z.boolean().default(false),
    allowedActions: z.array(messageActionSchema).default([]),
  })
export type MessageView = z.infer<typeof messageViewSchema>

const groupView = z.object({
  groupPath: groupPathSchema,
  name: z.string(),
  lastSeq: z.number().int(),
  /** At most 100, which says "99+". */
  unread: z.number().int(),
  lastMessage: messageViewSchema.nullable(),
  isMuted: z.boolean().default(false),
  isPinned: z.boolean().default(false),
  /** The first message of the last 30 days not read yet that calls me. */
  mentionSeq: z.number().int().nullable().default(null),
  lastAt: timestampSchema.nullable().default(null),
})
export type GroupView = z.infer<typeof groupView>

export const chatContracts = defineContracts({
  /**
   * The groups of my homes, of the circles I work in, of the buildings I look after, and the stairwells and micro-grids
   * among them in which something was said; by 50: my own and those that I have put on top first, then where something
   * was said last, then the silent ones. `search`: those with these words in their names. `groupPath`: that one alone,
   * also where nobody has begun it yet.
   */
  'chat.groups': {
    kind: 'query',
    access: 'account',
    input: z.object({
      search: z.string().max(20).default(''),
      groupPath: groupPathSchema.nullable().default(null),
      cursor: z.string().max(200).nullable().default(null),
    }),
    output: pageOf(groupView),
    errors: [],
  },
  /**
   * Messages of a group, oldest first: the newest without a bound, those before `before`, or those after `after`
   * (sequence numbers, exclusive). The first of these also tells how far I have read (0: nothing). Only among those
   * after a number there are `change`s: what they name has to be asked for by `chat.get`.
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
      items: z.array(messageViewSchema),
      hasMore: z.boolean(),
      readTo: z.number().int().optional(),
      /** Of the newest messages: they know of every change up to this number. */
      lastSeq: z.number().int().optional(),
    }),
    errors: [],
  },
  /** Some messages by their numbers, as they stand now. */
  'chat.get': {
    kind: 'query',
    access: 'account',
    input: groupInput.extend({ seqs: z.array(z.number().int().positive()).min(1).max(100) }),
    output: z.object({ items: z.array(messageViewSchema) }),
    errors: [],
  },
  /**
   * Conflict: the thread of an order that is over is closed. LimitReached (`retryAt`, `reason`): a newcomer's pace
   * (newcomer), too many calls of everyone, a silence (silenced), or hours of announcements only (announcements).
   */
  'chat.send': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({
      body: textBody.or(imageBody).or(voiceBody),
      replyTo: z.number().int().positive().nullable().default(null),
      mentionIds: z.array(idSchema).max(20).default([]),
      mentionsAll: z.boolean().default(false),
    }),
    output: z.object({ message: messageViewSchema }),
    errors: ['ContentRejected', 'Conflict', 'LimitReached', 'NotFound'],
  },
  /** Takes back what I said, within two minutes. */
  'chat.recall': {
    kind: 'command',
    access: 'account',
    input: messageInput,
    output: z.object({ message: messageViewSchema }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Asks who said it whether it should become an order: a card in the stream calls them. One card a message. */
  'chat.askToOrder': {
    kind: 'command',
    access: 'account',
    input: messageInput,
    output: z.object({ message: messageViewSchema }),
    errors: ['NotFound', 'Conflict', 'LimitReached'],
  },
  /** The one who was asked would rather not; `seq` is the card's. */
  'chat.declineOrder': {
    kind: 'command',
    access: 'account',
    input: messageInput,
    output: z.object({ message: messageViewSchema }),
    errors: ['NotFound', 'Conflict'],
  },
  'chat.thumb': {
    kind: 'command',
    access: 'account',
    input: messageInput.extend({ isOn: z.boolean() }),
    output: z.object({ message: messageViewSchema }),
    errors: ['NotFound'],
  },
  /** Words, picture or voice into another of my groups. */
  'chat.forward': {
    kind: 'command',
    access: 'account',
    input: messageInput.extend({ toGroupPath: groupPathSchema }),
    output: z.object({ message: messageViewSchema }),
    errors: ['NotFound', 'ContentRejected', 'Conflict', 'LimitReached'],
  },
  /** Whom I can call by name: those of a group whose name begins so; 20 at once. */
  'chat.members': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ groupPath: groupPathSchema, search: z.string().max(20).default('') }),
    output: pageOf(
      personCardSchema.extend({
        title: authorTitleSchema,
        avatarFileId: z.string().nullable(),
        isMe: z.boolean(),
      }),
    ),
    errors: [],
  },
  /** Quiet for me, or on top of my list. */
  'chat.prefer': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({ isMuted: z.boolean().optional(), isPinned: z.boolean().optional() }),
    output: z.object({ isMuted: z.boolean(), isPinned: z.boolean() }),
    errors: [],
  },
  'chat.markRead': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({ seq: z.number().int().nonnegative() }),
    output: z.object({ seq: z.number().int() }),
    errors: [],
  },
})

/** Within this time one takes back what one said, ms. */
export const recallWithin = 120_000
