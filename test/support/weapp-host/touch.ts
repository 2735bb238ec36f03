import type { DOMWindow } from 'jsdom'
import { easelElement } from './engine'

type Touch = 'touchstart' | 'touchend' | 'touchcancel'

function touch(window: DOMWindow, element: Element, type: Touch): void {
  const event = new window.Event(type, { bubbles: true, cancelable: true, composed: true })
  const point = { identifier: 0, clientX: 10, clientY: 10, pageX: 10, pageY: 10 }
  Object.assign(event, { touches: type === 'touchstart' ? [point] : [], changedTouches: [point] })
  element.dispatchEvent(event)
}

/** A finger that goes down and up on an element; glass-easel makes the tap of it. */
export function touchTap(window: DOMWindow, element: Element): void {
  touch(window, element, 'touchstart')
  touch(window, element, 'touchend')
}

/** A finger that rests on an element: glass-easel knows no long press, and no tap comes of it in WeChat. */
export function touchLongPress(window: DOMWindow, element: Element): void {
  touch(window, element, 'touchstart')
  easelElement(element)?.triggerEvent('longpress', { x: 10, y: 10 }, { bubbles: true, composed: true })
  touch(window, element, 'touchcancel')
}
