import * as z from 'zod'
import { areaPathSchema, isHomeIn, type AreaPath, type HomePlace } from './area'
import { timestampSchema } from './time'

/** What a person may be appointed to; being a resident is a membership, not a role. */
export const roles = [
  'volunteer',
  'microGridLeader',
  'gridWorker',
  'communityStaff',
  'mediator',
  'propertyManager',
  'streetOffice',
] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** A role and the area (or micro-grid) it is held for. */
export const roleGrantSchema = z.object({
  role: roleSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  since: timestampSchema,
  /** The end of the appointment; null: none was set. */
  until: timestampSchema.nullable().default(null),
  /** The appointment behind it; null: from before there were any. */
  appointmentId: z.string().nullable().default(null),
})
export type RoleGrant = z.infer<typeof roleGrantSchema>

/** Is one of `wanted` held for the place, for an area that holds it, or for its micro-grid? */
export const holdsRoleAt = (
  grants: readonly RoleGrant[],
  wanted: readonly Role[],
  place: HomePlace,
): boolean => grants.some((grant) => wanted.includes(grant.role) && isHomeIn(place, grant.areaPath))

/** The same where there is no home to speak of: the leader of a micro-grid holds it for no whole area. */
export const holdsRole = (
  grants: readonly RoleGrant[],
  wanted: readonly Role[],
  areaPath: AreaPath,
): boolean => holdsRoleAt(grants, wanted, { areaPath })

/** The form of a grant that an index can answer: who holds this role for this very area. */
export const roleKey = (role: Role, areaPath: AreaPath): string => `${role}@${areaPath}`
