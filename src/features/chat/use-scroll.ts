import { useEffect, useRef, useState } from 'react'
import { newFromHere, type Row } from './rows'

/** Two anchors at the end: going there twice has to be two different values. */
export const endAnchors = ['chat-end-a', 'chat-end-b'] as const

/** What is scrolled to has to be on the screen first, in ms. */
const untilDrawn = 40
/** So long after it opened, what still grows must not push "new from here" away, in ms. */
const untilGrown = 3000

/**
 * Where the chat is scrolled to: at the "new from here" line or the end when it opens, at the end while someone is
 * there, and where it was while they read what is above.
 */
export function useScroll(rows: readonly Row[], isReady: boolean, roomKey: string) {
  const [target, setTarget] = useState('')
  const [isAtEnd, setIsAtEnd] = useState(true)
  const hasOpened = useRef(false)
  const lastTop = useRef(0)
  /** Until when the "new from here" line is kept in view. */
  const heldUntil = useRef(0)

  const toEnd = (): void => {
    heldUntil.current = 0
    setIsAtEnd(true)
    setTarget((before) => (before === endAnchors[0] ? endAnchors[1] : endAnchors[0]))
  }

  const aimAt = (key: string): void => {
    setTarget('')
    setTimeout(() => setTarget(key), untilDrawn)
  }

  const last = `${rows.length} ${rows[rows.length - 1]?.key ?? ''}`
  useEffect(() => {
    if (!isReady) return
    const settle = (): void => {
      if (hasOpened.current) {
        if (isAtEnd) toEnd()
        else if (Date.now() < heldUntil.current) aimAt(newFromHere)
        return
      }
      hasOpened.current = true
      const hasUnread = rows.some(({ kind }) => kind === 'unread')
      setIsAtEnd(!hasUnread)
      if (hasUnread) heldUntil.current = Date.now() + untilGrown
      setTarget(hasUnread ? newFromHere : endAnchors[0])
    }
    const timer = setTimeout(settle, untilDrawn)
    return () => clearTimeout(timer)
    // Only while someone is at the end: a page put in above must not move what they read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [last, isReady, roomKey])

  const onScroll = ({ detail }: { detail: { scrollTop: number } }): void => {
    if (detail.scrollTop < lastTop.current - 4) setIsAtEnd(false)
    lastTop.current = detail.scrollTop
  }

  const to = (key: string): void => {
    heldUntil.current = 0
    setTarget(key)
  }
  /** To a row that may only just have come, away from the end; also where it was the last target. */
  const toRow = (key: string): void => {
    heldUntil.current = 0
    setIsAtEnd(false)
    aimAt(key)
  }

  return { target, isAtEnd, toEnd, to, toRow, onScroll, onEnd: () => setIsAtEnd(true) }
}
