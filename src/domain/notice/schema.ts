import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { ancestorsOf, areaPathSchema, type AreaPath } from '../shared/area'
import { idSchema } from '../shared/ids'
import { entryIdSchema } from '../handbook/schema'
import { fileIdSchema } from '../shared/contact'
import { lineSchema, textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

export const noticeTitleSchema = lineSchema(2, 40)
export const noticeTextSchema = textSchema(2, 1000)

/** What a notice asks to do: order a service, open a page of ours, call somebody. */
export const noticeButtonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), serviceId: entryIdSchema }),
  z.object({ kind: z.literal('page'), page: z.enum(['guide', 'orders', 'directory', 'chat']) }),
  z.object({ kind: z.literal('call'), name: lineSchema(1, 20), phone: z.string().regex(/^[0-9-]{3,20}$/) }),
])
export type NoticeButton = z.infer<typeof noticeButtonSchema>

/** scheduled: goes out by itself · published · withdrawn: taken back, with a reason · expired: no longer holds. */
export const noticeStateSchema = z.enum(['scheduled', 'published', 'withdrawn', 'expired'])

/** A notice to everyone who lives in some areas. */
export const noticeSchema = z.object({
  _id: idSchema,
  /** The first of its areas. */
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** All of them; from before there could be several: none, which means the first alone. */
  areas: z
    .array(z.object({ areaPath: areaPathSchema, areaName: z.string() }))
    .max(50)
    .default([]),
  isUrgent: z.boolean().default(false),
  photoFileIds: z.array(fileIdSchema).max(9).default([]),
  button: noticeButtonSchema.nullable().default(null),
  state: noticeStateSchema.default('published'),
  /** Until when it holds; an urgent one always says. */
  expiresAt: timestampSchema.nullable().default(null),
  /** When those who should be looked in on and have not read it become visits of their leader. */
  visitAt: timestampSchema.nullable().default(null),
  remindedAt: timestampSchema.nullable().default(null),
  withdrawnReason: z.string().default(''),
  /** Whom it went to, counted when it went out. */
  recipients: z
    .object({ residents: z.number().int(), households: z.number().int() })
    .nullable()
    .default(null),
  /** The clock's next step: going out, visits, expiry. */
  wakeAt: timestampSchema.nullable().default(null),
  title: noticeTitleSchema,
  text: noticeTextSchema,
  authorId: idSchema,
  authorName: nicknameSchema,
  publishedAt: timestampSchema,
  publishedKey: z.string(),
  /** For indexes: see `addressKeys`. */
  addressKeys: z.array(z.string()),
})
export type Notice = z.infer<typeof noticeSchema>

/** How a notice is found: by those who live in its area (`to:`), and by those who look after an area above (`under:`). */
export const addressKeys = {
  ofNotice: (areaPath: AreaPath): string[] => [
    `to:${areaPath}`,
    ...ancestorsOf(areaPath).map((above) => `under:${above}`),
  ],
  /** For a person with these homes, who looks after these areas. */
  wanted: (homes: readonly AreaPath[], lookedAfter: readonly AreaPath[]): string[] => [
    ...new Set([
      ...[...homes, ...lookedAfter].flatMap((place) => ancestorsOf(place).map((above) => `to:${above}`)),
      ...lookedAfter.map((area) => `under:${area}`),
    ]),
  ],
}

/** Someone has read a notice. */
export const noticeReadSchema = z.object({
  _id: z.string(),
  noticeId: idSchema,
  userId: idSchema,
  /** The flats for which it counts as read. */
  householdIds: z.array(idSchema).default([]),
  readAt: timestampSchema,
})
export const noticeReadId = (noticeId: string, userId: string): string => `${noticeId}:${userId}`
