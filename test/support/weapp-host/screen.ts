import { controlOf, textOf } from './builtins/control'
import { easelElement } from './engine'
import type { Target, TargetQuery } from './types'

const CONTROLS =
  'wx-input,wx-textarea,wx-switch,wx-checkbox,wx-radio,wx-slider,wx-picker,wx-picker-view,wx-swiper,wx-button'
const INLINE = /^WX-TEXT$|^(SPAN|B|I|STRONG|EM|A|FONT)$/
const ELEMENT = 1
const TEXT = 3

/** The words that can be read in an element, a line for each box; inputs' values and placeholders don't count. */
export function visibleText(root: Node): string {
  return collect(root)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function collect(node: Node): string {
  if (node.nodeType === TEXT) return node.textContent ?? ''
  if (node.nodeType !== ELEMENT || isHiddenItself(node as HTMLElement)) return ''
  const inner = [...node.childNodes].map(collect).join('')
  return INLINE.test((node as Element).tagName) ? inner : `\n${inner}\n`
}

/** By inline style or the `hidden` property; style sheets aren't applied. */
function isHiddenItself(element: HTMLElement): boolean {
  const { display, visibility } = element.style
  return display === 'none' || visibility === 'hidden' || easelElement(element)?.data?.hidden === true
}

function isVisible(element: Element): boolean {
  for (let level: Element | null = element; level && level.tagName !== 'BODY'; level = level.parentElement) {
    if (isHiddenItself(level as HTMLElement)) return false
  }
  return true
}

/** All visible elements that fit, in the order of the page. */
export function findAll(page: HTMLElement, target: Target): HTMLElement[] {
  if (!isQuery(target)) return [target as HTMLElement]
  const root = target.within === undefined ? page : findOne(page, target.within)
  const found = root ? search(root, target).filter(isVisible) : []
  if (target.index === undefined) return found
  return found.slice(target.index, target.index === -1 ? undefined : target.index + 1)
}

export function findOne(page: HTMLElement, target: Target): HTMLElement | undefined {
  return findAll(page, target)[0]
}

/** A target in words, for messages. */
export function describeTarget(target: Target): string {
  if (!isQuery(target)) return `<${target.tagName.toLowerCase()}>`
  const { within, index, ...query } = target
  const [[kind = '', words = ''] = []] = Object.entries(query as Record<string, unknown>)
  const place = within === undefined ? '' : ` within ${describeTarget(within)}`
  return `${kind} ${words instanceof RegExp ? String(words) : `"${String(words)}"`}${index === undefined ? '' : ` [${index}]`}${place}`
}

function isQuery(target: Target): target is Exclude<Target, Element> {
  return !('nodeType' in target)
}

function search(root: HTMLElement, query: TargetQuery): HTMLElement[] {
  if ('text' in query) return byText(root, query.text)
  if ('placeholder' in query) {
    return all(root, 'wx-input,wx-textarea').filter((node) =>
      fits(dataOf(node, 'placeholder'), query.placeholder),
    )
  }
  if ('testId' in query) return all(root, '[id]').filter((node) => easelElement(node)?.id === query.testId)
  return byLabel(root, query.label)
}

function byText(root: HTMLElement, words: string | RegExp): HTMLElement[] {
  const texts = new Map(all(root, '*').map((node) => [node, visibleText(node).replace(/\n/g, ' ')]))
  const innermost = (test: (text: string) => boolean) => {
    const matching = [...texts].filter(([, text]) => text !== '' && test(text)).map(([node]) => node)
    const kept = new Set(matching)
    return matching.filter((node) => !all(node, '*').some((inner) => kept.has(inner)))
  }
  const whole = innermost((text) => fits(text, words))
  return whole.length > 0 || words instanceof RegExp ? whole : innermost((text) => text.includes(words))
}

/** By aria-label, by a <label> around or before it, and last by words beside it in the same box. */
function byLabel(root: HTMLElement, words: string | RegExp): HTMLElement[] {
  const named = all(root, '*').filter((node) => fits(dataOf(node, 'ariaLabel'), words))
  if (named.length > 0) return named
  return byText(root, words).flatMap((text) => {
    const label = text.closest<HTMLElement>('wx-label')
    const forId = label ? dataOf(label, 'for') : ''
    const target =
      forId === '' ? undefined : all(root, '[id]').find((node) => easelElement(node)?.id === forId)
    return target ?? beside(root, text) ?? []
  })
}

function beside(root: HTMLElement, text: HTMLElement): HTMLElement | undefined {
  for (let box: HTMLElement | null = text; box; box = box.parentElement) {
    if (box.matches(CONTROLS)) return box
    const control = box.querySelector<HTMLElement>(CONTROLS)
    if (control) return control
    if (box === root) return undefined
  }
  return undefined
}

/** The control that an element is, is in, or has in it. */
export function controlAt(element: HTMLElement) {
  const withControl = (node: Element) => controlOf(easelElement(node))
  for (
    let level: Element | null = element;
    level && level.tagName !== 'WX-PAGE';
    level = level.parentElement
  ) {
    const control = withControl(level)
    if (control) return control
  }
  return all(element, '*')
    .map(withControl)
    .find((control) => control !== undefined)
}

function all(root: Element, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)]
}

function dataOf(node: Element, name: string): string {
  return textOf(easelElement(node)?.data?.[name])
}

function fits(text: string, words: string | RegExp): boolean {
  return words instanceof RegExp || typeof words !== 'string' ? words.test(text) : text === words
}
