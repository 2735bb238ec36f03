import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { momentSchema } from '../order/parts'
import { toldEvents } from '../order/thread-line'
import { fileIdSchema } from '../shared/contact'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { groupPathSchema } from './thread'

export const messageTextSchema = textSchema(1, 1000)

const seqSchema = z.number().int().positive()

/** What a message holds: words, a picture, a voice, a card for something that has a page of its own, or a line that the house itself writes. */
export const messageBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: messageTextSchema }),
  z.object({ kind: z.literal('image'), fileId: fileIdSchema }),
  /** `peaks`: loudness over time, 0–100, at most 60 of them. */
  z.object({
    kind: z.literal('voice'),
    fileId: fileIdSchema,
    seconds: z.number().min(0.5).max(60),
    peaks: z.array(z.number().int().min(0).max(100)).max(60),
  }),
  z.object({ kind: z.literal('joined'), nickname: nicknameSchema }),
  /** In an order's thread: what became of it, and whose doing it was; nobody's where the clock did it. */
  z.object({ kind: z.literal('event'), event: z.enum(toldEvents), name: z.string() }),
  /** In an order's thread: meant for one whom no message of WeChat reached. `names`: who comes, or came. */
  z.object({
    kind: z.literal('mention'),
    userId: idSchema,
    name: z.string(),
    moment: momentSchema,
    names: z.array(z.string()),
    /** Whose names these are, in the same order. */
    nameIds: z.array(idSchema).default([]),
  }),
  /** A request for help that a message became; how it stands is asked from the order (`order.glance`). */
  z.object({ kind: z.literal('order'), orderId: idSchema, of: seqSchema, serviceName: z.string() }),
  /** Somebody would make an order of what another said, who is asked first. */
  z.object({
    kind: z.literal('orderAsk'),
    of: seqSchema,
    excerpt: z.string(),
    to: personRefSchema,
    answer: z.enum(['none', 'declined', 'ordered']),
  }),
  /** `isReminder`: it was there before, and not all have read it. */
  z.object({
    kind: z.literal('notice'),
    noticeId: idSchema,
    title: z.string(),
    isUrgent: z.boolean(),
    isReminder: z.boolean(),
  }),
  /** Gathered, or settled; then with what was decided. */
  z.object({
    kind: z.literal('topic'),
    topicId: idSchema,
    what: z.enum(['opened', 'settled', 'reopened']),
    title: z.string(),
    decision: z.string(),
  }),
  /** What was promised, put off, or told in the end, and to whom. */
  z.object({
    kind: z.literal('promise'),
    promiseId: idSchema,
    what: z.enum(['made', 'delayed', 'kept']),
    of: seqSchema,
    words: z.string(),
    to: personRefSchema,
    dueAt: timestampSchema,
  }),
  /** Its author changed how the group works (nobody, where WeChat's check refused the code); `hours` in minutes of the day. */
  z.object({
    kind: z.literal('house'),
    what: z.enum(['hours', 'noHours', 'wechatCode', 'noWechatCode', 'refusedWechatCode']),
    hours: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  }),
  /**
   * An earlier message has changed (taken back, removed, checked, given a thumb): phones that catch up see it in its turn
   * and ask for that message anew. It is no line of the chat.
   */
  z.object({ kind: z.literal('change'), of: seqSchema }),
])
export type MessageBody = z.infer<typeof messageBodySchema>
/** What a person says. */
export type SaidBody = Extract<MessageBody, { kind: 'text' | 'image' | 'voice' }>

/** How the author stands in the group; shown beside the name. */
export const authorTitleSchema = z.enum([
  'neighbour',
  'newcomer',
  /** They have moved out, or were removed, since they said it. */
  'formerNeighbour',
  'volunteer',
  'microGridLeader',
  'communityStaff',
])
export type AuthorTitle = z.infer<typeof authorTitleSchema>

/** recalled: by its author · removed: by those who look after the group; neither shows what was said. */
export const messageStateSchema = z.enum(['normal', 'recalled', 'removed'])
/** What the platform says of a picture or a voice; until it has passed, only its author sees it. */
export const mediaCheckSchema = z.enum(['none', 'pending', 'passed', 'risky'])

export const messageSchema = z.object({
  _id: idSchema,
  /** A building's, stairwell's or micro-grid's path, a circle (`chat/thread.ts`), or the thread of an order. */
  groupPath: groupPathSchema,
  /** 1, 2, 3 … without a gap: the one order that all phones show. */
  seq: seqSchema,
  authorId: idSchema.nullable(),
  authorName: z.string(),
  authorTitle: authorTitleSchema,
  /** Their picture, as it was then. */
  authorAvatar: z.string().nullable().default(null),
  body: messageBodySchema,
  sentAt: timestampSchema,
  /** What it answers to, as it was then. */
  replyTo: z
    .object({
      seq: seqSchema,
      name: z.string(),
      excerpt: z.string(),
      authorId: idSchema.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Who is called by name; staff and leaders may call all. */
  mentions: z
    .array(z.object({ userId: idSchema, name: nicknameSchema }))
    .max(20)
    .default([]),
  mentionsAll: z.boolean().default(false),
  /** Whose names stand in it, beside its author's: it is found by them once they have to be forgotten. */
  namedIds: z.array(idSchema).default([]),
  /** What it is found by among those that call somebody: see `callsIn`. */
  callsIds: z.array(z.string()).default([]),
  /** Those who gave it a thumb, about `mostThumbs` of them. */
  thumbs: z.array(idSchema).default([]),
  state: messageStateSchema.default('normal'),
  mediaCheck: mediaCheckSchema.default('none'),
  /** WeChat's id of the check under way. */
  traceId: z.string().nullable().default(null),
  /** When to ask about it again, should no verdict have come; null: there is nothing to ask. */
  recheckAt: timestampSchema.nullable().default(null),
  /** From which group it was forwarded. */
  forwardedFrom: z.string().nullable().default(null),
  /** What it has become. */
  became: z
    .object({ kind: z.enum(['order', 'promise']), id: idSchema })
    .nullable()
    .default(null),
  /** A line of the chat, counted as unread; a `change` is none. */
  isLine: z.boolean().default(true),
})
export type Message = z.infer<typeof messageSchema>

/** More than so many thumbs are not counted: a message stays one that can be read. */
export const mostThumbs = 500

/** What a message is when nothing more is said of it. */
export const plainMessage = {
  authorAvatar: null,
  replyTo: null,
  mentions: [],
  mentionsAll: false,
  namedIds: [],
  callsIds: [],
  thumbs: [],
  state: 'normal',
  mediaCheck: 'none',
  traceId: null,
  recheckAt: null,
  forwardedFrom: null,
  became: null,
  isLine: true,
} satisfies Partial<Message>

/** How far someone has read a group, and how they want to hear of it. */
export const readMarkSchema = z.object({
  _id: z.string(),
  userId: idSchema,
  groupPath: groupPathSchema,
  seq: z.number().int().nonnegative(),
  isMuted: z.boolean().default(false),
  isPinned: z.boolean().default(false),
})
export type ReadMark = z.infer<typeof readMarkSchema>
export const readMarkId = (userId: string, groupPath: string): string => `${userId}:${groupPath}`
