import { easelElement } from '../engine'
import type { PlainObject } from '../types'

type Tell = (result: unknown) => unknown
type Fields = PlainObject & { node?: boolean; properties?: string[] }

interface Question {
  selector: string | null
  all: boolean
  fields: Fields
  tell?: Tell
}

/** `wx.createSelectorQuery()`: finds the page's nodes; sizes and positions are zero, for there is no layout. */
export class SelectorQuery {
  private readonly questions: Question[] = []

  constructor(private readonly page: () => HTMLElement) {}

  /** Taro's pages are one component, so the place to look is the page anyway. */
  in(): this {
    return this
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, selector, false)
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, selector, true)
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, null, false)
  }

  exec(tell?: Tell): this {
    const page = this.page()
    queueMicrotask(() => {
      const results = this.questions.map((question) => answer(page, question))
      this.questions.forEach((question, index) => question.tell?.(results[index]))
      tell?.(results)
    })
    return this
  }

  /** @internal */
  ask(question: Question): this {
    this.questions.push(question)
    return this
  }
}

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly selector: string | null,
    private readonly all: boolean,
  ) {}

  boundingClientRect(tell?: Tell): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, tell)
  }

  scrollOffset(tell?: Tell): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, tell)
  }

  node(tell?: Tell): SelectorQuery {
    return this.fields({ node: true }, tell)
  }

  context(tell?: Tell): SelectorQuery {
    return this.fields({ node: true }, tell)
  }

  fields(fields: Fields, tell?: Tell): SelectorQuery {
    return this.query.ask({ selector: this.selector, all: this.all, fields, tell })
  }
}

function answer(page: HTMLElement, { selector, all, fields }: Question): unknown {
  if (selector === null) return describe(page, fields)
  // glass-easel writes ids with a prefix that differs by component.
  const css = selector.replace(/>>>/g, ' ').replace(/#([\w-]+)/g, '[id$="--$1"]')
  const found = [...page.querySelectorAll<HTMLElement>(css)].map((element) => describe(element, fields))
  return all ? found : (found[0] ?? null)
}

function describe(element: HTMLElement, fields: Fields): PlainObject {
  const easel = easelElement(element)
  const properties = (fields.properties ?? []).map((name) => [name, easel?.data?.[name]] as const)
  return {
    ...(fields.id ? { id: easel?.id ?? '' } : {}),
    ...(fields.dataset ? { dataset: { ...easel?.dataset } } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: 0, bottom: 0 } : {}),
    ...(fields.size ? { width: 0, height: 0 } : {}),
    ...(fields.scrollOffset ? { scrollLeft: 0, scrollTop: 0, scrollWidth: 0, scrollHeight: 0 } : {}),
    ...(fields.node ? { node: inertCanvas() } : {}),
    ...Object.fromEntries(properties),
  }
}

/** A canvas that takes every stroke and shows none. */
function inertCanvas(): PlainObject {
  const strokes =
    'fillRect clearRect strokeRect beginPath closePath moveTo lineTo arc arcTo rect fill stroke fillText strokeText save restore scale rotate translate transform setTransform drawImage clip quadraticCurveTo bezierCurveTo setLineDash'
  const context: PlainObject = { measureText: (text: string) => ({ width: String(text).length * 10 }) }
  for (const name of strokes.split(' ')) context[name] = () => undefined
  return {
    width: 300,
    height: 150,
    getContext: () => context,
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: () => undefined,
  }
}
