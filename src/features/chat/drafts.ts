import * as z from 'zod'
import { keep, forget, read } from '@/platform/storage'
import { unsent, type Outgoing } from './outgoing'

/** What was typed but not sent, and what was sent but not taken, per group. Both survive closing the app. */
const draftKey = (groupPath: string): string => `chat/draft/${groupPath}`
const outboxKey = (groupPath: string): string => `chat/outbox/${groupPath}`

export function draftOf(groupPath: string): string {
  const draft = read(draftKey(groupPath))
  return typeof draft === 'string' ? draft : ''
}

export function keepDraft(groupPath: string, text: string): void {
  if (text === '') forget(draftKey(groupPath))
  else keep(draftKey(groupPath), text)
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
  address: z
    .object({
      replyTo: z.object({ seq: z.number(), name: z.string(), excerpt: z.string() }).nullable(),
      mentionIds: z.array(z.string()),
      mentionsAll: z.boolean(),
    })
    .optional(),
  writtenAt: z.number(),
  state: z.enum(['sending', 'failed', 'refused']),
})

export function outboxOf(groupPath: string): Outgoing[] {
  const kept = z.array(outgoingSchema).safeParse(read(outboxKey(groupPath)))
  return kept.success ? unsent(kept.data) : []
}

export function keepOutbox(groupPath: string, outgoing: readonly Outgoing[]): void {
  if (outgoing.length === 0) forget(outboxKey(groupPath))
  else keep(outboxKey(groupPath), outgoing)
}
