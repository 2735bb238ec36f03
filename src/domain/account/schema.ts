import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { roleGrantSchema } from '../shared/role'
import { lineSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { skillSchema } from '../handbook/skills'

export const relationSchema = z.enum(['owner', 'tenant', 'family', 'carer'])
export type Relation = z.infer<typeof relationSchema>

/** An unconfirmed neighbour reads, writes and orders, but sees no personal data of others. */
export const standingSchema = z.enum(['unconfirmed', 'confirmed', 'declined'])
export type Standing = z.infer<typeof standingSchema>

/** Living somewhere: a person may have several homes. */
export const membershipSchema = z.object({
  areaPath: areaPathSchema,
  areaName: z.string(),
  roomNumber: z.string(),
  relation: relationSchema,
  standing: standingSchema,
  joinedAt: timestampSchema,
  decidedBy: idSchema.nullable(),
  decidedAt: timestampSchema.nullable(),
})
export type Membership = z.infer<typeof membershipSchema>

export const nicknameSchema = lineSchema(1, 20)
/** 1502, 15-2, A302: what estates write on doors. */
export const roomNumberSchema = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{1,8}$/)

/** A time of the week in which a volunteer can come; minutes of the day, 0 = Sunday. */
export const weeklyTimeSchema = z
  .object({
    weekday: z.number().int().min(0).max(6),
    from: z.number().int().min(0).max(1439),
    to: z.number().int().min(1).max(1440),
  })
  .refine(({ from, to }) => from < to)

/** What a volunteer decides for themselves. */
export const volunteerProfileSchema = z.object({
  /** Orders that they want to have at once, at most. */
  cap: z.number().int().min(1).max(10),
  /** "Not this month": no offers until then. */
  offUntil: timestampSchema.nullable(),
  /** None: any time. */
  times: z.array(weeklyTimeSchema).max(21),
  /** People they would rather not go to. */
  avoids: z.array(idSchema).max(50),
})
export type VolunteerProfile = z.infer<typeof volunteerProfileSchema>
export const newVolunteer: VolunteerProfile = { cap: 3, offUntil: null, times: [], avoids: [] }

/** A person with a phone. `openid` and the fields behind it never leave the server. */
export const accountSchema = z.object({
  _id: idSchema,
  openid: z.string(),
  nickname: nicknameSchema,
  memberships: z.array(membershipSchema),
  roles: z.array(roleGrantSchema),
  skills: z.array(skillSchema),
  volunteer: volunteerProfileSchema.default(newVolunteer),
  /** How many messages of each kind they still agreed to get (see `order/parts.ts`, Moment). */
  consents: z.record(z.string(), z.number().int()).default({}),
  /** The orders they have taken and not finished: a count at hand, put right by the orders themselves. */
  openIds: z.array(idSchema).default([]),
  /** Their last orders, against flooding; `print` tells equal texts without keeping them. */
  recentOrders: z.array(z.object({ id: idSchema, at: timestampSchema, print: z.string() })).default([]),
  createdAt: timestampSchema,
  /** For indexes, derived by `account/index-fields.ts`. */
  homeAt: z.array(areaPathSchema),
  pendingAt: z.array(areaPathSchema),
  roleKeys: z.array(z.string()),
})
export type Account = z.infer<typeof accountSchema>

/** What I may know of myself. */
export const myAccountSchema = accountSchema.pick({
  _id: true,
  nickname: true,
  memberships: true,
  roles: true,
  skills: true,
  volunteer: true,
  consents: true,
  createdAt: true,
})
export type MyAccount = z.infer<typeof myAccountSchema>

/** What any neighbour may know of another. */
export const personCardSchema = z.object({ userId: idSchema, nickname: nicknameSchema })
export type PersonCard = z.infer<typeof personCardSchema>

export const toPersonCard = (account: Pick<Account, '_id' | 'nickname'>): PersonCard => ({
  userId: account._id,
  nickname: account.nickname,
})
