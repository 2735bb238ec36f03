import * as z from 'zod'
import { relationSchema } from '@/domain/account/schema'
import { voiceSchema } from '@/domain/shared/contact'
import { forget, keep, read } from '@/platform/storage'

/** What has been typed so far; '' where nothing has. */
const draftSchema = z.object({
  areaPath: z.string(),
  room: z.string(),
  /** null: not said yet; nobody is an owner by having tapped on. */
  relation: relationSchema.nullable(),
  /** The end of a tenancy, `2027-06-30`. */
  until: z.string(),
  nickname: z.string(),
  avatarFileId: z.string().nullable(),
  realName: z.string(),
  voice: voiceSchema.nullable(),
})
export type JoinDraft = z.infer<typeof draftSchema>

export const emptyDraft: JoinDraft = {
  areaPath: '',
  room: '',
  relation: null,
  until: '',
  nickname: '',
  avatarFileId: null,
  realName: '',
  voice: null,
}

const keyOf = (code: string): string => `join/${code}`

/** What was typed for this code before, on this phone; it outlives the page and the network. */
export const readDraft = (code: string): JoinDraft | null =>
  draftSchema.safeParse(read(keyOf(code))).data ?? null

export const keepDraft = (code: string, draft: JoinDraft): void => void keep(keyOf(code), draft)

export const forgetDraft = (code: string): void => forget(keyOf(code))
