import type { Actor } from '@/domain/account/policy'
import type { MessageView } from '@/domain/chat/contract'
import type { Message, MessageBody } from '@/domain/chat/schema'

/** A message as one person sees it: whose it is and whom it means, without anybody's id. */
export const presentMessage = (actor: Actor, { authorId, body, ...message }: Message): MessageView => ({
  ...message,
  body: presentBody(actor, body),
  isMine: authorId === actor._id,
})

function presentBody(actor: Actor, body: MessageBody): MessageView['body'] {
  if (body.kind !== 'mention') return body
  const { userId, nameIds: _nameIds, ...shown } = body
  return { ...shown, isMe: userId === actor._id }
}
