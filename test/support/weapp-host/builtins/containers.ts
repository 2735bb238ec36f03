import type { EaselElement } from '../engine'
import { descendants, domOf, setControl, textOf, type BuiltIn } from './control'

/** What `host.scrollToEnd` and `host.pullDown` do with a scroll-view. */
export interface Scroller {
  toEnd(): void
  refresh(): void
}

const scrollers = new WeakMap<EaselElement, Scroller>()

export function scrollerOf(element: EaselElement | undefined): Scroller | undefined {
  return element && scrollers.get(element)
}

export const scrollView: BuiltIn = {
  created(self) {
    scrollers.set(self, {
      toEnd() {
        self.triggerEvent('scroll', {
          scrollTop: 9999,
          scrollLeft: 0,
          scrollHeight: 9999,
          scrollWidth: 375,
          deltaX: 0,
          deltaY: 0,
        })
        self.triggerEvent('scrolltolower', { direction: 'bottom' })
      },
      refresh: () => self.triggerEvent('refresherrefresh', {}),
    })
  },
}

/** `swiper`: `host.pick(swiper, 1)` swipes to the second item. */
export const swiper: BuiltIn = {
  created(self) {
    setControl(self, {
      value: () => self.data.current,
      pick(value) {
        const current = Number(value)
        const count = descendants(self, 'wx-swiper-item').length
        if (!(current >= 0 && current < count))
          throw new Error(`the swiper has ${count} items, and no ${textOf(value)}`)
        self.triggerEvent('change', { current, currentItemId: '', source: 'touch' })
        self.triggerEvent('animationfinish', { current, currentItemId: '', source: 'touch' })
      },
    })
  },
}

/** `picker-view`: `host.pick` gives a list of indexes, one for each column. */
export const pickerView: BuiltIn = {
  created(self) {
    setControl(self, {
      value: () => self.data.value,
      pick: (value) => self.triggerEvent('change', { value: Array.isArray(value) ? value : [value] }),
    })
  },
}

/** `image`: loads at once, whatever its address; it has no size here. */
export const image: BuiltIn = {
  properties: ['src', 'ariaLabel'],
  created(self, { later }) {
    later(() => {
      if (textOf(self.data.src) !== '') self.triggerEvent('load', { width: 750, height: 1000 })
    })
  },
}

/** `rich-text`: HTML or a list of nodes becomes DOM, so that its words can be found. */
export const richText: BuiltIn = {
  properties: ['nodes'],
  observers: {
    nodes(self, nodes) {
      const owner = domOf(self)
      const holder = owner.querySelector('div') ?? owner.appendChild(owner.ownerDocument.createElement('div'))
      if (typeof nodes === 'string') holder.innerHTML = nodes
      else holder.replaceChildren(...richNodes(owner.ownerDocument, nodes))
    },
  },
}

interface RichNode {
  type?: string
  text?: string
  name?: string
  children?: unknown
}

function richNodes(document: Document, nodes: unknown): Node[] {
  if (!Array.isArray(nodes)) return []
  return (nodes as RichNode[]).map((node) => {
    if (node.type === 'text') return document.createTextNode(textOf(node.text))
    const element = document.createElement(node.name ?? 'div')
    element.append(...richNodes(document, node.children))
    return element
  })
}

export const navigator: BuiltIn = {
  properties: ['url', 'openType', 'delta'],
  created(self, { navigate }) {
    self.addListener('tap', () => navigate(textOf(self.data.openType) || 'navigate', textOf(self.data.url)))
  },
}
