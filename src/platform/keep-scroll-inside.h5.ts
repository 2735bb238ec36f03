/** The nearest element around `element` that scrolls up and down. */
function scrollerOf(element: Element): Element | null {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const canScroll = around.scrollHeight > around.clientHeight
    if (canScroll && /auto|scroll/.test(window.getComputedStyle(around).overflowY)) return around
  }
  return null
}

/** How far to scroll down so that something comes into view, px. */
function distance(thing: DOMRect, around: DOMRect, block: ScrollLogicalPosition): number {
  const toTop = thing.top - around.top
  const toBottom = thing.bottom - around.bottom
  if (block === 'start') return toTop
  if (block === 'end') return toBottom
  if (block === 'center') return (toTop + toBottom) / 2
  if (toTop < 0) return toTop
  return Math.max(0, Math.min(toTop, toBottom))
}

/**
 * Browsers scroll everything around what is to come into view: Taro's scroll view so moves the whole page, its tab
 * bar, and the street that a phone stands on. On a phone only the scroll view moves; so it does here.
 */
export function keepScrollInside(): void {
  Element.prototype.scrollIntoView = function scrollInside(options?: boolean | ScrollIntoViewOptions): void {
    const scroller = scrollerOf(this)
    if (!scroller) return
    const block = (typeof options === 'object' && options.block) || (options === false ? 'end' : 'start')
    scroller.scrollTop += distance(this.getBoundingClientRect(), scroller.getBoundingClientRect(), block)
  }
}
