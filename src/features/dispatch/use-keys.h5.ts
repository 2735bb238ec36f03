import { useEffect, useRef } from 'react'
import type { DeskKeys } from './use-keys'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))

/** J and K go down and up the queue, Enter chooses: for a desk with a keyboard. */
export function useKeys(keys: DeskKeys, isEnabled: boolean): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    if (!isEnabled) return
    const press = (event: KeyboardEvent): void => {
      if (isWriting(event.target) || event.metaKey || event.ctrlKey || event.altKey) return
      const { onNext, onPrevious, onEnter } = current.current
      const act = { j: onNext, k: onPrevious, enter: onEnter }[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isEnabled])
}
