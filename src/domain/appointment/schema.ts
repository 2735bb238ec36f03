import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { skillSchema } from '../handbook/skills'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { roleSchema } from '../shared/role'
import { timestampSchema } from '../shared/time'

/**
 * applied: a resident offers to help · proposed: someone was named, another has to agree · agreed: all have, and it
 * begins by the clock at `since` · active · refused · ended. Only an active one gives the role.
 */
export const appointmentStateSchema = z.enum(['applied', 'proposed', 'agreed', 'active', 'refused', 'ended'])
export type AppointmentState = z.infer<typeof appointmentStateSchema>

export const signatureSchema = z.object({ userId: idSchema, name: nicknameSchema, at: timestampSchema })

export type Signature = z.infer<typeof signatureSchema>

/** A role for an area, from a day to a day, with everyone who agreed to it. */
export const appointmentSchema = z.object({
  _id: idSchema,
  userId: idSchema,
  name: nicknameSchema,
  role: roleSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** For indexes: the area and all above it. */
  areaAt: z.array(areaPathSchema),
  state: appointmentStateSchema,
  /** What an applicant says of themselves. */
  note: z.string(),
  skills: z.array(skillSchema),
  /** When it began, or is to begin; null: as soon as all have agreed. */
  since: timestampSchema.nullable(),
  until: timestampSchema.nullable(),
  /** Who named them, and who agreed: staff are appointed by two. */
  signatures: z.array(signatureSchema),
  endedAt: timestampSchema.nullable(),
  endedBy: signatureSchema.nullable(),
  reason: z.string(),
  /** Who took over. */
  successorId: idSchema.nullable(),
  /** A successor named: whose appointment ends once this one is signed. */
  replaces: z.object({ appointmentId: idSchema, userId: idSchema, name: nicknameSchema }).nullable(),
  /** Ended: when to look (again) for what they still have on their hands; null: all of it is passed on. */
  handoverAt: timestampSchema.nullable(),
  version: z.number().int().nonnegative(),
  createdAt: timestampSchema,
  createdKey: z.string(),
  /** Unique: a person has one open or active appointment to a role for an area; see `liveKeyOf`. */
  liveKey: z.string(),
})
export type Appointment = z.infer<typeof appointmentSchema>
