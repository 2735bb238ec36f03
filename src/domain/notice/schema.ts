import * as z from 'zod'
import { entryIdSchema } from '../handbook/schema'
import { ancestorsOf, areaPathSchema, type AreaPath } from '../shared/area'
import { uploadSchema } from '../shared/contact'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { lineSchema, textSchema } from '../shared/text'
import { hours, timestampSchema } from '../shared/time'

export const noticeTitleSchema = lineSchema(2, 40)
export const noticeTextSchema = textSchema(2, 1000)

/** What a notice asks to do: order a service, open a page of ours, call somebody. */
export const noticeButtonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), serviceId: entryIdSchema }),
  z.object({ kind: z.literal('page'), page: z.enum(['guide', 'orders', 'directory', 'chat']) }),
  z.object({
    kind: z.literal('call'),
    name: lineSchema(1, 20),
    phone: z.string().regex(/^[0-9-]{3,20}$/),
  }),
])
export type NoticeButton = z.infer<typeof noticeButtonSchema>

/** scheduled: goes out by itself at `publishedAt` · published · withdrawn: taken back, with a reason. */
export const noticeStateSchema = z.enum(['scheduled', 'published', 'withdrawn'])

/** What the clock still does for a notice, in bounded batches: `after` is where the last batch ended. */
export const noticeWorkSchema = z.object({
  /** post: a card into each group of its areas · remind: a message to each of those who haven't read it · visit: who should be looked in on. */
  kind: z.enum(['post', 'remind', 'visit']),
  after: z.string(),
})
export type NoticeWork = z.infer<typeof noticeWorkSchema>

export const mostAreas = 50
export const mostPhotos = 9
/** A common notice goes to a group at most so often, ms. */
export const commonPace = hours(1)
/** An urgent one holds so long at most, ms. */
export const longestUrgent = hours(72)

/** A notice to everyone who lives in some areas. */
export const noticeSchema = z.object({
  _id: idSchema,
  /** None inside another. */
  areas: z
    .array(z.object({ areaPath: areaPathSchema, areaName: z.string() }))
    .min(1)
    .max(mostAreas),
  title: noticeTitleSchema,
  text: noticeTextSchema,
  photoFileIds: z.array(uploadSchema).max(mostPhotos),
  /** How many more there were, until WeChat's check refused them. */
  photosRefused: z.number().int().nonnegative().default(0),
  button: noticeButtonSchema.nullable(),
  isUrgent: z.boolean(),
  state: noticeStateSchema,
  author: personRefSchema,
  /** When it goes out, or went. */
  publishedAt: timestampSchema,
  /** Until when it holds; an urgent one always says. */
  expiresAt: timestampSchema.nullable(),
  /** When those who should be looked in on, and in whose flat nobody has read it, become visits. */
  visitAt: timestampSchema.nullable(),
  remindedAt: timestampSchema.nullable(),
  /** The request that reminded, so that its retry is told from another reminder. */
  remindedBy: z.string().nullable(),
  withdrawn: z.object({ reason: z.string(), by: personRefSchema, at: timestampSchema }).nullable(),
  /** Whom it went to, counted when it was written. */
  recipients: z.object({ residents: z.number().int(), households: z.number().int() }),
  /**
   * How many have read it, by kind of reader, as the clock has counted them last: told only where they are too many to
   * be counted for each who asks (see `chat/notice/present-notice.ts`).
   */
  readCounts: z
    .object({ person: z.number().int().default(0), household: z.number().int().default(0) })
    .default({ person: 0, household: 0 }),
  /** When somebody read it last whom the clock has not counted for certain; null: all are counted. */
  lastReadAt: timestampSchema.nullable().default(null),
  work: z.array(noticeWorkSchema).max(3),
  /** The clock's next step; null: none. */
  wakeAt: timestampSchema.nullable(),
  publishedKey: z.string(),
  /** For indexes: see `addressKeys`. */
  addressKeys: z.array(z.string()),
  /** Everyone named in it, for `forgetPerson`. */
  namedIds: z.array(z.string()),
  version: z.number().int().nonnegative(),
})
export type Notice = z.infer<typeof noticeSchema>

/** How a notice is found: by those who live in one of its areas (`to:`), and by those who look after an area above (`under:`). */
export const addressKeys = {
  ofNotice: (areaPaths: readonly AreaPath[]): string[] => [
    ...new Set([
      ...areaPaths.map((areaPath) => `to:${areaPath}`),
      ...areaPaths.flatMap(ancestorsOf).map((above) => `under:${above}`),
    ]),
  ],
  /** For a person with these homes, who looks after these areas. */
  wanted: (homes: readonly AreaPath[], lookedAfter: readonly AreaPath[]): string[] => [
    ...new Set([
      ...[...homes, ...lookedAfter].flatMap((place) => ancestorsOf(place).map((above) => `to:${above}`)),
      ...lookedAfter.map((area) => `under:${area}`),
    ]),
  ],
}

/**
 * A person has read a notice, or somebody in a flat has: one document for each, so that both can be counted. Whoever
 * looks at it without living there (`onlooker`) is none of those whom it went to.
 */
export const noticeReadSchema = z.object({
  _id: z.string(),
  kind: z.enum(['person', 'household', 'onlooker']),
  noticeId: idSchema,
  /** The one who read it, for a flat the first. */
  userId: idSchema,
  readAt: timestampSchema,
})
export type NoticeRead = z.infer<typeof noticeReadSchema>
/** @param readerId a person's or a household's */
export const noticeReadId = (noticeId: string, readerId: string): string => `${noticeId}:${readerId}`
