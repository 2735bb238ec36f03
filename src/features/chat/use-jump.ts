import { useEffect, useState } from 'react'
import type { OpenedGroup } from './catch-up'
import { isNewAbove, newFromHere, rowKeyOf } from './rows'
import type { useScroll } from './use-scroll'
import type { OpenTimeline } from './use-timeline'

/** How long what was jumped to is marked, in ms. */
const litFor = 2000

/** Jumping to a message, in the window or not, to the first that calls me, and to the first I have not read. */
export function useJump(open: OpenTimeline, opened: OpenedGroup, scroll: ReturnType<typeof useScroll>) {
  const [lit, setLit] = useState<number | null>(null)
  /** Up to here I have been shown what calls me. */
  const [calledTo, setCalledTo] = useState(opened.readTo)
  useEffect(() => {
    if (lit === null) return
    const timer = setTimeout(() => setLit(null), litFor)
    return () => clearTimeout(timer)
  }, [lit])

  const keyOf = (seq: number): string | null => {
    const found = open.held()?.messages.find((message) => message.seq === seq)
    return found ? rowKeyOf(found) : null
  }
  const to = async (seq: number): Promise<void> => {
    if (keyOf(seq) === null) await open.toMessage(seq)
    const key = keyOf(seq)
    if (key === null) return
    setLit(seq)
    scroll.toRow(key)
  }

  const { mentionSeq } = opened
  const isUnseen = mentionSeq !== null && mentionSeq > calledTo
  const inWindow = open.timeline?.messages.find(({ mentionsMe, seq }) => mentionsMe && seq > calledTo)
  // What comes while I am looking needs no such way.
  const isShown = scroll.isAtEnd && (inWindow?.seq ?? 0) > opened.readTo + opened.unread
  const calling = isUnseen ? mentionSeq : isShown ? null : (inWindow?.seq ?? null)
  const toCalling = async (): Promise<void> => {
    if (calling === null) return
    setCalledTo(calling)
    await to(calling)
  }

  const isMoreAbove = open.timeline !== null && isNewAbove(open.timeline)
  const toNew = async (): Promise<void> => {
    await open.toMessage(open.timeline?.readTo ?? opened.readTo)
    scroll.toRow(newFromHere)
  }

  return { lit, to, calling, toCalling, isMoreAbove, toNew }
}
