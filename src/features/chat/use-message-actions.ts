import Taro from '@tarojs/taro'
import { useState } from 'react'
import { chat, previewWords } from '@/copy/chat'
import type { MessageAction, MessageView } from '@/domain/chat/contract'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { Quoted } from './quote'
import { addFresh } from './timeline'
import type { OpenTimeline } from './use-timeline'

const excerptLength = 40

/** What I took back while this app was open, by message, so that it can be written anew. */
const takenBack = new Map<string, string>()
export const takenBackText = ({ _id }: MessageView): string | null => takenBack.get(_id) ?? null

const quoteOf = (message: MessageView): Quoted => ({
  seq: message.seq,
  name: message.isMine ? chat.me : message.authorName,
  excerpt: previewWords(message.body).slice(0, excerptLength),
})

/** What is done with a message: at once on this phone, and told to the cloud. */
export function useMessageActions(
  groupPath: string,
  { change, held }: Pick<OpenTimeline, 'change' | 'held'>,
) {
  const { run } = useCommands()
  const [asked, setAsked] = useState<MessageView | null>(null)
  const [forwarded, setForwarded] = useState<MessageView | null>(null)
  const [quote, setQuote] = useState<Quoted | null>(null)

  const tell = async (ask: () => Promise<{ message: MessageView } | null>): Promise<boolean> => {
    const asOf = held()?.knownTo ?? 0
    const answer = await ask()
    if (!answer) return false
    const { message } = answer
    change((now) => addFresh(now, { items: [message], seqs: [message.seq], asOf }))
    return true
  }
  const thumb = ({ seq, isThumbed }: MessageView) =>
    tell(() => run('chat.thumb', { groupPath, seq, isOn: !isThumbed }))
  const recall = async ({ _id, seq, body }: MessageView): Promise<void> => {
    // Kept before the answer shows it as taken back.
    if (body.kind === 'text') takenBack.set(_id, body.text)
    await tell(() => run('chat.recall', { groupPath, seq }))
  }
  const copy = async ({ body }: MessageView): Promise<void> => {
    if (body.kind !== 'text') return
    await Taro.setClipboardData({ data: body.text })
    toast(chat.copied)
  }

  const act = (action: MessageAction): void => {
    const message = asked
    setAsked(null)
    if (!message) return
    const acts: Record<MessageAction, () => unknown> = {
      reply: () => setQuote(quoteOf(message)),
      copy: () => copy(message),
      thumb: () => thumb(message),
      forward: () => setForwarded(message),
      recall: () => recall(message),
    }
    acts[action]()
  }

  return {
    asked,
    ask: setAsked,
    act,
    forwarded,
    closeForward: () => setForwarded(null),
    quote,
    dropQuote: () => setQuote(null),
  }
}
