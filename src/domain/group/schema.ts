import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { uploadSchema } from '../shared/contact'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { textSchema } from '../shared/text'
import { days, timestampSchema } from '../shared/time'

/** Hours of the day, in minutes, in which only those who look after the place write; over midnight too. */
export const announcementHoursSchema = z
  .object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(0).max(1439) })
  .refine(({ from, to }) => from !== to)
export type AnnouncementHours = z.infer<typeof announcementHoursSchema>

export const decisionSchema = textSchema(1, 300)

/** What is pinned above a group: a decision that must not drown in chatter. */
export const pinSchema = z.object({
  topicId: idSchema,
  title: z.string(),
  decision: z.string(),
  by: personRefSchema,
  at: timestampSchema,
})
export type Pin = z.infer<typeof pinSchema>
export const mostPins = 3

/** Someone who may not write for a while, and why; kept until it is over. */
export const silenceSchema = z.object({
  person: personRefSchema,
  until: timestampSchema,
  reason: z.string(),
  by: personRefSchema,
  caseId: idSchema,
})
export type Silence = z.infer<typeof silenceSchema>
export const mostSilences = 50

/** WeChat's own group codes live seven days; the leader hears of it a day before. */
export const longestWechatCode = days(7)
export const wechatReminder = days(1)

/**
 * What is kept of a group beside its messages; a group without a document stands as `newSettings` says. Who belongs
 * to it is said by their homes and roles, never by a list.
 */
export const groupSettingsSchema = z.object({
  _id: groupPathSchema,
  announcementHours: announcementHoursSchema.nullable(),
  pins: z.array(pinSchema).max(mostPins),
  silences: z.array(silenceSchema).max(mostSilences),
  /** The code of the building's WeChat group, which a mini program can't open by itself. */
  wechatCode: z.object({ fileId: uploadSchema, expiresAt: timestampSchema, by: personRefSchema }).nullable(),
  /** When whoever put the WeChat code there is to be reminded that it expires. */
  wakeAt: timestampSchema.nullable(),
  /** Everyone named in it, for `forgetPerson`. */
  namedIds: z.array(z.string()),
  version: z.number().int().nonnegative(),
  /** How often its hours or its WeChat code were set: a silence or a pin is no reason to look again before one does. */
  rulesVersion: z.number().int().nonnegative().default(0),
})
export type GroupSettings = z.infer<typeof groupSettingsSchema>

export const newSettings = (groupPath: string): GroupSettings => ({
  _id: groupPath,
  announcementHours: null,
  pins: [],
  silences: [],
  wechatCode: null,
  wakeAt: null,
  namedIds: [],
  version: 0,
  rulesVersion: 0,
})
