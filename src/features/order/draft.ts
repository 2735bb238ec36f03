import * as z from 'zod'
import { groupPathSchema } from '@/domain/chat/thread'
import { dangerSchema, entryIdSchema } from '@/domain/handbook/schema'
import { beneficiarySchema, consentSchema, timeWindowSchema } from '@/domain/order/parts'
import { mostPeople } from '@/domain/order/schema'
import { fileIdSchema, phoneSchema, voiceSchema } from '@/domain/shared/contact'
import { daySpanSchema } from '@/domain/series/schema'
import type { Timestamp } from '@/domain/shared/time'
import { idSchema } from '@/domain/shared/ids'
import { randomId } from '@/platform/random-id'
import { forget, keep, read } from '@/platform/storage'

const storageKey = 'order-draft'
/** What began with something said in a group is kept apart: it must not take the place of another, nor be taken for it. */
const storageKeyFrom = 'order-draft-from'

const fromSchema = z.object({ groupPath: groupPathSchema, seq: z.number().int().positive() })
/** What I said in a group, which is to become the order. */
export type From = z.infer<typeof fromSchema>
const isSame = (one: From | null, other: From | null): boolean =>
  one?.groupPath === other?.groupPath && one?.seq === other?.seq

const relations = ['family', 'neighbour', 'resident'] as const
const otherSchema = z.object({
  name: z.string(),
  relation: z.enum(relations),
  userId: idSchema.nullable(),
  /** null: not asked yet. */
  consent: consentSchema.nullable(),
})
/** Somebody else, as far as they have been told of. */
export type Other = z.infer<typeof otherSchema>
export const someoneElse: Other = { name: '', relation: 'family', userId: null, consent: null }
type Relation = Extract<z.infer<typeof beneficiarySchema>, { kind: 'other' }>['relation']
export const relationChoices: readonly Relation[] = relations

const repeatDraftSchema = z.object({
  every: z.enum(['day', 'week', 'month']),
  /** 0 = Sunday. */
  weekdays: z.array(z.number().int().min(0).max(6)),
  monthDay: z.string(),
  span: daySpanSchema,
  /** For how long; null: without end. */
  months: z.number().int().positive().nullable(),
  restsOnHolidays: z.boolean(),
})
export type RepeatDraft = z.infer<typeof repeatDraftSchema>

/** Each field falls back by itself: a draft of an older app, or a broken one, keeps what can be read. */
const fieldsSchema = z.object({
  /** Made with the draft and kept until the order is placed: however often it is sent, it is one order. */
  requestId: idSchema,
  /** null: not chosen by hand; then the words decide. */
  serviceId: entryIdSchema.nullable().catch(null),
  text: z.string().catch(''),
  voice: voiceSchema.nullable().catch(null),
  answers: z.record(z.string(), z.string()).catch({}),
  urgent: z.boolean().catch(false),
  window: timeWindowSchema.nullable().catch(null),
  repeat: repeatDraftSchema.nullable().catch(null),
  /** null: for me. */
  other: otherSchema.nullable().catch(null),
  homePath: z.string().catch(''),
  /** Another door than my own at `homePath`: then the room is asked for. */
  isOtherDoor: z.boolean().catch(false),
  roomNumber: z.string().catch(''),
  phone: z.string().catch(''),
  access: z.string().catch(''),
  photoFileIds: z.array(fileIdSchema).catch([]),
  /** null: as the service says. */
  people: z.number().int().min(1).max(mostPeople).nullable().catch(null),
  from: fromSchema.nullable().catch(null),
  /** The dangers for which the emergency numbers have been seen and called. */
  seenDangers: z.array(dangerSchema).catch([]),
})
export type Draft = z.infer<typeof fieldsSchema>

const withService = z.object({ service: entryIdSchema }).loose()
/** Drafts of the first releases called it `service`. */
const draftSchema = z.preprocess((kept) => {
  const old = withService.safeParse(kept)
  return old.success ? { serviceId: old.data.service, ...old.data } : kept
}, fieldsSchema)

const phoneKey = 'phone'
const lastPhone = (): string => {
  const phone = phoneSchema.safeParse(read(phoneKey))
  return phone.success ? phone.data : ''
}

export const emptyDraft = (): Draft => ({
  requestId: randomId(),
  serviceId: null,
  text: '',
  voice: null,
  answers: {},
  urgent: false,
  window: null,
  repeat: null,
  other: null,
  homePath: '',
  isOtherDoor: false,
  roomNumber: '',
  phone: lastPhone(),
  access: '',
  photoFileIds: [],
  people: null,
  from: null,
  seenDangers: [],
})

const keyOf = (from: From | null): string => (from === null ? storageKey : storageKeyFrom)

/** What was left unsent on this phone, of the same beginning; a time that has passed by then becomes "as soon as possible". */
export function readDraft(now: Timestamp, from: From | null = null): Draft | null {
  const draft = draftSchema.safeParse(read(keyOf(from)))
  if (!draft.success || !isSame(draft.data.from, from)) return null
  const isPast = draft.data.window !== null && draft.data.window.to <= now
  return isPast ? { ...draft.data, window: null } : draft.data
}

export const keepDraft = (draft: Draft): boolean => keep(keyOf(draft.from), draft)

/** Once placed: the next order starts anew, with the same phone. */
export function finishDraft(draft: Draft): void {
  keep(phoneKey, draft.phone)
  forget(keyOf(draft.from))
}

/** What a form is opened with. */
export type Prefill = Partial<Omit<Draft, 'requestId'>>

const saysSomething = ({ text, voice }: Pick<Draft, 'text' | 'voice'>): boolean =>
  text.trim() !== '' || voice !== null

/** Other words or another voice than what was left: they came for something new. */
const isAnother = ({ text = '', voice = null }: Prefill, left: Draft): boolean =>
  saysSomething({ text, voice }) && (text !== left.text || voice?.fileId !== left.voice?.fileId)

/** The draft to start with: what was left unsent, with what the page was opened for on top. */
export function startDraft(left: Draft | null, prefill: Prefill): { draft: Draft; isRestored: boolean } {
  // The same words of the group once more: what they have made of them since stays.
  if (left && prefill.from) return { draft: left, isRestored: saysSomething(left) }
  const kept = left !== null && !isAnother(prefill, left) ? left : null
  const base = kept ?? emptyDraft()
  const isOtherService = (prefill.serviceId ?? base.serviceId) !== base.serviceId
  const draft = { ...base, ...(isOtherService ? { answers: {} } : {}), ...prefill }
  return { draft, isRestored: kept !== null && saysSomething(kept) }
}
