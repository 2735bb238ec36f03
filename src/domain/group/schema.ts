import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { groupPathSchema } from '../chat/thread'
import { areaPathSchema } from '../shared/area'
import { fileIdSchema } from '../shared/contact'
import { idSchema } from '../shared/ids'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'

/** Hours of the day, in minutes, in which only those who look after the place write; over midnight too. */
export const announcementHoursSchema = z.object({
  from: z.number().int().min(0).max(1439),
  to: z.number().int().min(0).max(1440),
})

/** What is pinned above a group: a decision that must not drown in chatter. */
export const pinSchema = z.object({
  topicId: idSchema,
  title: z.string(),
  decision: textSchema(1, 300),
  byName: nicknameSchema,
  at: timestampSchema,
})
export type Pin = z.infer<typeof pinSchema>

/** Someone who may not write for a while, and why; kept until it is over. */
export const silenceSchema = z.object({
  userId: idSchema,
  name: nicknameSchema,
  until: timestampSchema,
  reason: textSchema(2, 100),
  by: idSchema,
  byName: nicknameSchema,
  caseId: idSchema,
})

/**
 * What is kept of a group beside its messages; a group without a document stands as `newGroup` says. Who belongs to
 * it is said by their homes and roles, never by a list.
 */
export const groupSchema = z.object({
  _id: groupPathSchema,
  areaPath: areaPathSchema,
  /** Groups of stairwells and micro-grids are there where somebody has opened them. */
  isOpen: z.boolean(),
  announcementHours: announcementHoursSchema.nullable(),
  /** How long a newcomer waits between two messages. */
  newcomerSeconds: z.number().int().min(0).max(3600),
  pins: z.array(pinSchema).max(3),
  silences: z.array(silenceSchema).max(50),
  /** The building's WeChat group, which a mini program can't open by itself. */
  wechat: z
    .object({ fileId: fileIdSchema, expiresAt: timestampSchema, byName: nicknameSchema, by: idSchema })
    .nullable(),
  /** When the leader is to be reminded that the code of the WeChat group expires. */
  remindAt: timestampSchema.nullable(),
  version: z.number().int().nonnegative(),
})
export type Group = z.infer<typeof groupSchema>

export const newGroup = (groupPath: string, areaPath: string): Group => ({
  _id: groupPath,
  areaPath,
  isOpen: true,
  announcementHours: null,
  newcomerSeconds: 60,
  pins: [],
  silences: [],
  wechat: null,
  remindAt: null,
  version: 0,
})
