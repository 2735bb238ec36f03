import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { fileIdSchema, uploadSchema } from '../shared/contact'
import { defineContracts } from '../shared/contract'
import { personNameSchema } from '../shared/person'
import { timestampSchema } from '../shared/time'
import { announcementHoursSchema, pinSchema } from './schema'

const groupInput = z.object({ groupPath: groupPathSchema })
const versioned = groupInput.extend({ version: z.number().int().nonnegative() })

export const groupActionSchema = z.enum(['callAll', 'setHours', 'putWechatCode', 'moderate', 'settleTopics'])
export type GroupAction = z.infer<typeof groupActionSchema>

/** How a group works, as one of its members sees it. */
const groupRules = z.object({
  groupPath: groupPathSchema,
  name: z.string(),
  announcementHours: announcementHoursSchema.nullable(),
  pins: z.array(pinSchema.extend({ by: personNameSchema })),
  wechatCode: z.object({ fileId: fileIdSchema, expiresAt: timestampSchema, by: personNameSchema }).nullable(),
  /** Why I can't write just now, and until when. */
  mute: z
    .object({ why: z.enum(['silenced', 'announcements']), until: timestampSchema, reason: z.string() })
    .nullable(),
  /** The silences that hold, for those who look after the group. */
  silences: z.array(
    z.object({ name: z.string(), until: timestampSchema, reason: z.string(), by: personNameSchema }),
  ),
  /** Of its hours and its WeChat code: who sets them names it. */
  version: z.number().int(),
  allowedActions: z.array(groupActionSchema),
})
export type GroupRules = z.infer<typeof groupRules>
const answer = z.object({ group: groupRules })

const groupDetail = groupRules.extend({
  memberCount: z.number().int(),
  /**
   * Of a building the groups of its stairwells and micro-grids, for those who look after it. `isBegun`: something was
   * said there; until then its neighbours have none.
   */
  parts: z.array(z.object({ groupPath: groupPathSchema, name: z.string(), isBegun: z.boolean() })),
})
export type GroupDetail = z.infer<typeof groupDetail>

export const groupContracts = defineContracts({
  'group.get': {
    kind: 'query',
    access: 'account',
    input: groupInput,
    output: z.object({ group: groupDetail }),
    errors: ['NotFound'],
  },
  /** Hours of the day in which only those who look after the place write; null: none. */
  'group.setHours': {
    kind: 'command',
    access: 'account',
    input: versioned.extend({ announcementHours: announcementHoursSchema.nullable() }),
    output: answer,
    errors: ['NotFound', 'Conflict'],
  },
  /** Shows the code of the building's existing WeChat group, for seven days at most; null takes it away. */
  'group.putWechatCode': {
    kind: 'command',
    access: 'account',
    input: versioned.extend({
      wechatCode: z.object({ fileId: uploadSchema, expiresAt: timestampSchema }).nullable(),
    }),
    output: answer,
    errors: ['NotFound', 'Conflict'],
  },
})
