import * as z from 'zod'
import {
  myAccountSchema,
  nicknameSchema,
  personCardSchema,
  relationSchema,
  roomNumberSchema,
} from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { timestampSchema } from '../shared/time'
import { invitationCodeSchema, invitationSchema, invitationStateSchema } from './schema'

const codeInput = z.object({ code: invitationCodeSchema })

const invitationView = invitationSchema
  .pick({
    _id: true,
    areaPath: true,
    areaName: true,
    expiresAt: true,
    maxUses: true,
    usedCount: true,
    createdAt: true,
    codeFileId: true,
  })
  .extend({ state: invitationStateSchema })
export type InvitationView = z.infer<typeof invitationView>

/** A leader as a newcomer meets them, before joining. */
export const leaderCardSchema = personCardSchema.extend({ areaName: z.string(), since: timestampSchema })

export const invitationContracts = defineContracts({
  /** What a scanned code leads to; open to all, so that one can look before joining. */
  'invitation.look': {
    kind: 'query',
    access: 'anyone',
    input: codeInput,
    output: z.object({
      state: invitationStateSchema,
      areaPath: areaPathSchema,
      areaName: z.string(),
      leader: leaderCardSchema.nullable(),
      neighbourCount: z.number().int(),
      alreadyHome: z.boolean(),
    }),
    errors: ['InvitationUnknown'],
  },
  /** Joins the building: makes the account where there is none yet. */
  'invitation.join': {
    kind: 'command',
    access: 'anyone',
    input: codeInput.extend({
      nickname: nicknameSchema,
      roomNumber: roomNumberSchema,
      relation: relationSchema,
    }),
    output: z.object({ account: myAccountSchema }),
    errors: [
      'InvitationUnknown',
      'InvitationExpired',
      'InvitationRevoked',
      'InvitationUsedUp',
      'Conflict',
      'ContentRejected',
    ],
  },
  'invitation.create': {
    kind: 'command',
    access: 'account',
    input: z.object({
      areaPath: areaPathSchema,
      days: z.number().int().min(1).max(365).default(90),
      maxUses: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ invitation: invitationView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** The codes of the areas that I look after, newest first. */
  'invitation.list': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({
      items: z.array(invitationView),
      areas: z.array(z.object({ areaPath: areaPathSchema, areaName: z.string() })),
    }),
    errors: [],
  },
  'invitation.revoke': {
    kind: 'command',
    access: 'account',
    input: codeInput,
    output: z.object({ invitation: invitationView }),
    errors: ['InvitationUnknown'],
  },
})
