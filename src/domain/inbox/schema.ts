import * as z from 'zod'
import { groupPathSchema } from '../chat/thread'
import { idSchema } from '../shared/ids'
import { personRefSchema } from '../shared/person'
import { timestampSchema } from '../shared/time'

/** question: somebody asked · mention: those who look after the group were called by name. Reports and promises have lists of their own. */
export const inboxKindSchema = z.enum(['question', 'mention'])
export type InboxKind = z.infer<typeof inboxKindSchema>

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
})
export type InboxItem = z.infer<typeof inboxItemSchema>
