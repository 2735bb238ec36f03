import * as z from 'zod'
import { defineContracts } from '../shared/contract'
import { phoneSchema, uploadSchema } from '../shared/contact'
import { pageInputSchema, pageOf } from '../shared/paging'
import { accessViewSchema, trailViewSchema } from '../trail/schema'
import { momentSchema } from '../order/parts'
import { skillSchema } from '../handbook/skills'
import {
  myAccountSchema,
  nicknameSchema,
  realNameSchema,
  sharesSchema,
  volunteerProfileSchema,
} from './schema'

/** What a person's roles let them do in the large: it decides tabs and entries. */
export const capabilitySchema = z.enum([
  'order',
  'volunteer',
  'lead',
  'dispatch',
  'numbers',
  'appoint',
  'judgeAppeals',
  'keepPlaces',
])
export type Capability = z.infer<typeof capabilitySchema>

/** What ends with an account, told before it does. */
export const farewellSchema = z.object({
  /** My orders that nobody has finished: they are cancelled. */
  openOrders: z.number().int(),
  /** Orders I have taken: they go back to the office. */
  takenOrders: z.number().int(),
  /** Visits that I am on at this moment: they have to be finished first. */
  visits: z.number().int().default(0),
  /** Standing appointments of mine to come and help, or to be helped. */
  series: z.number().int(),
  homes: z.number().int(),
  /** `isLast`: nobody else looks after the area; somebody has to come after me first. */
  roles: z.array(z.object({ role: z.string(), areaName: z.string(), isLast: z.boolean().default(false) })),
  /** People for whom I alone act: someone else has to be named first. */
  dependents: z.array(z.object({ userId: z.string(), name: z.string() })),
  /** Where I was removed from, and nobody has vouched for me since: there this phone is remembered for a year. */
  removedFrom: z.array(z.string()).default([]),
})
export type Farewell = z.infer<typeof farewellSchema>

export const accountContracts = defineContracts({
  /** Who am I? `account` is null for a newcomer; `topics` are the signals to watch (see `signal/topics.ts`). */
  'account.me': {
    kind: 'query',
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      account: myAccountSchema.nullable(),
      capabilities: z.array(capabilitySchema),
      topics: z.array(z.string()),
    }),
    errors: [],
  },
  /** Where this phone puts what it uploads, one thing in each: their paths tell nobody whose it is, and us alone. */
  'account.uploadFolders': {
    kind: 'query',
    access: 'anyone',
    input: z.object({}),
    output: z.object({ folders: z.array(z.string()).min(1) }),
    errors: [],
  },
  /** What I can do as a volunteer, and when. */
  'account.putVolunteer': {
    kind: 'command',
    access: 'account',
    input: volunteerProfileSchema.extend({
      skills: z.array(skillSchema).max(13),
      /** Left out: as they are. */
      avoids: volunteerProfileSchema.shape.avoids.optional(),
    }),
    output: z.object({ account: myAccountSchema }),
    errors: [],
  },
  /** I agreed, in WeChat's own dialog, to be told once more of each of these. */
  'account.consent': {
    kind: 'command',
    access: 'account',
    input: z.object({ moments: z.array(momentSchema).min(1).max(5) }),
    output: z.object({}),
    errors: [],
  },
  /** Changes what is kept of me; what is left out stays. Homes stay confirmed; those who vouch see the change. */
  'account.correct': {
    kind: 'command',
    access: 'account',
    input: z
      .object({
        nickname: nicknameSchema.optional(),
        realName: realNameSchema.nullable().optional(),
        phone: phoneSchema.nullable().optional(),
        avatarFileId: uploadSchema.nullable().optional(),
        shares: sharesSchema.optional(),
      })
      .refine((given) => Object.values(given).some((value) => value !== undefined)),
    output: z.object({ account: myAccountSchema }),
    errors: ['ContentRejected'],
  },
  /** My number, from the platform's own button (`code` of `getPhoneNumber`); always optional. */
  'account.putPhone': {
    kind: 'command',
    access: 'account',
    input: z.object({ code: z.string().min(1).max(200) }),
    output: z.object({ account: myAccountSchema }),
    errors: ['NotFound'],
  },
  /** I agree to the privacy guide, or no longer: then what is not needed to live here is forgotten. */
  'account.privacy': {
    kind: 'command',
    access: 'account',
    input: z.object({ version: z.string().min(1).max(20), isAgreed: z.boolean() }),
    output: z.object({ account: myAccountSchema }),
    errors: [],
  },
  /** Who has looked at my personal data, newest first. */
  'account.accesses': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema,
    output: pageOf(accessViewSchema),
    errors: [],
  },
  /** What has been done to my homes and roles, newest first. */
  'account.trail': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema,
    output: pageOf(trailViewSchema),
    errors: [],
  },
  /** What would happen if I cancelled my account now. */
  'account.farewell': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({ farewell: farewellSchema }),
    errors: [],
  },
  /**
   * Cancels my account: open orders are handed back, homes and roles end, name, phone, flat and picture are
   * forgotten everywhere. What others did with me stays, under "former neighbour".
   */
  'account.cancel': {
    kind: 'command',
    // Asked again when it is done: there is nobody left to refuse.
    access: 'anyone',
    input: z.object({ isSure: z.literal(true) }),
    output: z.object({}),
    /** StillInUse: there is somebody for whom only I act (`what: 'dependents'`), I am at somebody's door (`'visit'`), or a role of which I am the last holder. */
    errors: ['StillInUse', 'Conflict'],
  },
})
