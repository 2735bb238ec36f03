import type { Actor } from '@/domain/account/policy'
import type { MessageView } from '@/domain/chat/contract'
import { canReadGroup, isHiddenFrom, messageActions } from '@/domain/chat/policy'
import type { Message, MessageBody } from '@/domain/chat/schema'
import type { Timestamp } from '@/domain/shared/time'

/** What stands in the place of something that is not shown. */
const nothing = { kind: 'text', text: '' } as const

/** A message as one person sees it: whose it is and whom it means, without anybody's id. */
export function presentMessage(actor: Actor, message: Message, now: Timestamp): MessageView {
  const { authorId, body, mentions, forwardedFrom, thumbs, replyTo, ...shown } = message
  const isMine = authorId === actor._id
  const isHidden = isHiddenFrom(actor, message)
  const isShown = message.state === 'normal' && !isHidden
  return {
    ...shown,
    body: isShown ? presentBody(actor, body) : nothing,
    replyTo: isShown && replyTo ? { seq: replyTo.seq, name: replyTo.name, excerpt: replyTo.excerpt } : null,
    isMine,
    isHidden,
    // Where it comes from is told to those who read there too.
    forwardedFrom: forwardedFrom !== null && canReadGroup(actor, forwardedFrom) ? forwardedFrom : null,
    mentionNames: isShown ? mentions.map(({ name }) => name) : [],
    mentionsMe:
      isShown && !isMine && (message.mentionsAll || mentions.some(({ userId }) => userId === actor._id)),
    thumbCount: thumbs.length,
    isThumbed: thumbs.includes(actor._id),
    allowedActions: messageActions(actor, message, now),
  }
}

function presentBody(actor: Actor, body: MessageBody): MessageView['body'] {
  switch (body.kind) {
    case 'mention': {
      const { userId, nameIds: _nameIds, ...shown } = body
      return { ...shown, isMe: userId === actor._id }
    }
    case 'orderAsk':
    case 'promise':
      return { ...body, to: { name: body.to.name, isMe: body.to.userId === actor._id } }
    default:
      return body
  }
}
