import * as z from 'zod'
import { noticeTextSchema, noticeTitleSchema } from '@/domain/notice/schema'
import { forget, keep, read } from '@/platform/storage'

/** What is being written; `requestId` makes sending it twice one notice. */
export interface NoticeDraft {
  requestId: string
  areaPath: string
  title: string
  text: string
}

const key = 'notice/draft'
const draftSchema = z.object({
  requestId: z.string(),
  areaPath: z.string(),
  title: z.string(),
  text: z.string(),
})

export function keptDraft(): NoticeDraft | null {
  const kept = draftSchema.safeParse(read(key))
  return kept.success ? kept.data : null
}

export function keepNoticeDraft(draft: NoticeDraft): void {
  if (draft.title === '' && draft.text === '') forget(key)
  else keep(key, draft)
}

export const forgetNoticeDraft = (): void => forget(key)

/** Which fields are not good enough yet. */
export const lacking = ({ title, text }: Pick<NoticeDraft, 'title' | 'text'>) => ({
  title: !noticeTitleSchema.safeParse(title).success,
  text: !noticeTextSchema.safeParse(text).success,
})
