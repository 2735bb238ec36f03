import { useEffect, useRef } from 'react'
import type { DeskKeys } from './use-keys'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))

/** Keys for a desk with a keyboard; not while someone writes, nor with a modifier. */
export function useKeys(keys: DeskKeys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isWriting(event.target) || event.metaKey || event.ctrlKey || event.altKey) return
      const act = current.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
