import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { roleGrantSchema } from '../shared/role'
import { lineSchema, textSchema } from '../shared/text'
import { phoneSchema, voiceSchema } from '../shared/contact'
import { timestampSchema } from '../shared/time'
import { groupPathSchema } from '../chat/thread'
import { skillSchema } from '../handbook/skills'

export const relationSchema = z.enum(['owner', 'tenant', 'family', 'carer'])
export type Relation = z.infer<typeof relationSchema>

/**
 * How someone stands in a home. An unconfirmed neighbour reads, writes slowly and orders, but sees no personal data
 * of others. Former neighbours: moved out by themselves (`left`), by others (`removed`), or never were (`declined`).
 */
export const standingSchema = z.enum(['unconfirmed', 'confirmed', 'declined', 'left', 'removed'])
export type Standing = z.infer<typeof standingSchema>

/** What whoever vouches should look at twice: each is settled by a person, none by a rule. */
export const doubtSchema = z.enum(['unknownFlat', 'secondOwner', 'samePerson', 'nameMismatch', 'turnedAway'])
export type Doubt = z.infer<typeof doubtSchema>

/** Living somewhere: a person may have several homes. */
export const membershipSchema = z.object({
  /** The stairwell, or the building where it has none. */
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** Sealed at rest. */
  roomNumber: z.string(),
  /** The flat (see `place/schema.ts`); null: from before there were any. */
  householdId: idSchema.nullable().default(null),
  /** The micro-grid that the flat counts to. */
  gridPath: areaPathSchema.nullable().default(null),
  relation: relationSchema,
  standing: standingSchema,
  joinedAt: timestampSchema,
  /** The end of a tenancy: then it ends by itself. */
  until: timestampSchema.nullable().default(null),
  /** Who else said until when, or that there is no end; null: nobody but the person. */
  leaseBy: idSchema.nullable().default(null),
  decidedBy: idSchema.nullable(),
  decidedAt: timestampSchema.nullable(),
  /** Why it was declined, or ended. */
  reason: z.string().default(''),
  endedAt: timestampSchema.nullable().default(null),
  doubts: z.array(doubtSchema).default([]),
  /** Behind `samePerson`: the accounts that may be theirs too. */
  alikeIds: z.array(idSchema).default([]),
  /** They were removed from the building before: until somebody vouches for them the home opens nothing. */
  isHeld: z.boolean().default(false),
  /** By when someone should have vouched; after that the next level is asked (0 leader · 1 staff · 2 street). */
  vouchBy: timestampSchema.nullable().default(null),
  vouchLevel: z.number().int().min(0).max(2).default(0),
  /** When the clock is to send word: to those who vouch while nobody has, of a decision to the person. */
  tellAt: timestampSchema.nullable().default(null),
  /** Of a home that is over: the clock is still to clear up what hung on it, an office and the name in the groups. */
  clearAt: timestampSchema.nullable().default(null),
  /** "I'm in 1502", said to the leader. */
  voice: voiceSchema.nullable().default(null),
})
export type Membership = z.infer<typeof membershipSchema>

/** 1502, 15-2, A302: what estates write on doors. */
export const roomNumberSchema = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{1,8}$/)

/** Names one home of a person. */
export const homeKeySchema = z.object({ areaPath: areaPathSchema, roomNumber: roomNumberSchema })
export type HomeKey = z.infer<typeof homeKeySchema>

export const nicknameSchema = lineSchema(1, 20)
export const realNameSchema = lineSchema(2, 20)

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

/** active: has a phone · registered: on the register without one · cancelled: anonymous for ever · merged: see `mergedInto`. */
export const accountStateSchema = z.enum(['active', 'registered', 'cancelled', 'merged'])

/** How someone agreed that another acts for them. */
export const proxyConsentSchema = z.object({
  how: z.enum(['inPerson', 'byPhone', 'onPaper', 'guardian']),
  note: textSchema(0, 100),
  notedBy: idSchema,
  at: timestampSchema,
})
/** Someone who orders, rates and answers for a person. */
export const proxySchema = z.object({
  userId: idSchema,
  name: nicknameSchema,
  relation: z.enum(['family', 'neighbour', 'carer', 'guardian']),
  consent: proxyConsentSchema,
})
export type Proxy = z.infer<typeof proxySchema>
export const mostProxies = 5

/** What neighbours may know beside the nickname; all off until their owner says otherwise. */
export const sharesSchema = z.object({ realName: z.boolean(), unit: z.boolean(), phone: z.boolean() })
export type Shares = z.infer<typeof sharesSchema>
export const sharesNothing: Shares = { realName: false, unit: false, phone: false }

