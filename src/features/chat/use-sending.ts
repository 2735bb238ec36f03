import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { chat } from '@/copy/chat'
import { errorWords } from '@/copy/errors'
import { AppError } from '@/domain/shared/errors'
import { useOnline } from '@/features/session/use-online'
import { randomId } from '@/platform/random-id'
import type { Recording } from '@/platform/recorder'
import { toast } from '@/platform/toast'
import { queueOf } from './outbox'
import type { Address, Outgoing, OutgoingBody } from './outgoing'

const isNewcomersPace = (error: AppError): boolean =>
  error.code === 'LimitReached' && error.details.reason === 'newcomer'

export interface Sending {
  sendText: (text: string, address: Address) => void
  sendPhoto: (filePath: string, replyTo: Address['replyTo']) => void
  sendVoice: (recording: Recording, replyTo: Address['replyTo']) => void
  /** The same intention once more: the same request id, so that it is said once. */
  resend: (outgoing: Outgoing) => void
  /** Lets go of what was not sent. */
  drop: (outgoing: Outgoing) => void
}

/**
 * Says things in a group, one after another: shown at once, then confirmed, or kept. What found no network goes out
 * by itself in its order; what was refused waits for its author.
 */
export function useSending(
  groupPath: string,
  /** What an earlier visit left unsent is known. */
  isOpen: boolean,
  /** I said too much, or may not speak just now. */
  onLimit: () => void,
): Sending {
  const queue = queueOf(useQueryClient(), groupPath)
  const told = useRef(onLimit)
  useEffect(() => {
    told.current = onLimit
  })
  useEffect(
    () =>
      queue.attend((error) => {
        const no = error instanceof AppError ? error : new AppError('Internal')
        // It goes out by itself, as its bubble says.
        if (no.code === 'Offline' || no.code === 'Timeout') return
        toast(isNewcomersPace(no) ? chat.slowNewcomer : errorWords(no))
        if (no.code === 'LimitReached') told.current()
      }),
    [queue],
  )
  const isOnline = useOnline()
  useEffect(() => {
    if (isOpen && isOnline) queue.wake()
  }, [queue, isOpen, isOnline])

  const say = (body: OutgoingBody, address: Address): void =>
    queue.put({ requestId: randomId(), body, address, writtenAt: Date.now(), state: 'sending' })

  return {
    sendText: (text, address) => say({ kind: 'text', text }, address),
    sendPhoto: (filePath, replyTo) => say({ kind: 'image', filePath, fileId: null }, { replyTo, called: [] }),
    sendVoice: (recording, replyTo) =>
      say({ kind: 'voice', fileId: null, ...recording }, { replyTo, called: [] }),
    resend: queue.put,
    drop: queue.drop,
  }
}
