import * as z from 'zod'
import { invitationCodeSchema } from '@/domain/invitation/schema'
import { forget, keep, read } from '@/platform/storage'

const storageKey = 'lastInvitation'
const schema = z.object({ code: invitationCodeSchema, areaName: z.string() })
export type LastInvitation = z.infer<typeof schema>

/** The code that was looked at and not used yet: whoever only looks around finds the way back. */
export const lastInvitation = (): LastInvitation | null => schema.safeParse(read(storageKey)).data ?? null

export const keepInvitation = (invitation: LastInvitation): void => void keep(storageKey, invitation)

export const forgetInvitation = (): void => forget(storageKey)
