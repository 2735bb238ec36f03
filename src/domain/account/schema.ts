import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { roleGrantSchema } from '../shared/role'
import { lineSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { serviceSchema } from '../order/services'

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

/** A person with a phone. `openid` and the fields behind it never leave the server. */
export const accountSchema = z.object({
  _id: idSchema,
  openid: z.string(),
  nickname: nicknameSchema,
  memberships: z.array(membershipSchema),
  roles: z.array(roleGrantSchema),
  skills: z.array(serviceSchema),
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
