import type { Actor } from '@/domain/account/policy'
import type { MessageView } from '@/domain/chat/contract'
import type { Message } from '@/domain/chat/schema'

/** A message as one person sees it: whose it is, without anybody's id. */
export const presentMessage = (actor: Actor, { authorId, ...message }: Message): MessageView => ({
  ...message,
  isMine: authorId === actor._id,
})
