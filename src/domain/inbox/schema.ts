import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { days, timestampSchema } from '../shared/time'

/** question: somebody asked, or said something aloud · mention: those who look after the group were called by name, or answered with a picture. Reports and promises have lists of their own. */
export const inboxKindSchema = z.enum(['question', 'mention'])
export type InboxKind = z.infer<typeof inboxKindSchema>

/** What nobody has answered for so long is not waited for any more, ms. */
export const waitsFor = days(30)

/** Something said in one of a dozen groups that wants an answer; answered once, it is answered for all. */
export const inboxItemSchema = z.object({
  /** The message's id. */
  _id: idSchema,
  kind: inboxKindSchema,
  groupPath: groupPathSchema,
  groupName: z.string(),
  /** For indexes: see `careKeysOf`. */
  careKeys: z.array(z.string()),
  seq: z.number().int().positive(),
  /** A voice or a picture is to be listened to, or looked at, in its group. */
  said: z.enum(['text', 'image', 'voice']).default('text'),
  /** '' of a voice or a picture. */
  text: z.string(),
  asked: z.object({ by: personRefSchema, at: timestampSchema }),
  /** null: nobody has answered. `seq`: the message that did; null: marked so by hand, or became an order or a promise. */
  answered: z
    .object({ by: personRefSchema, at: timestampSchema, seq: z.number().int().positive().nullable() })
    .nullable(),
  isOpen: z.boolean(),
  /** Everyone named in it, for `forgetPerson`. */
  namedIds: z.array(z.string()),
  askedKey: z.string(),
  /** The last requests that changed it: sent again, they don't do it once more. */
  requestIds: z.array(z.string()).default([]),
})
export type InboxItem = z.infer<typeof inboxItemSchema>
