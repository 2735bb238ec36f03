/** The nearest element around `element` that scrolls up and down. */
function scrollerOf(element: Element, view: Window): Element | null {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const canScroll = around.scrollHeight > around.clientHeight
    if (canScroll && /auto|scroll/.test(view.getComputedStyle(around).overflowY)) return around
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

/** Scrolls only what is inside the phone, as on a real one: browsers go on and scroll the street, too. */
function patch(view: Window & typeof globalThis): void {
  view.Element.prototype.scrollIntoView = function scrollInside(
    this: Element,
    options?: boolean | ScrollIntoViewOptions,
  ): void {
    const scroller = scrollerOf(this, view)
    if (!scroller) return
    const block = (typeof options === 'object' && options.block) || (options === false ? 'end' : 'start')
    scroller.scrollTop += distance(this.getBoundingClientRect(), scroller.getBoundingClientRect(), block)
  }
}

/**
 * Keeps a phone's page from scrolling the street around it, from its first frame on.
 * @returns how to stop watching for that first frame
 */
export function keepScrollInside(frame: HTMLIFrameElement): () => void {
  let request = 0
  const look = (): void => {
    const view = frame.contentDocument?.defaultView
    if (view && view.location.href !== 'about:blank') return patch(view)
    request = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(request)
}
