import { useState } from 'react'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'
import { chat } from '@/copy/chat'
import { takeTopicWish } from './topic-wish'

/** As many as are gathered at once. */
const most = 100

export interface Picking {
  seqs: readonly number[]
  toggle: (seq: number) => void
}

/** Ticking messages in the stream, for a new topic or one that was opened for more. */
export function usePicking(groupPath: string) {
  const [seqs, setSeqs] = useState<readonly number[] | null>(null)
  const [topicId, setTopicId] = useState<string | null>(null)
  const { run, isRunning } = useCommand('topic.add')

  const close = (): void => {
    setSeqs(null)
    setTopicId(null)
  }
  const toggle = (seq: number): void => {
    if (seqs?.includes(seq)) setSeqs(seqs.filter((one) => one !== seq))
    else if (seqs && seqs.length < most) setSeqs([...seqs, seq])
  }
  const done = async (): Promise<void> => {
    const inOrder = [...(seqs ?? [])].sort((one, other) => one - other)
    if (topicId === null) {
      close()
      return open(routes.gather(groupPath, inOrder))
    }
    if (!(await run({ topicId, seqs: inOrder }))) return
    close()
    toast(chat.addedPicked)
  }
  /** Begins where a topic has asked for more of this group. */
  const takeWish = (): void => {
    const wished = takeTopicWish(groupPath)
    if (wished === null) return
    setTopicId(wished)
    setSeqs([])
  }

  return {
    picking: seqs === null ? null : { seqs, toggle },
    begin: (seq: number) => setSeqs([seq]),
    takeWish,
    done,
    close,
    isRunning,
    words: topicId === null ? chat.gather : chat.addPicked,
  }
}
