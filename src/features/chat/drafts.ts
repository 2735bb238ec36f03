import * as z from 'zod'
import { keep, forget, read } from '@/platform/storage'
import { unsent, type Outgoing } from './outgoing'

/** What was typed but not sent, and what was sent but not taken, per group. Both survive closing the app. */
const draftKey = (groupPath: string): string => `chat/draft/${groupPath}`
const outboxKey = (groupPath: string): string => `chat/outbox/${groupPath}`
/** The groups in which something waits to be sent. */
const waitingKey = 'chat/outboxes'

const quoteSchema = z.object({ seq: z.number(), name: z.string(), excerpt: z.string() }).nullable()
const calledSchema = z.array(z.object({ userId: z.string().nullable(), name: z.string() }))

/** What stands in the field: with whom it calls, and what it answers to. */
const draftSchema = z.object({ text: z.string(), called: calledSchema, quote: quoteSchema })
export type Draft = z.infer<typeof draftSchema>

export function draftOf(groupPath: string): Draft {
  const kept = draftSchema.safeParse(read(draftKey(groupPath)))
  return kept.success ? kept.data : { text: '', called: [], quote: null }
}

export function keepDraft(groupPath: string, draft: Draft): void {
  if (draft.text === '' && draft.quote === null) forget(draftKey(groupPath))
  else keep(draftKey(groupPath), draft)
}

const outgoingSchema = z.object({
  requestId: z.string(),
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('image'), filePath: z.string(), fileId: z.string().nullable() }),
    z.object({
      kind: z.literal('voice'),
      filePath: z.string(),
      fileId: z.string().nullable(),
      seconds: z.number(),
      peaks: z.array(z.number()),
    }),
  ]),
  address: z.object({ replyTo: quoteSchema, called: calledSchema }).catch({ replyTo: null, called: [] }),
  writtenAt: z.number(),
  state: z.enum(['sending', 'failed', 'refused', 'aside']),
  isUnfit: z.boolean().optional(),
  stumbles: z.object({ count: z.number(), since: z.number() }).optional(),
})

export function outboxOf(groupPath: string): Outgoing[] {
  const kept = z.array(outgoingSchema).safeParse(read(outboxKey(groupPath)))
  return kept.success ? unsent(kept.data) : []
}

/** The groups in which something waits on this phone. */
export function waitingGroups(): string[] {
  const kept = z.array(z.string()).safeParse(read(waitingKey))
  return kept.success ? kept.data : []
}

export function keepOutbox(groupPath: string, outgoing: readonly Outgoing[]): void {
  const others = waitingGroups().filter((one) => one !== groupPath)
  if (outgoing.length === 0) forget(outboxKey(groupPath))
  else keep(outboxKey(groupPath), outgoing)
  keep(waitingKey, outgoing.length === 0 ? others : [...others, groupPath])
}