/** Who should be looked in on; kept by those who look after the place, and shown to nobody else but the person. */
export const careNeedSchema = z.enum(['elder', 'livesAlone', 'disabled', 'ill'])
export type CareNeed = z.infer<typeof careNeedSchema>

/** A pretended openid, for those who have none: WeChat's own never hold a colon. */
export const openidOfRegistered = (userId: string): string => `none:${userId}`

/** A person of the neighbourhood. `openid` and the fields behind it never leave the server. */
export const accountSchema = z.object({
  _id: idSchema,
  openid: z.string(),
  state: accountStateSchema.default('active'),
  nickname: nicknameSchema,
  /** Sealed at rest; for those who vouch, and on certificates. */
  realName: realNameSchema.nullable().default(null),
  /** Sealed at rest. */
  phone: phoneSchema.nullable().default(null),
  avatarFileId: z.string().nullable().default(null),
  shares: sharesSchema.default(sharesNothing),
  /** The privacy guide they agreed to; null: not yet, or no longer. */
  privacy: z.object({ version: z.string(), at: timestampSchema }).nullable().default(null),
  careNeeds: z.array(careNeedSchema).max(4).default([]),
  /** Those who act for this person. */
  proxies: z.array(proxySchema).max(mostProxies).default([]),
  /** Under 14: the one who answers for them. */
  guardianId: idSchema.nullable().default(null),
  mergedInto: idSchema.nullable().default(null),
  /** The file with all that is kept of them, which they last asked for. */
  dataFileId: z.string().nullable().default(null),
  /** A cancelled account: when the clock goes on forgetting; null once nothing is left of it. */
  forgetAt: timestampSchema.nullable().default(null),
  /** Of a cancelled account: by which its uploads are known as its own (see `_runtime/own-files.ts`). */
  uploadKey: z.string().nullable().default(null),
  memberships: z.array(membershipSchema),
  roles: z.array(roleGrantSchema),
  skills: z.array(skillSchema),
  volunteer: volunteerProfileSchema.default(newVolunteer),
  /** How many messages of each kind they still agreed to get (see `order/parts.ts`, Moment). */
  consents: z.record(z.string(), z.number().int()).default({}),
  /** The last requests counted there: sent again, they count no more. */
  consentIds: z.array(idSchema).default([]),
  /** The orders they have taken and not finished: a count at hand, put right by the orders themselves. */
  openIds: z.array(idSchema).default([]),
  /** Their last orders, against flooding; `print` tells equal texts without keeping them. */
  recentOrders: z.array(z.object({ id: idSchema, at: timestampSchema, print: z.string() })).default([]),
  /** The last messages they wrote as a newcomer, for their pace. */
  recentWords: z
    .array(z.object({ id: idSchema, at: timestampSchema, groupPath: groupPathSchema }))
    .default([]),
  createdAt: timestampSchema,
  /** For indexes, derived by `account/index-fields.ts`. */
  homeAt: z.array(areaPathSchema),
  pendingAt: z.array(areaPathSchema),
  /** Who waits longest comes first: see `pageKey`; null: nobody has to vouch for them. */
  pendingKey: z.string().nullable().default(null),
  /** Where they stand among those who live in an area, by building: see `homeKeyOf`; null: they live nowhere here. */
  homeKey: z.string().nullable().default(null),
  roleKeys: z.array(z.string()),
  householdIds: z.array(idSchema).default([]),
  /** `homeAt` of those who should be looked in on, and nothing for others. */
  careAt: z.array(areaPathSchema).default([]),
  /** For whom someone acts is asked from this side: the ids of the proxies. */
  proxyIds: z.array(idSchema).default([]),
  /** And from theirs, so that a policy knows it of the caller: for whom they act now (see `keepCharges`). */
  chargeIds: z.array(idSchema).default([]),
  /** See `nameKeysOf`. */
  nameKeys: z.array(z.string()).default([]),
  /** The earliest moment at which the clock has something to do: a tenancy or a role that ends, a vouching overdue. */
  wakeAt: timestampSchema.nullable().default(null),
})
export type Account = z.infer<typeof accountSchema>

/** What I may know of myself. */
export const myAccountSchema = accountSchema.pick({
  _id: true,
  nickname: true,
  realName: true,
  phone: true,
  avatarFileId: true,
  shares: true,
  privacy: true,
  careNeeds: true,
  proxies: true,
  chargeIds: true,
  guardianId: true,
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
