import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { momentSchema } from '../order/parts'
import { toldEvents } from '../order/thread-line'
import { idSchema } from '../shared/ids'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { groupPathSchema } from './thread'

export const messageTextSchema = textSchema(1, 1000)

/** What a message holds: words, a picture, or a line that the house itself writes. */
export const messageBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: messageTextSchema }),
  z.object({ kind: z.literal('image'), fileId: z.string().regex(/^cloud:\/\/\S{1,300}$/) }),
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
  }),
])
export type MessageBody = z.infer<typeof messageBodySchema>

/** How the author stands in the group; shown beside the name. */
export const authorTitleSchema = z.enum([
  'neighbour',
  'newcomer',
  'volunteer',
  'microGridLeader',
  'communityStaff',
])
export type AuthorTitle = z.infer<typeof authorTitleSchema>

export const messageSchema = z.object({
  _id: idSchema,
  /** The building's path, or the thread of an order. */
  groupPath: groupPathSchema,
  /** 1, 2, 3 … without a gap: the one order that all phones show. */
  seq: z.number().int().positive(),
  authorId: idSchema.nullable(),
  authorName: z.string(),
  authorTitle: authorTitleSchema,
  body: messageBodySchema,
  sentAt: timestampSchema,
})
export type Message = z.infer<typeof messageSchema>

/** How far someone has read a group. */
export const readMarkSchema = z.object({
  _id: z.string(),
  userId: idSchema,
  groupPath: groupPathSchema,
  seq: z.number().int().nonnegative(),
})
export const readMarkId = (userId: string, groupPath: string): string => `${userId}:${groupPath}`
