import Taro from '@tarojs/taro'
import { useState } from 'react'
import { chat, previewWords } from '@/copy/chat'
import type { MessageAction, MessageView } from '@/domain/chat/contract'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'
import { prefillOfMessage } from './prefill-of-message'
import { draftOf } from './drafts'
import type { Quoted } from './quote'
import { addFresh, addSent } from './timeline'
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
  onPick: (seq: number) => void,
) {
  const { run, isRunning } = useCommands()
  const [asked, setAsked] = useState<MessageView | null>(null)
  const [forwarded, setForwarded] = useState<MessageView | null>(null)
  /** Whose author is to be asked for an order. */
  const [toAsk, setToAsk] = useState<MessageView | null>(null)
  const [quote, setQuote] = useState<Quoted | null>(() => draftOf(groupPath).quote)

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
      toOrder: () => open(routes.orderNew(prefillOfMessage(message))),
      askToOrder: () => setToAsk(message),
      toTopic: () => onPick(message.seq),
      toPromise: () => open(routes.messageDeed('toPromise', groupPath, message.seq)),
      report: () => open(routes.messageDeed('report', groupPath, message.seq)),
      remove: () => open(routes.messageDeed('remove', groupPath, message.seq)),
      silence: () => open(routes.messageDeed('silence', groupPath, message.seq)),
    }
    acts[action]()
  }

  const askToOrder = async (): Promise<void> => {
    if (!toAsk) return
    const answer = await run('chat.askToOrder', { groupPath, seq: toAsk.seq })
    setToAsk(null)
    if (answer) change((now) => addSent(now, answer.message))
  }

  return {
    asked,
    ask: setAsked,
    act,
    forwarded,
    closeForward: () => setForwarded(null),
    quote,
    setQuote,
    toAsk,
    askToOrder,
    closeAsk: () => setToAsk(null),
    decline: (seq: number) => tell(() => run('chat.declineOrder', { groupPath, seq })),
    isRunning,
  }
}
