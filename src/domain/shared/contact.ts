import * as z from 'zod'

/** A file in cloud storage. */
export const fileIdSchema = z.string().regex(/^cloud:\/\/\S{1,300}$/)
const madeByUs = /^cloud:\/\/[^/]+\/(?:certificates|exports|imports|invitations|my-data|papers)\//
/**
 * A picture or voice that a phone has uploaded: what is given as one's own is deleted as one's own, and so it must
 * be none of the papers, codes and lists.
 */
export const uploadSchema = fileIdSchema.refine((fileId) => !madeByUs.test(fileId))
/** A Chinese mobile number. */
export const phoneSchema = z.string().regex(/^1[3-9]\d{9}$/)

/** Something said: at most a minute. */
export const voiceSchema = z.object({ fileId: uploadSchema, seconds: z.number().min(0.5).max(60) })
export type Voice = z.infer<typeof voiceSchema>
