import type { Actor } from '@/domain/account/policy'
import type { MessageView } from '@/domain/chat/contract'
import { messageActions } from '@/domain/chat/policy'
import type { Message, MessageBody } from '@/domain/chat/schema'
import type { Timestamp } from '@/domain/shared/time'

/** What stands in the place of something that is not shown. */
const nothing = { kind: 'text', text: ' ' } as const

/** A message as one person sees it: whose it is and whom it means, without anybody's id. */
export function presentMessage(actor: Actor, message: Message, now: Timestamp): MessageView {
  const {
    authorId,
    body,
    mentions,
    thumbs,
    replyTo,
    traceId: _traceId,
    namedIds: _namedIds,
    isLine: _isLine,
    ...shown
  } = message
  const isMine = authorId === actor._id
  const isHidden = !isMine && (message.mediaCheck === 'pending' || message.mediaCheck === 'risky')
  const isShown = message.state === 'normal' && !isHidden
  return {
    ...shown,
    body: isShown ? presentBody(actor, body) : nothing,
    replyTo: replyTo && { seq: replyTo.seq, name: replyTo.name, excerpt: replyTo.excerpt },
    isMine,
    isHidden,
    authorAvatar: null,
    mentionNames: isShown ? mentions.map(({ name }) => name) : [],
    mentionsMe: !isMine && (message.mentionsAll || mentions.some(({ userId }) => userId === actor._id)),
    thumbCount: thumbs.length,
    isThumbed: thumbs.includes(actor._id),
    allowedActions: messageActions(actor, message, now),
  }
}

function presentBody(actor: Actor, body: MessageBody): MessageView['body'] {
  if (body.kind !== 'mention') return body
  const { userId, nameIds: _nameIds, ...shown } = body
  return { ...shown, isMe: userId === actor._id }
}
