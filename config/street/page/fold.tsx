import { useEffect, useRef, type ReactNode } from 'react'

interface FoldProps {
  className: string
  /** What stays in sight. */
  summary: ReactNode
  /** What floats below it while open. */
  children: ReactNode
}

/** Something folded, that floats when opened, and closes on Escape or a tap elsewhere (in a phone, too). */
export function Fold({ className, summary, children }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (): void => details.current?.removeAttribute('open')
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close()
    }
    const onPoint = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && details.current?.contains(target))) close()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPoint)
    window.addEventListener('blur', close)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPoint)
      window.removeEventListener('blur', close)
    }
  }, [])
  return (
    <details className={className} ref={details}>
      <summary className="tool">{summary}</summary>
      {children}
    </details>
  )
}
