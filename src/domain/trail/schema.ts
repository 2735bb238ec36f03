import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { timestampSchema } from '../shared/time'

/** What can happen to someone's standing. */
export const trailEventSchema = z.enum([
  'joined',
  'confirmed',
  'declined',
  'vouchOverdue',
  'left',
  'removed',
  'moved',
  'leaseSet',
  'leaseEnded',
  'registered',
  'corrected',
  'proxyNamed',
  'proxyEnded',
  'tookOver',
  'merged',
  'roleApplied',
  'roleProposed',
  'roleAgreed',
  'roleSigned',
  'roleRefused',
  'roleEnded',
  'roleHandedOver',
  'seriesStopped',
  'mediaRefused',
  'privacyAgreed',
  'privacyWithdrawn',
  'cancelled',
])
export type TrailEvent = z.infer<typeof trailEventSchema>

/** One line of what happened to a person: written once, never changed. */
export const trailLineSchema = z.object({
  _id: idSchema,
  event: trailEventSchema,
  /** Whom it happened to. */
  userId: idSchema,
  areaPath: areaPathSchema.nullable(),
  areaName: z.string(),
  /** null: the clock. */
  by: idSchema.nullable(),
  byName: z.string(),
  at: timestampSchema,
  /** Why, in somebody's words; it holds no flat and no phone number. */
  note: z.string(),
  /** The role, where it is about one. */
  role: z.string().nullable(),
  /** Whose name the note is, where it is one. */
  about: idSchema.nullable().default(null),
  /** For indexes: see `pageKey`. */
  atKey: z.string(),
})
export type TrailLine = z.infer<typeof trailLineSchema>
export const trailViewSchema = trailLineSchema.omit({
  userId: true,
  by: true,
  about: true,
  atKey: true,
  areaPath: true,
})

/** What of someone's personal data was looked at. */
export const accessKindSchema = z.enum(['person', 'flat', 'phone', 'realName', 'list', 'care'])
export type AccessKind = z.infer<typeof accessKindSchema>

/** Someone looked at another's personal data; shown to the one it is about. */
export const accessSchema = z.object({
  _id: z.string(),
  userId: idSchema,
  kind: accessKindSchema,
  by: idSchema,
  byName: z.string(),
  /** The role they did it in. */
  role: z.string(),
  areaName: z.string(),
  at: timestampSchema,
  atKey: z.string(),
})
export type Access = z.infer<typeof accessSchema>
export const accessViewSchema = accessSchema.pick({
  _id: true,
  kind: true,
  byName: true,
  role: true,
  areaName: true,
  at: true,
})
