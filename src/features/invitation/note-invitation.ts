import { call } from '@/cloud/call'

const noted = new Set<string>()

/** Counts a scan or a refusal, once while the app is open; a number that is not worth a word when it fails. */
export function noteInvitation(code: string, what: 'scan' | 'refusal'): void {
  const key = `${what}/${code}`
  if (noted.has(key)) return
  noted.add(key)
  call('invitation.note', { code, what }).catch(() => noted.delete(key))
}
