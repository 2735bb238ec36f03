import * as z from 'zod'
import { areaLevels, areaPathSchema } from '../shared/area'

/** A place on the map of the neighbourhood; its path is its id. */
export const areaSchema = z.object({
  _id: areaPathSchema,
  level: z.enum(areaLevels),
  /** As people say it: 4栋. */
  name: z.string(),
  /** With what it lies in, from the estate down: 幸福里小区 4栋. */
  fullName: z.string(),
})
export type Area = z.infer<typeof areaSchema>
