import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { dayKeySchema } from '../shared/calendar'
import { defineContracts } from '../shared/contract'
import { pageInputSchema, pageOf } from '../shared/paging'
import { timestampSchema } from '../shared/time'
import { certificateCodeSchema } from './code'
import { certificateSchema, isServicePeriod, revocationReasonSchema } from './schema'

/** What anyone may know who holds the code. */
const statementSchema = certificateSchema.pick({
  code: true,
  maskedName: true,
  communityName: true,
  from: true,
  to: true,
  minutes: true,
  visits: true,
  issuedAt: true,
})
export type Statement = z.infer<typeof statementSchema>

const myCertificateSchema = statementSchema.extend({
  _id: certificateSchema.shape._id,
  communityPath: areaPathSchema,
  rows: certificateSchema.shape.rows,
  fileId: z.string(),
  revoked: z.object({ at: timestampSchema, reason: z.string() }).nullable(),
})
export type MyCertificate = z.infer<typeof myCertificateSchema>

/** A code that nobody issued is an answer, not an error. */
const verdictSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unknown') }),
  z.object({
    state: z.enum(['valid', 'revoked']),
    certificate: statementSchema,
    /** What the same period comes to by today's record: other than stated where hours were corrected since. */
    today: z.object({ minutes: z.number().int(), visits: z.number().int() }),
    revokedAt: timestampSchema.nullable(),
    allowedActions: z.array(z.enum(['revoke'])),
  }),
])
export type Verdict = z.infer<typeof verdictSchema>

export const certificateContracts = defineContracts({
  /** Makes the paper for the service of some days; a day after today is taken as today. */
  'certificate.issue': {
    kind: 'command',
    access: 'account',
    input: z
      .object({
        from: dayKeySchema,
        to: dayKeySchema,
        /** Whose paper; null: that of the community most of it was for. */
        communityPath: areaPathSchema.nullable().default(null),
      })
      .refine(isServicePeriod, { path: ['to'] }),
    output: z.object({
      certificate: myCertificateSchema,
      /** Other communities that I served in these days: each issues its own. */
      elsewhere: z.array(areaPathSchema),
    }),
    errors: ['NothingServed', 'NotFound', 'LimitReached', 'Conflict'],
  },
  /** My certificates, newest first. */
  'certificate.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema,
    output: pageOf(myCertificateSchema),
    errors: [],
  },
  /** Is this paper true? For anyone, with the code that is printed on it. */
  'certificate.verify': {
    kind: 'query',
    access: 'anyone',
    input: z.object({ code: certificateCodeSchema }),
    output: verdictSchema,
    errors: [],
  },
  /** The community takes a certificate back, and says why. */
  'certificate.revoke': {
    kind: 'command',
    access: 'account',
    input: z.object({ code: certificateCodeSchema, reason: revocationReasonSchema }),
    output: z.object({ code: certificateCodeSchema, revokedAt: timestampSchema }),
    errors: ['NotFound', 'Conflict'],
  },
})
