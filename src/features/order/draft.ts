import * as z from 'zod'
import { fileIdSchema, orderTextSchema, phoneSchema, timeWindowSchema } from '@/domain/order/schema'
import { serviceSchema, type Service } from '@/domain/order/services'
import type { CallInput } from '@/domain/contracts'
import type { Timestamp } from '@/domain/shared/time'
import { idSchema } from '@/domain/shared/ids'
import { randomId } from '@/platform/random-id'
import { forget, keep, read } from '@/platform/storage'

const storageKey = 'order-draft'

const draftSchema = z.object({
  /** Made with the draft and kept until the order is placed: however often it is sent, it is one order. */
  requestId: idSchema,
  service: serviceSchema,
  text: z.string(),
  urgent: z.boolean(),
  window: timeWindowSchema.nullable(),
  homePath: z.string(),
  phone: z.string(),
  photoFileIds: z.array(fileIdSchema),
})
export type Draft = z.infer<typeof draftSchema>

const phoneKey = 'phone'
const lastPhone = (): string => {
  const phone = phoneSchema.safeParse(read(phoneKey))
  return phone.success ? phone.data : ''
}

export const emptyDraft = (): Draft => ({
  requestId: randomId(),
  service: 'other',
  text: '',
  urgent: false,
  window: null,
  homePath: '',
  phone: lastPhone(),
  photoFileIds: [],
})

/** What was left unsent on this phone; a time that has passed by then becomes "as soon as possible". */
export function readDraft(now: Timestamp): Draft | null {
  const draft = draftSchema.safeParse(read(storageKey))
  if (!draft.success) return null
  const isPast = draft.data.window !== null && draft.data.window.to <= now
  return isPast ? { ...draft.data, window: null } : draft.data
}

export const keepDraft = (draft: Draft): boolean => keep(storageKey, draft)

/** Once placed: the next order starts anew, with the same phone. */
export function finishDraft(draft: Draft): void {
  keep(phoneKey, draft.phone)
  forget(storageKey)
}

/** The draft to start with: what was left unsent, with what the page was opened for on top. */
export function startDraft(
  left: Draft | null,
  prefill: { service: Service | null; text: string },
): { draft: Draft; isRestored: boolean } {
  const base = left ?? emptyDraft()
  const isNewIntention = left !== null && prefill.text !== '' && prefill.text !== left.text
  const draft = {
    ...(isNewIntention ? emptyDraft() : base),
    ...(prefill.service ? { service: prefill.service } : {}),
    ...(prefill.text ? { text: prefill.text } : {}),
  }
  return { draft, isRestored: left !== null && !isNewIntention && left.text.trim() !== '' }
}

/** What is wrong with the draft, by field; empty when it can be sent. */
export function problemsOf(draft: Draft): ('text' | 'phone' | 'home')[] {
  return [
    ...(orderTextSchema.safeParse(draft.text).success ? [] : ['text' as const]),
    ...(draft.phone === '' || phoneSchema.safeParse(draft.phone).success ? [] : ['phone' as const]),
    ...(draft.homePath === '' ? ['home' as const] : []),
  ]
}

export const inputOf = ({ requestId: _requestId, phone, ...fields }: Draft): CallInput<'order.create'> => ({
  ...fields,
  phone: phone === '' ? null : phone,
})
