import { useLayoutEffect, useState, type RefObject } from 'react'

/** A phone's screen, px. */
export const screen = { width: 375, height: 812 } as const

/** The frame around a screen, both sides together; the gap between two phones, px. */
const bezel = 14
const gap = 14
/** Above and below a phone in the first view: header, caption, roofs, name tag, buttons, px. */
const around = 316
/** Smaller, and its words can't be read. */
const smallest = 0.55

function scaleIn(width: number, count: number): number {
  const isHandheld = width < 560
  const column = isHandheld ? width : (width - gap * (count - 1)) / count
  const byHeight = (window.innerHeight - (isHandheld ? 190 : around)) / screen.height
  const byWidth = (column - bezel) / screen.width
  return Math.min(1, Math.max(smallest, Math.min(byWidth, byHeight)))
}

/** How much smaller than life the phones are, so that `count` of them fit beside each other where they can. */
export function useScale(row: RefObject<HTMLElement | null>, count: number): number {
  const [scale, setScale] = useState<number>(smallest)
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = (): void => {
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      setScale(scaleIn(element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight), count))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [row, count])
  return scale
}
