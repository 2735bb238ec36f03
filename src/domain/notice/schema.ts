import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { ancestorsOf, areaPathSchema, type AreaPath } from '../shared/area'
import { idSchema } from '../shared/ids'
import { lineSchema, textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

export const noticeTitleSchema = lineSchema(2, 40)
export const noticeTextSchema = textSchema(2, 1000)

/** A notice to everyone who lives in an area. */
export const noticeSchema = z.object({
  _id: idSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
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
  readAt: timestampSchema,
})
export const noticeReadId = (noticeId: string, userId: string): string => `${noticeId}:${userId}`
