import * as z from 'zod'
import type { CallInput } from '@/domain/contracts'
import {
  longestUrgent,
  mostPhotos,
  noticeButtonSchema,
  noticeTextSchema,
  noticeTitleSchema,
} from '@/domain/notice/schema'
import { days, hours, type Timestamp } from '@/domain/shared/time'
import { forget, keep, read } from '@/platform/storage'

/** A button while it is written: its parts may still be missing. */
const draftButtonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('order'), serviceId: z.string() }),
  z.object({ kind: z.literal('page'), page: z.enum(['guide', 'orders', 'directory', 'chat']) }),
  z.object({ kind: z.literal('call'), name: z.string(), phone: z.string() }),
])
export type DraftButton = z.infer<typeof draftButtonSchema>

const draftSchema = z.object({
  /** Makes sending it twice one notice. */
  requestId: z.string(),
  areas: z.array(z.object({ areaPath: z.string(), areaName: z.string() })),
  title: z.string(),
  text: z.string(),
  photoFileIds: z.array(z.string()).max(mostPhotos),
  button: draftButtonSchema,
  isUrgent: z.boolean(),
  /** null: at once. */
  publishAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
  visitAfterHours: z.number().nullable(),
})
/** What is being written. */
export type NoticeDraft = z.infer<typeof draftSchema>

const key = 'notice/draft'

export function keptDraft(): NoticeDraft | null {
  const kept = draftSchema.safeParse(read(key))
  return kept.success ? kept.data : null
}

export function keepNoticeDraft(draft: NoticeDraft): void {
  if (draft.title === '' && draft.text === '' && draft.photoFileIds.length === 0) forget(key)
  else keep(key, draft)
}

export const forgetNoticeDraft = (): void => forget(key)

/** What is not good enough yet. */
export type Lack =
  | 'areas'
  | 'title'
  | 'text'
  | 'service'
  | 'call'
  | 'whenPassed'
  | 'whenTooLate'
  | 'untilMissing'
  | 'untilPassed'
  | 'untilTooLong'

/** How long a notice may be written ahead, ms. */
const farthest = days(30)

function lacksOfTime(draft: NoticeDraft, now: Timestamp): (Lack | false)[] {
  const { expiresAt, isUrgent, publishAt } = draft
  const start = publishAt ?? now
  return [
    publishAt !== null && publishAt <= now && 'whenPassed',
    publishAt !== null && publishAt > now + farthest && 'whenTooLate',
    isUrgent && expiresAt === null && 'untilMissing',
    expiresAt !== null && expiresAt <= start && 'untilPassed',
    isUrgent && expiresAt !== null && expiresAt > start + longestUrgent && 'untilTooLong',
  ]
}

export function lacksOf(draft: NoticeDraft, now: Timestamp): Lack[] {
  const { areas, button, text, title } = draft
  const isButtonWhole = button.kind === 'none' || noticeButtonSchema.safeParse(button).success
  const lacks = [
    areas.length === 0 && 'areas',
    !noticeTitleSchema.safeParse(title).success && 'title',
    !noticeTextSchema.safeParse(text).success && 'text',
    !isButtonWhole && button.kind === 'order' && 'service',
    !isButtonWhole && button.kind === 'call' && 'call',
    ...lacksOfTime(draft, now),
  ] as const
  return lacks.filter((lack) => lack !== false)
}

/** Hours after which the unread are looked in on, as far as the notice still holds then. */
export const visitChoices = ({ expiresAt, publishAt }: NoticeDraft, now: Timestamp): number[] =>
  [24, 48, 72].filter((after) => expiresAt === null || (publishAt ?? now) + hours(after) < expiresAt)

/** As it is sent. */
export function inputOf(draft: NoticeDraft, now: Timestamp): CallInput<'notice.publish'> {
  const { areas, button, requestId: _, visitAfterHours, ...rest } = draft
  const mayVisit = visitAfterHours !== null && visitChoices(draft, now).includes(visitAfterHours)
  return {
    ...rest,
    areaPaths: areas.map(({ areaPath }) => areaPath),
    title: draft.title.trim(),
    text: draft.text.trim(),
    button: button.kind === 'none' ? null : button,
    visitAfterHours: mayVisit ? visitAfterHours : null,
  }
}
