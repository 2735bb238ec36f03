import * as z from 'zod'
import { relationSchema, roomNumberSchema } from '../account/schema'
import { areaPathSchema, placeLevels } from '../shared/area'
import { idSchema } from '../shared/ids'
import { lineSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

/** As people say it: 4栋, 12幢, 1单元, 3号微网格. */
export const placeNameSchema = lineSchema(1, 20)

/** A place on the map of the neighbourhood; its path is its id. */
export const areaSchema = z.object({
  _id: areaPathSchema,
  level: z.enum(placeLevels),
  name: placeNameSchema,
  /** With what it lies in, from the estate down: 幸福里小区 4栋. */
  fullName: z.string(),
  /** Among its siblings: 2栋 before 10栋. */
  order: z.number().int().nonnegative().default(0),
  /** No longer there; kept for what happened in it. */
  retiredAt: timestampSchema.nullable().default(null),
  /** The request that put it on the map, so that its retry is told from somebody else's. */
  requestId: z.string().nullable().default(null),
})
export type Area = z.infer<typeof areaSchema>

export const floorSchema = z.number().int().min(-5).max(120)

/** A flat. Who lives there is said by the memberships of accounts, not here. */
export const householdSchema = z.object({
  /** A fingerprint of its stairwell and room number, so that a flat is found without a list being read. */
  _id: idSchema,
  /** The stairwell, or the building where it has none. */
  areaPath: areaPathSchema,
  buildingPath: areaPathSchema,
  estatePath: areaPathSchema,
  areaName: z.string(),
  gridPath: areaPathSchema.nullable(),
  floor: floorSchema.nullable(),
  /** Sealed at rest. */
  roomNumber: roomNumberSchema,
  /** Whom the office's register names for it; sealed at rest. Only those who vouch see it. */
  register: z.array(z.object({ name: lineSchema(1, 20), relation: relationSchema })).max(12),
  /** Added by someone who joined, and not on the office's list. */
  isUnlisted: z.boolean(),
  updatedAt: timestampSchema,
})
export type Household = z.infer<typeof householdSchema>

/**
 * What an estate held when the clock last counted: read instead of being counted anew where that would read thousands
 * of documents while somebody waits. It holds no person.
 */
export const estateCountSchema = z.object({
  /** The estate. */
  _id: areaPathSchema,
  /** On the map, lived in or not. */
  flats: z.number().int().nonnegative(),
  residents: z.number().int().nonnegative(),
  /** Flats in which somebody who is known here lives. */
  households: z.number().int().nonnegative(),
  /** Residents who should be looked in on. */
  needCare: z.number().int().nonnegative(),
  countedAt: timestampSchema,
})
export type EstateCount = z.infer<typeof estateCountSchema>

/** What a flat is found by: see `blind` of `_runtime/sealing.ts`. 15-2 and 1502 are two flats; a1 and A1 are one. */
export const householdPrint = (areaPath: string, roomNumber: string): string =>
  `${areaPath}${roomNumber.trim().toUpperCase()}`

/** The floor that a room number tells of: 1502 → 15, 302 → 3, 15-2 → 15; null where it tells none. */
export function floorOf(roomNumber: string): number | null {
  const dashed = /^(\d{1,2})-\d+$/.exec(roomNumber)
  if (dashed) return Number(dashed[1])
  const digits = /^[A-Za-z]?(\d{3,5})$/.exec(roomNumber)?.[1]
  return digits ? Number(digits.slice(0, -2)) : null
}

/**
 * A list of flats that was read, checked, and is being put in place (`ready`, `running`, `done`); one that was refused
 * or given up (`cancelled`); one whose file was lost on the way (`failed`); or one that was written out (`exported`). Their files hold names: the clock deletes them.
 */
export const importStates = ['ready', 'running', 'done', 'cancelled', 'failed', 'exported'] as const
export const placeImportSchema = z.object({
  _id: idSchema,
  estatePath: areaPathSchema,
  fileId: z.string(),
  by: idSchema,
  at: timestampSchema,
  state: z.enum(importStates),
  /** Flats put in place, of how many. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** When the clock goes on with it where the phone stopped, or deletes its file; null: that is gone. */
  wakeAt: timestampSchema.nullable(),
})
export type PlaceImport = z.infer<typeof placeImportSchema>
