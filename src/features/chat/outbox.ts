import type { QueryClient } from '@tanstack/react-query'
import { call } from '@/cloud/call'
import { uploadPhoto, uploadVoice } from '@/cloud/upload'
import type { MessageView } from '@/domain/chat/contract'
import { AppError } from '@/domain/shared/errors'
import { hasFile, keepFile } from '@/platform/keep-file'
import { callsOf } from './calls'
import { keepOutbox, outboxOf } from './drafts'
import { changeTimeline, heldTimeline } from './keys'
import type { Outgoing, OutgoingBody } from './outgoing'
import { createSendQueue, type Outbox, type SendQueue } from './send-queue'
import { addSent } from './timeline'

/** A picture or voice lies in the cloud before its message is sent, once. @throws AppError NotFound: the file is gone */
async function uploaded(outgoing: Outgoing): Promise<Outgoing> {
  const { body, state } = outgoing
  if (body.kind === 'text' || body.fileId !== null) return outgoing
  // Tried for ever, it would hold up all that was said after it.
  if (state === 'failed' && !(await hasFile(body.filePath))) throw new AppError('NotFound')
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

/** Sends one message into a group: the same intention as often as it takes, under one request id. */
export async function deliver(
  groupPath: string,
  first: Outgoing,
  note: (now: Outgoing) => void,
): Promise<MessageView> {
  let outgoing = first
  try {
    outgoing = await uploaded(first)
    if (outgoing !== first) note(outgoing)
    const { requestId, body, address } = outgoing
    const calls = callsOf(body.kind === 'text' ? body.text : '', address.called)
    const input = { groupPath, body: wireBody(body), replyTo: address.replyTo?.seq ?? null, ...calls }
    return (await call('chat.send', input, { requestId })).message
  } catch (error) {
    note(await kept(outgoing))
    throw error
  }
}

/** In the chat where it is held, and on the phone in any case. */
const boxOf = (queries: QueryClient, groupPath: string): Outbox => ({
  waiting: () => heldTimeline(queries, groupPath)?.outgoing ?? outboxOf(groupPath),
  change: (next) => {
    const isHeld = changeTimeline(queries, groupPath, (timeline) => ({
      ...timeline,
      outgoing: next(timeline.outgoing),
    }))
    if (!isHeld) keepOutbox(groupPath, next(outboxOf(groupPath)))
  },
  sent: (message) => {
    if (changeTimeline(queries, groupPath, (timeline) => addSent(timeline, message))) return
    const left = outboxOf(groupPath).filter(({ requestId }) => requestId !== message._id)
    keepOutbox(groupPath, left)
  },
})

const queues = new WeakMap<QueryClient, Map<string, SendQueue>>()

/** The one line in which what I say in a group waits, whether its chat is open or not. */
export function queueOf(queries: QueryClient, groupPath: string): SendQueue {
  const known = queues.get(queries) ?? new Map<string, SendQueue>()
  queues.set(queries, known)
  const queue =
    known.get(groupPath) ??
    createSendQueue(boxOf(queries, groupPath), (outgoing, note) => deliver(groupPath, outgoing, note))
  known.set(groupPath, queue)
  return queue
}
