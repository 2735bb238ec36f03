import * as z from 'zod'

/** What volunteers can do, and services may ask for; `src/copy/services.ts` has the words. */
export const skills = [
  'gas',
  'hospital',
  'phone',
  'repair',
  'electric',
  'shopping',
  'visit',
  'carry',
  'driving',
  'firstAid',
  'haircut',
  'children',
  'paperwork',
] as const
export const skillSchema = z.enum(skills)
export type Skill = z.infer<typeof skillSchema>
