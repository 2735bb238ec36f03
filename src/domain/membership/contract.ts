import * as z from 'zod'
import { personCardSchema, relationSchema, roomNumberSchema, standingSchema } from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { timestampSchema } from '../shared/time'

/** A newcomer whom a leader is to vouch for: the leader sees the flat, since that is what is confirmed. */
const pendingMember = personCardSchema.extend({
  areaPath: areaPathSchema,
  areaName: z.string(),
  roomNumber: z.string(),
  relation: relationSchema,
  joinedAt: timestampSchema,
})
export type PendingMember = z.infer<typeof pendingMember>

export const membershipContracts = defineContracts({
  /** Who waits to be confirmed in the areas that I look after; at most 50, those who came first. */
  'membership.pending': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({ items: z.array(pendingMember) }),
    errors: [],
  },
  /** Confirms that someone lives there, or says that they don't. */
  'membership.decide': {
    kind: 'command',
    access: 'account',
    input: z.object({
      userId: idSchema,
      areaPath: areaPathSchema,
      roomNumber: roomNumberSchema.optional(),
      standing: standingSchema.exclude(['unconfirmed']),
    }),
    output: z.object({ userId: idSchema, standing: standingSchema }),
    errors: ['NotFound', 'Conflict'],
  },
})
