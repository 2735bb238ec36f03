import * as z from 'zod'
import { skillSchema } from '../handbook/skills'
import { nicknameSchema, volunteerProfileSchema } from '../account/schema'
import { invitationCodeSchema } from '../invitation/schema'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { roleSchema } from '../shared/role'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { appointmentSchema } from './schema'

const appointmentView = appointmentSchema
  .omit({ createdKey: true, endedBy: true, areaAt: true, handoverAt: true, liveKey: true })
  .extend({
    endedByName: z.string().nullable(),
    allowedActions: z.array(z.enum(['sign', 'refuse', 'end', 'handOver'])),
  })
export type AppointmentView = z.infer<typeof appointmentView>

/** What someone in a role has on their hands: it must go to somebody. */
export const dutiesSchema = z.object({
  takenOrders: z.number().int(),
  series: z.number().int(),
  /** Newcomers waiting in their area. */
  pendingNeighbours: z.number().int(),
  /** Are they the last to hold this role for the area? */
  isLast: z.boolean(),
  /** Nobody else looks after the area: it can't end without a successor. */
  needsSuccessor: z.boolean().default(false),
})
export type Duties = z.infer<typeof dutiesSchema>

const appointmentInput = z.object({ appointmentId: idSchema })
const reasonSchema = textSchema(2, 100)

export const appointmentContracts = defineContracts({
  /**
   * I want to help as a volunteer in my community; or, with a code of the kind `role`, in the role and the area that
   * the code is for, wherever I live. Who works here and lives elsewhere begins with it, and then gives a nickname.
   */
  'appointment.apply': {
    kind: 'command',
    access: 'anyone',
    input: volunteerProfileSchema.pick({ cap: true, times: true }).extend({
      communityPath: areaPathSchema,
      skills: z.array(skillSchema).max(13),
      note: textSchema(0, 200),
      code: invitationCodeSchema.nullable().default(null),
      nickname: nicknameSchema.nullable().default(null),
      /** The privacy guide that a newcomer agreed to before giving their nickname; as of `invitation.join`. */
      privacyVersion: z.string().min(1).max(20).default('1'),
    }),
    output: z.object({ appointment: appointmentView }),
    errors: [
      'NotFound',
      'Conflict',
      'ContentRejected',
      'InvitationUnknown',
      'InvitationExpired',
      'InvitationRevoked',
      'InvitationUsedUp',
    ],
  },
  /** Names someone for a role; active at once, or from the day that was named, where one signature is enough. */
  'appointment.propose': {
    kind: 'command',
    access: 'account',
    input: z.object({
      userId: idSchema,
      role: roleSchema,
      areaPath: areaPathSchema,
      /** When it begins, where that lies ahead; null: at once. */
      since: timestampSchema.nullable().default(null),
      until: timestampSchema.nullable().default(null),
      note: textSchema(0, 200).default(''),
    }),
    output: z.object({ appointment: appointmentView }),
    errors: ['NotFound', 'Conflict', 'ContentRejected'],
  },
  /** Agrees to an application or a proposal. */
  'appointment.sign': {
    kind: 'command',
    access: 'account',
    input: appointmentInput,
    output: z.object({ appointment: appointmentView }),
    errors: ['NotFound', 'Conflict'],
  },
  'appointment.refuse': {
    kind: 'command',
    access: 'account',
    input: appointmentInput.extend({ reason: reasonSchema }),
    output: z.object({ appointment: appointmentView }),
    errors: ['NotFound', 'Conflict', 'ContentRejected'],
  },
  /** What would be left behind if it ended now. */
  'appointment.duties': {
    kind: 'query',
    access: 'account',
    input: appointmentInput,
    output: z.object({ duties: dutiesSchema }),
    errors: ['NotFound'],
  },
  /**
   * Ends it. With a successor the role and its open tasks go over to them (staff need their second signature first:
   * SecondNeeded); without one taken orders go back to the office. The last holder of a role needs a successor,
   * unless someone above looks after the area too (StillInUse). With a start that lies ahead both go on as they are
   * until then, and the answer is the successor's appointment.
   */
  'appointment.end': {
    kind: 'command',
    access: 'account',
    input: appointmentInput.extend({
      reason: reasonSchema,
      successorId: idSchema.nullable().default(null),
      /** When the successor begins, where that lies ahead. */
      since: timestampSchema.nullable().default(null),
    }),
    output: z.object({ appointment: appointmentView }),
    errors: ['NotFound', 'Conflict', 'StillInUse', 'SecondNeeded', 'ContentRejected'],
  },
  /** The appointments of an area and below, newest first; `open`: those that wait for a signature. */
  'appointment.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({
      areaPath: areaPathSchema,
      view: z.enum(['open', 'active', 'past']).default('active'),
    }),
    output: pageOf(appointmentView),
    errors: [],
  },
  'appointment.mine': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({ items: z.array(appointmentView) }),
    errors: [],
  },
})
