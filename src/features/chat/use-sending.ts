import { useCallback } from 'react'
import { call } from '@/cloud/call'
import { uploadPhoto } from '@/cloud/upload'
import { errorWords } from '@/copy/errors'
import { randomId } from '@/platform/random-id'
import { toast } from '@/platform/toast'
import { putOutgoing, type Outgoing, type OutgoingBody } from './outgoing'
import { addSent, type Timeline } from './timeline'

type Change = (next: (timeline: Timeline) => Timeline) => void

/** A picture lies in the cloud before its message is sent, once. */
async function uploaded(outgoing: Outgoing): Promise<Outgoing> {
  const { body } = outgoing
  if (body.kind !== 'image' || body.fileId !== null) return outgoing
  return { ...outgoing, body: { ...body, fileId: await uploadPhoto(body.filePath) } }
}

const wireBody = (body: OutgoingBody) =>
  body.kind === 'text' ? body : ({ kind: 'image', fileId: body.fileId ?? '' } as const)

export interface Sending {
  sendText: (text: string) => void
  sendPhoto: (filePath: string) => void
  /** The same intention once more: the same request id, so that it is said once. */
  resend: (outgoing: Outgoing) => void
}

/** Says things in a group: shown at once, then confirmed, or kept with a way to try again. */
export function useSending(groupPath: string, change: Change): Sending {
  const deliver = useCallback(
    async (first: Outgoing): Promise<void> => {
      let outgoing: Outgoing = { ...first, state: 'sending' }
      change((timeline) => putOutgoing(timeline, outgoing))
      try {
        outgoing = await uploaded(outgoing)
        const { requestId, body } = outgoing
        const { message } = await call('chat.send', { groupPath, body: wireBody(body) }, { requestId })
        change((timeline) => addSent(timeline, message))
      } catch (error) {
        toast(errorWords(error))
        change((timeline) => putOutgoing(timeline, { ...outgoing, state: 'failed' }))
      }
    },
    [groupPath, change],
  )

  const say = (body: OutgoingBody): void =>
    void deliver({ requestId: randomId(), body, writtenAt: Date.now(), state: 'sending' })

  return {
    sendText: (text) => say({ kind: 'text', text }),
    sendPhoto: (filePath) => say({ kind: 'image', filePath, fileId: null }),
    resend: (outgoing) => void deliver(outgoing),
  }
}
