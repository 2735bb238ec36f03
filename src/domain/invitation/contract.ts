import * as z from 'zod'
import {
  myAccountSchema,
  nicknameSchema,
  personCardSchema,
  realNameSchema,
  relationSchema,
  roomNumberSchema,
} from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { uploadSchema, voiceSchema } from '../shared/contact'
import { defineContracts } from '../shared/contract'
import { pageInputSchema, pageOf } from '../shared/paging'
import { timestampSchema } from '../shared/time'
import { floorSchema } from '../place/schema'
import {
  invitationCodeSchema,
  invitationSchema,
  invitationStateSchema,
  invitationTargetKindSchema,
  invitationTargetSchema,
} from './schema'

const codeInput = z.object({ code: invitationCodeSchema })

const invitationView = invitationSchema
  .pick({
    _id: true,
    target: true,
    areaPath: true,
    areaName: true,
    expiresAt: true,
    maxUses: true,
    usedCount: true,
    scanCount: true,
    refusalCount: true,
    createdAt: true,
    codeFileId: true,
    targetName: true,
  })
  .extend({ state: invitationStateSchema })
export type InvitationView = z.infer<typeof invitationView>

/** A leader as a newcomer meets them, before joining. */
export const leaderCardSchema = personCardSchema.extend({
  areaName: z.string(),
  since: timestampSchema,
  avatarFileId: z.string().nullable().default(null),
  /** The office that appointed them; '' where nobody is on record. */
  confirmedBy: z.string().default(''),
})

/** The flats of a stairwell to choose from; no more than what stands on the doors. */
const stairwell = z.object({
  areaPath: areaPathSchema,
  name: z.string(),
  rooms: z.array(z.object({ roomNumber: z.string(), floor: floorSchema.nullable() })),
})
export type Stairwell = z.infer<typeof stairwell>

export const invitationContracts = defineContracts({
  /** What a scanned code leads to; open to all, so that one can look before joining. */
  'invitation.look': {
    kind: 'query',
    access: 'anyone',
    input: codeInput,
    output: z.object({
      state: invitationStateSchema,
      target: invitationTargetSchema,
      areaPath: areaPathSchema,
      areaName: z.string(),
      leader: leaderCardSchema.nullable(),
      /** For a building or a stairwell: the leaders of its micro-grids, one of whom will be the newcomer's. */
      gridLeaders: z.array(leaderCardSchema).default([]),
      /** Whom to ask where the code is stale: the office's name and number. */
      office: z.object({ name: z.string(), phone: z.string() }).nullable(),
      neighbourCount: z.number().int(),
      alreadyHome: z.boolean(),
      /** The newest notices to the whole area: one may look around without an account. */
      notices: z.array(
        z.object({ title: z.string(), text: z.string().default(''), publishedAt: timestampSchema }),
      ),
      /** Where the register knows them; empty: the flat is typed. */
      stairwells: z.array(stairwell),
    }),
    errors: ['InvitationUnknown'],
  },
  /** It was opened, or someone said no to the privacy guide: counted, and nothing else is kept. */
  'invitation.note': {
    kind: 'command',
    access: 'anyone',
    input: codeInput.extend({ what: z.enum(['scan', 'refusal']) }),
    output: z.object({}),
    errors: ['InvitationUnknown'],
  },
  /**
   * Joins the building: makes the account where there is none yet. For a code of the kind `person` the account
   * that waits on the register becomes the caller's; for one of the kind `role` see `appointment.apply`.
   */
  'invitation.join': {
    kind: 'command',
    access: 'anyone',
    input: codeInput.extend({
      nickname: nicknameSchema,
      /** Within the invitation's area; left out: that area itself. */
      areaPath: areaPathSchema.optional(),
      /** Left out only for codes of one flat, or of one person. */
      roomNumber: roomNumberSchema.optional(),
      /** Left out only for codes of one person, whose home is known. */
      relation: relationSchema.optional(),
      realName: realNameSchema.nullable().default(null),
      avatarFileId: uploadSchema.nullable().default(null),
      /** Said to the leader: "I'm in 1502". */
      voice: voiceSchema.nullable().default(null),
      /** The end of a tenancy. */
      until: timestampSchema.nullable().default(null),
      /** The privacy guide that was agreed to; phones of an older version leave it out and agreed in WeChat's own dialog. */
      privacyVersion: z.string().min(1).max(20).default('1'),
      isUnder14: z.boolean().default(false),
    }),
    output: z.object({ account: myAccountSchema }),
    errors: [
      'InvitationUnknown',
      'InvitationExpired',
      'InvitationRevoked',
      'InvitationUsedUp',
      'GuardianNeeded',
      'Conflict',
      'ContentRejected',
      'LimitReached',
    ],
  },
  'invitation.create': {
    kind: 'command',
    access: 'account',
    input: z.object({
      areaPath: areaPathSchema,
      target: invitationTargetSchema.default({ kind: 'home' }),
      days: z.number().int().min(1).max(365).default(90),
      /** Left out: what is usual for such a code (see `usesOf`), which is also its bound. */
      maxUses: z.number().int().min(1).max(1000).optional(),
    }),
    output: z.object({ invitation: invitationView }),
    /** LimitReached: see `codesPerDay`. */
    errors: ['NotFound', 'Conflict', 'LimitReached'],
  },
  /** The codes of an area that I look after, whoever made them; or those that I made for my own household. Newest first. */
  'invitation.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({
      /** null: those of my own household, all of them in one page. */
      areaPath: areaPathSchema.nullable().default(null),
      /** open: those that can be used; a dead one may be among them. closed: revoked, used up, expired. */
      view: z.enum(['open', 'closed']).default('open'),
      /** Only those; null: all kinds. */
      kind: invitationTargetKindSchema.nullable().default(null),
    }),
    output: pageOf(invitationView),
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
