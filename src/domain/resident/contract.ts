import * as z from 'zod'
import {
  accountSchema,
  accountStateSchema,
  careNeedSchema,
  membershipSchema,
  nicknameSchema,
  personCardSchema,
  proxyConsentSchema,
  proxySchema,
  realNameSchema,
  relationSchema,
  roomNumberSchema,
} from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { phoneSchema } from '../shared/contact'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { trailViewSchema } from '../trail/schema'

/** A line of the register, as those who look after the place read it. */
const residentRow = personCardSchema.extend({
  state: accountStateSchema,
  avatarFileId: z.string().nullable(),
  /** Masked: 王* */
  maskedName: z.string().nullable(),
  areaPath: areaPathSchema,
  areaName: z.string(),
  roomNumber: z.string(),
  relation: relationSchema,
  standing: membershipSchema.shape.standing,
  until: membershipSchema.shape.until,
})
export type ResidentRow = z.infer<typeof residentRow>

/** A person in full, for those who look after them; each look is noted and shown to them. */
const residentView = personCardSchema.extend({
  state: accountStateSchema,
  avatarFileId: z.string().nullable(),
  realName: z.string().nullable(),
  phone: z.string().nullable(),
  memberships: z.array(membershipSchema),
  proxies: z.array(proxySchema),
  /** For whom they act. */
  charges: z.array(personCardSchema),
  roles: accountSchema.shape.roles,
  guardianName: z.string().nullable(),
  /** For those who look after the place, and the person; nothing for a housemate. */
  careNeeds: z.array(careNeedSchema).default([]),
  trail: z.array(trailViewSchema),
  allowedActions: z.array(
    z.enum(['confirm', 'remove', 'setLease', 'correct', 'nameProxy', 'inviteToTakeOver', 'merge']),
  ),
})
export type ResidentView = z.infer<typeof residentView>

export const residentContracts = defineContracts({
  /** The people of an area or micro-grid that I look after. */
  'resident.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ areaPath: areaPathSchema }),
    output: pageOf(residentRow),
    errors: [],
  },
  /** By name (real or nick) within an area, or by flat within a building or stairwell. */
  'resident.find': {
    kind: 'query',
    access: 'account',
    input: z.object({
      areaPath: areaPathSchema,
      by: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('name'), name: z.string().trim().min(1).max(20) }),
        z.object({ kind: z.literal('flat'), roomNumber: roomNumberSchema }),
      ]),
    }),
    output: z.object({ items: z.array(residentRow) }),
    errors: [],
  },
  'resident.get': {
    kind: 'query',
    access: 'account',
    input: z.object({ userId: idSchema }),
    output: z.object({ resident: residentView }),
    errors: ['NotFound'],
  },
  /** Puts someone without a phone on the register, or corrects what stands there. */
  'resident.put': {
    kind: 'command',
    access: 'account',
    input: z.object({
      userId: idSchema.nullable(),
      nickname: nicknameSchema,
      realName: realNameSchema.nullable(),
      phone: phoneSchema.nullable(),
      areaPath: areaPathSchema,
      roomNumber: roomNumberSchema,
      relation: relationSchema,
      /** A child: the one who registers it answers for it, or another confirmed member of the household. */
      guardianId: idSchema.nullable().default(null),
      /** Noted by those who look after the place alone; left out: as it was. */
      careNeeds: z.array(careNeedSchema).max(4).optional(),
    }),
    output: z.object({ userId: idSchema }),
    errors: ['NotFound', 'Conflict', 'ContentRejected', 'GuardianNeeded', 'LimitReached'],
  },
  /** Someone acts for a person from now on, with their consent on record. */
  'resident.nameProxy': {
    kind: 'command',
    access: 'account',
    input: z.object({
      userId: idSchema,
      proxyId: idSchema,
      relation: proxySchema.shape.relation,
      consent: proxyConsentSchema.pick({ how: true, note: true }),
    }),
    output: z.object({}),
    errors: ['NotFound', 'Conflict', 'LimitReached'],
  },
  'resident.endProxy': {
    kind: 'command',
    access: 'account',
    input: z.object({ userId: idSchema, proxyId: idSchema }),
    output: z.object({}),
    errors: ['NotFound', 'GuardianNeeded'],
  },
  /** Those for whom I act, to order for them. */
  'resident.charges': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({
      items: z.array(
        personCardSchema.extend({ areaPath: areaPathSchema, areaName: z.string(), roomNumber: z.string() }),
      ),
    }),
    errors: [],
  },
})
