import * as z from 'zod'
import { personCardSchema } from '../account/schema'
import { authorTitleSchema } from '../chat/schema'
import { groupPathSchema } from '../chat/thread'
import { areaPathSchema } from '../shared/area'
import { fileIdSchema } from '../shared/contact'
import { defineContracts } from '../shared/contract'
import { pageInputSchema, pageOf } from '../shared/paging'
import { timestampSchema } from '../shared/time'
import { groupSchema } from './schema'

const groupInput = z.object({ groupPath: groupPathSchema })

/** A group as one of its members sees it. */
const groupInfo = groupSchema
  .pick({ isOpen: true, announcementHours: true, newcomerSeconds: true, pins: true, version: true })
  .extend({
    groupPath: groupPathSchema,
    name: z.string(),
    memberCount: z.number().int(),
    isMuted: z.boolean(),
    isPinned: z.boolean(),
    wechat: z
      .object({
        fileId: fileIdSchema,
        expiresAt: timestampSchema,
        byName: z.string(),
        isExpired: z.boolean(),
      })
      .nullable(),
    /** When and why I can't write, if I can't. */
    mySilence: z.object({ until: timestampSchema, reason: z.string() }).nullable(),
    allowedActions: z.array(z.enum(['write', 'mentionAll', 'settings', 'wechat', 'moderate', 'settleTopic'])),
  })
export type GroupInfo = z.infer<typeof groupInfo>

export const groupContracts = defineContracts({
  'group.get': {
    kind: 'query',
    access: 'account',
    input: groupInput,
    output: z.object({ group: groupInfo }),
    errors: ['NotFound'],
  },
  /** Who is in it, by name as they let neighbours see them; `search` narrows by the beginning of a name. */
  'group.members': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ groupPath: groupPathSchema, search: z.string().max(20).default('') }),
    output: pageOf(
      personCardSchema.extend({
        title: authorTitleSchema,
        avatarFileId: z.string().nullable(),
        isMe: z.boolean(),
      }),
    ),
    errors: [],
  },
  /** Quiet for me, or on top of my list. */
  'group.prefer': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({ isMuted: z.boolean().optional(), isPinned: z.boolean().optional() }),
    output: z.object({ isMuted: z.boolean(), isPinned: z.boolean() }),
    errors: [],
  },
  /** The house rules of a group; opens a group for a stairwell or a micro-grid, or closes it. */
  'group.settle': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({
      version: z.number().int().nonnegative(),
      isOpen: z.boolean(),
      announcementHours: groupSchema.shape.announcementHours,
      newcomerSeconds: groupSchema.shape.newcomerSeconds,
    }),
    output: z.object({ group: groupInfo }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Shows the code of the building's existing WeChat group; WeChat's own codes live seven days. */
  'group.putWechat': {
    kind: 'command',
    access: 'account',
    input: groupInput.extend({
      wechat: z.object({ fileId: fileIdSchema, expiresAt: timestampSchema }).nullable(),
    }),
    output: z.object({ group: groupInfo }),
    errors: ['NotFound'],
  },
  /** Stairwells and micro-grids of a building for which a group could be opened. */
  'group.possible': {
    kind: 'query',
    access: 'account',
    input: z.object({ buildingPath: areaPathSchema }),
    output: z.object({
      items: z.array(z.object({ groupPath: groupPathSchema, name: z.string(), isOpen: z.boolean() })),
    }),
    errors: [],
  },
})
