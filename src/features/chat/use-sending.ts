import { useCallback, useEffect, useRef } from 'react'
import { call } from '@/cloud/call'
import { uploadPhoto, uploadVoice } from '@/cloud/upload'
import { chat } from '@/copy/chat'
import { errorWords } from '@/copy/errors'
import { AppError } from '@/domain/shared/errors'
import { isPassing } from '@/features/session/query-client'
import { useOnline } from '@/features/session/use-online'
import { keepFile } from '@/platform/keep-file'
import { randomId } from '@/platform/random-id'
import type { Recording } from '@/platform/recorder'
import { toast } from '@/platform/toast'
import { noAddress, putOutgoing, type Address, type Outgoing, type OutgoingBody } from './outgoing'
import { addSent } from './timeline'
import type { OpenTimeline } from './use-timeline'

/** A picture or voice lies in the cloud before its message is sent, once. */
async function uploaded(outgoing: Outgoing): Promise<Outgoing> {
  const { body } = outgoing
  if (body.kind === 'text' || body.fileId !== null) return outgoing
  const upload = body.kind === 'image' ? uploadPhoto : uploadVoice
  return { ...outgoing, body: { ...body, fileId: await upload(body.filePath) } }
}

/** What is not in the cloud yet stays on this phone for longer than WeChat keeps it by itself. */
async function kept(outgoing: Outgoing): Promise<Outgoing> {
  const { body } = outgoing
  if (body.kind === 'text' || body.fileId !== null) return outgoing
  return { ...outgoing, body: { ...body, filePath: await keepFile(body.filePath) } }
}

function wireBody(body: OutgoingBody) {
  if (body.kind === 'text') return body
  const fileId = body.fileId ?? ''
  if (body.kind === 'image') return { kind: body.kind, fileId } as const
  return { kind: body.kind, fileId, seconds: body.seconds, peaks: body.peaks } as const
}

const wireAddress = ({ replyTo, mentionIds, mentionsAll }: Address) => ({
  replyTo: replyTo?.seq ?? null,
  mentionIds: [...mentionIds],
  mentionsAll,
})

const isNewcomersPace = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'LimitReached' && error.details.reason === 'newcomer'

export interface Sending {
  sendText: (text: string, address?: Address) => void
  sendPhoto: (filePath: string) => void
  sendVoice: (recording: Recording) => void
  /** The same intention once more: the same request id, so that it is said once. */
  resend: (outgoing: Outgoing) => void
}

/**
 * Says things in a group, one after another: shown at once, then confirmed, or kept. What found no network goes out
 * again in its order once there is one; what was refused waits for its author.
 */
export function useSending(
  groupPath: string,
  { change, held }: Pick<OpenTimeline, 'change' | 'held'>,
  /** I said too much, or may not speak just now. */
  onLimit: () => void,
): Sending {
  const told = useRef(onLimit)
  useEffect(() => {
    told.current = onLimit
  })
  const line = useRef(Promise.resolve())

  const deliver = useCallback(
    async (first: Outgoing): Promise<void> => {
      let outgoing: Outgoing = { ...first, state: 'sending' }
      try {
        outgoing = await uploaded(outgoing)
        const { requestId, body, address = noAddress } = outgoing
        const input = { groupPath, body: wireBody(body), ...wireAddress(address) }
        const { message } = await call('chat.send', input, { requestId })
        change((timeline) => addSent(timeline, message))
      } catch (error) {
        toast(isNewcomersPace(error) ? chat.slowNewcomer : errorWords(error))
        if (error instanceof AppError && error.code === 'LimitReached') told.current()
        outgoing = await kept(outgoing)
        const state = isPassing(error) ? 'failed' : 'refused'
        change((timeline) => putOutgoing(timeline, { ...outgoing, state }))
      }
    },
    [groupPath, change],
  )

  const queue = useCallback(
    (outgoing: Outgoing): void => {
      change((timeline) => putOutgoing(timeline, { ...outgoing, state: 'sending' }))
      line.current = line.current.then(() => deliver(outgoing))
    },
    [change, deliver],
  )

  const isOnline = useOnline()
  const wasOnline = useRef(isOnline)
  useEffect(() => {
    const isBack = isOnline && !wasOnline.current
    wasOnline.current = isOnline
    if (isBack)
      held()
        ?.outgoing.filter(({ state }) => state === 'failed')
        .forEach(queue)
  }, [held, isOnline, queue])

  const say = (body: OutgoingBody, address = noAddress): void =>
    queue({ requestId: randomId(), body, address, writtenAt: Date.now(), state: 'sending' })

  return {
    sendText: (text, address) => say({ kind: 'text', text }, address),
    sendPhoto: (filePath) => say({ kind: 'image', filePath, fileId: null }),
    sendVoice: (recording) => say({ kind: 'voice', fileId: null, ...recording }),
    resend: queue,
  }
}
