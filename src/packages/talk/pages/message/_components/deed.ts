import type { MessageView } from '@/domain/chat/contract'

export interface DeedProps {
  message: MessageView
  /** It is done: says so, and goes back. */
  onDone: (words: string) => void
}
