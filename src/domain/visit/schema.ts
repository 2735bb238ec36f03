import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

/** Somebody to look in on: an unread notice to tell of. Done once, by any of those who look after the place. */
export const visitSchema = z.object({
  _id: idSchema,
  why: z.enum(['notice']),
  noticeId: idSchema,
  title: z.string(),
  userId: idSchema,
  name: nicknameSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  gridPath: areaPathSchema.nullable(),
  /** For indexes: every area of the home, and its micro-grid. */
  areaAt: z.array(areaPathSchema),
  createdAt: timestampSchema,
  isOpen: z.boolean(),
  done: z
    .object({ by: idSchema, byName: nicknameSchema, at: timestampSchema, note: textSchema(0, 200) })
    .nullable(),
  createdKey: z.string(),
})
export type Visit = z.infer<typeof visitSchema>
