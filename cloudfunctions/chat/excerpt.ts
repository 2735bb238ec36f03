import type { Message } from '@/domain/chat/schema'

const longest = 60

/** The beginning of what was said, for a quote; '' for what has no words, or is not shown to everyone. */
export function excerptOf({ body, state }: Message): string {
  if (state !== 'normal' || body.kind !== 'text') return ''
  const [...characters] = body.text.replace(/\s+/g, ' ')
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest).join('')}…`
}

/** What an answer quotes of what it answers. */
export const quoteOf = (message: Message): NonNullable<Message['replyTo']> => ({
  seq: message.seq,
  authorId: message.authorId,
  name: message.authorName,
  excerpt: excerptOf(message),
})
