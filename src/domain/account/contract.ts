import * as z from 'zod'
import { defineContracts } from '../shared/contract'
import { momentSchema } from '../order/parts'
import { skillSchema } from '../handbook/skills'
import { myAccountSchema, volunteerProfileSchema } from './schema'

/** What a person's roles let them do in the large: it decides tabs and entries. */
export const capabilitySchema = z.enum(['order', 'volunteer', 'lead', 'dispatch', 'numbers'])
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
  /** What I can do as a volunteer, and when. */
  'account.putVolunteer': {
    kind: 'command',
    access: 'account',
    input: volunteerProfileSchema.extend({ skills: z.array(skillSchema).max(13) }),
    output: z.object({ account: myAccountSchema }),
    errors: [],
  },
  /** I agreed, in WeChat's own dialog, to be told once more of each of these. */
  'account.consent': {
    kind: 'command',
    access: 'account',
    input: z.object({ moments: z.array(momentSchema).min(1).max(5) }),
    output: z.object({}),
    errors: [],
  },
})
