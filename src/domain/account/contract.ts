import * as z from 'zod'
import { defineContracts } from '../shared/contract'
import { myAccountSchema } from './schema'

/** What a person's roles let them do in the large: it decides tabs and entries. */
export const capabilitySchema = z.enum(['order', 'volunteer', 'lead', 'dispatch'])
export type Capability = z.infer<typeof capabilitySchema>

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
})
