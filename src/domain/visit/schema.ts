import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { timestampSchema } from '../shared/time'

/** Somebody to look in on: a notice to tell of that nobody in the flat has read. Done once, by any of those who look after the place. */
export const visitSchema = z.object({
  /** Made of the notice's id and the person's: one visit for both. */
  _id: idSchema,
  noticeId: idSchema,
  title: z.string(),
  person: personRefSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** For indexes: every area of the home, and its micro-grid. */
  areaAt: z.array(areaPathSchema),
  createdAt: timestampSchema,
  isOpen: z.boolean(),
  /** `by` null: they have read it meanwhile, or the notice holds no more. */
  done: z.object({ by: personRefSchema.nullable(), at: timestampSchema, note: z.string() }).nullable(),
  /** Everyone named in it, for `forgetPerson`. */
  namedIds: z.array(z.string()),
  createdKey: z.string(),
})
export type Visit = z.infer<typeof visitSchema>
