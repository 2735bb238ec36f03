import * as z from 'zod'
import { errorCodes } from './errors'
import { idSchema } from './ids'

/** What every call carries. `requestId` is made once per intention: a retry repeats it. */
export const requestSchema = z.object({ action: z.string().max(64), requestId: idSchema, input: z.unknown() })
export type Request = z.infer<typeof requestSchema>

/** What every call answers. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.enum(errorCodes), details: z.record(z.string(), z.unknown()) }),
    requestId: z.string(),
  }),
])
export type Answer = z.infer<typeof answerSchema>
