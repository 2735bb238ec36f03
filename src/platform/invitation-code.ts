import { invitationCodeSchema } from '@/domain/invitation/schema'

/** The invitation code in what was scanned: a page with `?scene=CODE`, or the bare code; null where there is none. */
export function invitationCodeIn(text: string): string | null {
  const scene = /[?&]scene=([^&#]+)/.exec(text)?.[1]
  const code = invitationCodeSchema.safeParse(decode(scene ?? text.trim()))
  return code.success ? code.data : null
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
