import * as z from 'zod'
import {
  homeKeySchema,
  membershipSchema,
  myAccountSchema,
  personCardSchema,
  relationSchema,
  roomNumberSchema,
  standingSchema,
} from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema } from '../shared/paging'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

/** A newcomer whom someone is to vouch for: they see the flat and the name, since that is what is confirmed. */
const pendingMember = personCardSchema.extend({
  areaPath: areaPathSchema,
  areaName: z.string(),
  roomNumber: z.string(),
  relation: relationSchema,
  joinedAt: timestampSchema,
  realName: z.string().nullable().default(null),
  avatarFileId: z.string().nullable().default(null),
  voice: membershipSchema.shape.voice,
  doubts: membershipSchema.shape.doubts,
  vouchBy: timestampSchema.nullable().default(null),
  isOverdue: z.boolean().default(false),
  /** Others in the same flat, with what they are there; the register's names are for a doubt about them. */
  others: z
    .array(z.object({ name: z.string(), relation: relationSchema, standing: standingSchema }))
    .default([]),
  registerNames: z.array(z.string()).default([]),
  /** Behind `samePerson`: whoever of them the reader looks after, wherever they live. */
  alike: z
    .array(personCardSchema.extend({ areaName: z.string(), roomNumber: z.string(), canMerge: z.boolean() }))
    .default([]),
  /** Behind `turnedAway`: when they were last removed or declined in the building. */
  turnedAwayAt: timestampSchema.nullable().default(null),
  /** Until somebody vouches, the home opens nothing to them. */
  isHeld: z.boolean().default(false),
  /** Not for the street, which sees only that someone waits, nor for oneself. */
  canDecide: z.boolean().default(true),
})
export type PendingMember = z.infer<typeof pendingMember>

/** Someone of my own household. */
const housemate = personCardSchema.extend({
  avatarFileId: z.string().nullable(),
  relation: relationSchema,
  standing: standingSchema,
  joinedAt: timestampSchema,
  until: timestampSchema.nullable(),
  hasPhone: z.boolean(),
  isMe: z.boolean(),
  /** Do I act for them? */
  isMyCharge: z.boolean(),
})
export type Housemate = z.infer<typeof housemate>

const placeSchema = z.object({ areaPath: areaPathSchema, name: z.string() })

const reasonSchema = textSchema(2, 100)
const ofPerson = homeKeySchema.extend({ userId: idSchema })

export const membershipContracts = defineContracts({
  /** Who waits to be confirmed in the areas that I look after: those who came first; 50 at once. */
  'membership.pending': {
    kind: 'query',
    access: 'account',
    input: z.object({ cursor: pageInputSchema.shape.cursor }),
    output: z.object({ items: z.array(pendingMember), nextCursor: z.string().nullable().default(null) }),
    errors: [],
  },
  /** Confirms that someone lives there, or says that they don't, and why. */
  'membership.decide': {
    kind: 'command',
    access: 'account',
    input: z.object({
      userId: idSchema,
      areaPath: areaPathSchema,
      roomNumber: roomNumberSchema.optional(),
      standing: z.enum(['confirmed', 'declined']),
      /** Asked for when it is declined; phones of an older version leave it out. */
      reason: textSchema(0, 100).default(''),
    }),
    output: z.object({ userId: idSchema, standing: standingSchema }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Those who live with me, home by home. */
  'membership.household': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({
      homes: z.array(
        membershipSchema
          .pick({
            areaPath: true,
            areaName: true,
            roomNumber: true,
            relation: true,
            standing: true,
            until: true,
            isHeld: true,
          })
          .extend({
            householdId: idSchema.nullable(),
            /** Somebody else has said until when: I may only say that it ends sooner. */
            isLeaseFixed: z.boolean().default(false),
            members: z.array(housemate),
          }),
      ),
      /** What others have ended, and why; the last three. */
      ended: z
        .array(
          membershipSchema
            .pick({ areaPath: true, areaName: true, roomNumber: true, standing: true, reason: true })
            .extend({ endedAt: timestampSchema.nullable(), byName: z.string() }),
        )
        .default([]),
    }),
    errors: [],
  },
  /** Where one may move to from a home: the buildings of its estate, with their stairwells. */
  'membership.places': {
    kind: 'query',
    access: 'account',
    input: z.object({ areaPath: areaPathSchema }),
    output: z.object({ buildings: z.array(placeSchema.extend({ stairwells: z.array(placeSchema) })) }),
    errors: [],
  },
  /** I move out. */
  'membership.leave': {
    kind: 'command',
    access: 'account',
    input: homeKeySchema,
    output: z.object({ account: myAccountSchema }),
    errors: ['NotFound'],
  },
  /** Someone no longer lives there: access ends at once. */
  'membership.remove': {
    kind: 'command',
    access: 'account',
    input: ofPerson.extend({ reason: reasonSchema }),
    output: z.object({}),
    errors: ['NotFound'],
  },
  /** I move to another flat of the same estate: the old home ends, the new one has to be confirmed. */
  'membership.move': {
    kind: 'command',
    access: 'account',
    input: z.object({
      from: homeKeySchema,
      to: z.object({ areaPath: areaPathSchema, roomNumber: roomNumberSchema, relation: relationSchema }),
    }),
    output: z.object({ account: myAccountSchema }),
    errors: ['NotFound', 'Conflict', 'LimitReached'],
  },
  /** When a tenancy ends; null: no end is set. */
  'membership.setLease': {
    kind: 'command',
    access: 'account',
    input: ofPerson.extend({ until: timestampSchema.nullable() }),
    output: z.object({}),
    errors: ['NotFound'],
  },
  /** Two accounts of one person become one: homes, orders and helpers go to `keepId`. */
  'membership.merge': {
    kind: 'command',
    access: 'account',
    input: z.object({ keepId: idSchema, dropId: idSchema, reason: reasonSchema }),
    output: z.object({}),
    errors: ['NotFound', 'Conflict'],
  },
})
