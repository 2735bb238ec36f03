import * as z from 'zod'

/** A file in cloud storage. */
export const fileIdSchema = z.string().regex(/^cloud:\/\/\S{1,300}$/)
/** A Chinese mobile number. */
export const phoneSchema = z.string().regex(/^1[3-9]\d{9}$/)

/** Something said: at most a minute. */
export const voiceSchema = z.object({ fileId: fileIdSchema, seconds: z.number().min(0.5).max(60) })
export type Voice = z.infer<typeof voiceSchema>
