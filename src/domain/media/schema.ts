import * as z from 'zod'
import { fileIdSchema, type Voice } from '../shared/contact'
import { idSchema } from '../shared/ids'
import { timestampSchema } from '../shared/time'

export const mediaKindSchema = z.enum(['voice', 'image'])

/** A picture or a voice that somebody has uploaded. */
export const mediaSchema = z.object({ kind: mediaKindSchema, fileId: fileIdSchema })
export type Media = z.infer<typeof mediaSchema>

/**
 * Where it stands, beside what is said in groups. account: a person's picture, or what they said to those who vouch
 * for them · group: the code of its WeChat group. `id`: the document's.
 */
export const mediaPlaceSchema = z.object({
  kind: z.enum(['order', 'series', 'notice', 'group', 'account']),
  id: z.string().min(1),
})
export type MediaPlace = z.infer<typeof mediaPlaceSchema>

/**
 * What WeChat has still to say of a picture or a voice. It is shown meanwhile to those who have a part in it, and
 * taken out of its place should the verdict be a bad one; with the verdict this goes. Once per file and place.
 */
export const mediaCheckSchema = mediaSchema.extend({
  _id: idSchema,
  of: mediaPlaceSchema,
  /** Who gave it, and in whose name WeChat is asked. */
  byUserId: idSchema,
  givenAt: timestampSchema,
  /** WeChat's id of the question under way; null: it has to be asked. */
  traceId: z.string().nullable(),
  /** When it is asked, first or again. */
  recheckAt: timestampSchema,
})
export type MediaCheck = z.infer<typeof mediaCheckSchema>

/** The files of what somebody gives. */
export const mediaOf = ({
  photoFileIds = [],
  voice = null,
}: {
  photoFileIds?: readonly string[]
  voice?: Voice | null
}): Media[] => [
  ...photoFileIds.map((fileId) => ({ kind: 'image' as const, fileId })),
  ...(voice ? [{ kind: 'voice' as const, fileId: voice.fileId }] : []),
]
