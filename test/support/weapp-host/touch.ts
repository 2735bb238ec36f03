import type { DOMWindow } from 'jsdom'

/** A finger that goes down and up on an element; glass-easel makes the tap of it. */
export function touchTap(window: DOMWindow, element: Element): void {
  for (const type of ['touchstart', 'touchend']) {
    const event = new window.Event(type, { bubbles: true, cancelable: true, composed: true })
    const point = { identifier: 0, clientX: 10, clientY: 10, pageX: 10, pageY: 10 }
    Object.assign(event, { touches: type === 'touchstart' ? [point] : [], changedTouches: [point] })
    element.dispatchEvent(event)
  }
}
