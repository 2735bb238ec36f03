import * as z from 'zod'
import { areaPathSchema, isWithin, type AreaPath } from './area'
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

/** A role and the area it is held for. */
export const roleGrantSchema = z.object({
  role: roleSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  since: timestampSchema,
})
export type RoleGrant = z.infer<typeof roleGrantSchema>

/** Is one of `wanted` held for the area or for one that holds it? */
export const holdsRole = (
  grants: readonly RoleGrant[],
  wanted: readonly Role[],
  areaPath: AreaPath,
): boolean => grants.some((grant) => wanted.includes(grant.role) && isWithin(areaPath, grant.areaPath))

/** The form of a grant that an index can answer: who holds this role for this very area. */
export const roleKey = (role: Role, areaPath: AreaPath): string => `${role}@${areaPath}`
