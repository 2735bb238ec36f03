import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'
import type { DOMWindow, JSDOM } from 'jsdom'

/** An element or component of glass-easel; the few members that the host uses. */
export interface EaselElement {
  id: string
  is: string
  data: Record<string, unknown>
  dataset: Record<string, unknown>
  getBackendElement(): HTMLElement | null
  getComposedParent(): EaselElement | null
  setData(data: Record<string, unknown>): void
  triggerEvent(name: string, detail: unknown, options?: { bubbles?: boolean; composed?: boolean }): void
  triggerLifetime(name: string, args: unknown[]): void
  addListener(name: string, listener: (event: EaselEvent) => void): void
}

/** An event as glass-easel hands it to listeners. */
export interface EaselEvent {
  type: string
  timeStamp: number
  detail: unknown
  target: { id?: string; dataset?: Record<string, unknown> }
  currentTarget: { id?: string; dataset?: Record<string, unknown> }
  mark?: Record<string, unknown>
  touches?: unknown[]
  changedTouches?: unknown[]
}

/** `this` of a page's or component's methods. */
export interface Instance {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, callback?: () => void): void
  [member: string]: unknown
}

export interface EaselRoot {
  get(): Instance
  getComponent(): EaselElement
  attach(parent: Element, placeholder: Element): void
  release(): void
}

export interface ComponentSpace {
  defineComponent(definition: Record<string, unknown>): { general?(): unknown }
  setGlobalUsingComponent(tag: string, definition: unknown): void
}

export type Register = (definition: Record<string, unknown>) => unknown

export interface CodeSpace {
  getComponentSpace(): ComponentSpace
  addComponentStaticConfig(unit: string, config: unknown): void
  addCompiledTemplate(unit: string, template: unknown): void
  componentEnv<T>(
    unit: string,
    run: (env: { Page: Register; Component: Register; Behavior: Register }) => T,
  ): T
}

interface EaselEventClass {
  new (type: string, detail: unknown, options: Record<string, unknown>): EaselEventObject
  dispatchEvent(target: EaselElement, event: EaselEventObject): void
}

interface EaselEventObject {
  defaultPrevented(): boolean
}

type EventSink = (
  target: EaselElement,
  type: string,
  detail: unknown,
  options: { originalEvent?: { touches?: unknown; changedTouches?: unknown } },
) => 0 | 1

interface GlassEasel {
  globalOptions: { writeIdToDOM: boolean; throwGlobalError: boolean }
  CurrentWindowBackendContext: new () => { onEvent(sink: EventSink): void }
  Event: EaselEventClass
  addGlobalErrorListener(listener: (error: unknown, info: { type?: string }) => boolean | void): void
  addGlobalWarningListener(listener: (warning: unknown) => boolean | void): void
}

interface Adapter {
  glassEasel: GlassEasel
  MiniProgramEnv: new () => {
    createCodeSpace(id: string, isMain: boolean): CodeSpace
    associateBackend(backend: unknown): AssociatedBackend
  }
}

export interface AssociatedBackend {
  createRoot(tag: string, space: CodeSpace, unit: string): EaselRoot
}

/** The view layer of one host: glass-easel, evaluated inside a jsdom window of its own. */
export interface Engine {
  window: DOMWindow
  easel: GlassEasel
  space: CodeSpace
  backend: AssociatedBackend
  /** Compiled templates by unit. */
  groups: Record<string, unknown>
}

const scripts = new Map<string, vm.Script>()

/** Evaluates WeChat's component framework and the compiled templates in a jsdom window. */
export function createEngine(
  dom: JSDOM,
  templates: string,
  isBlocked: (target: EaselElement, type: string) => boolean,
): Engine {
  const context = dom.getInternalVMContext()
  const easel = evaluatePackage<GlassEasel>(context, 'glass-easel', () => undefined)
  const adapter = evaluatePackage<Adapter>(context, 'glass-easel-miniprogram-adapter', () => easel)
  easel.globalOptions.writeIdToDOM = true
  easel.globalOptions.throwGlobalError = false
  const backendContext = new easel.CurrentWindowBackendContext()
  backendContext.onEvent((target, type, detail, options) => {
    if (isBlocked(target, type)) return 0
    const { touches, changedTouches } = options.originalEvent ?? {}
    const event = new easel.Event(type, detail, { ...options, extraFields: { touches, changedTouches } })
    easel.Event.dispatchEvent(target, event)
    return event.defaultPrevented() ? 1 : 0
  })
  const env = new adapter.MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const backend = env.associateBackend(backendContext)
  const groups = script(`(${templates})`, 'templates').runInContext(context) as Record<string, unknown>
  return { window: dom.window, easel, space, backend, groups }
}

/** The glass-easel element that a DOM node belongs to. */
export function easelElement(node: Node | null): EaselElement | undefined {
  return (node as { __wxElement?: EaselElement } | null)?.__wxElement
}

function evaluatePackage<T>(context: vm.Context, name: string, require: (id: string) => unknown): T {
  const file = createRequire(__filename).resolve(name)
  const wrapper = `(function (module, exports, require) {${scripts.has(file) ? '' : readFileSync(file, 'utf8')}\n})`
  const module = { exports: {} }
  const run = script(wrapper, file).runInContext(context) as (...args: unknown[]) => void
  run(module, module.exports, require)
  return module.exports as T
}

/** Compiles once per process: every host runs the same few hundred kilobytes. */
function script(source: string, key: string): vm.Script {
  const cacheKey = key === 'templates' ? source : key
  const known = scripts.get(cacheKey)
  if (known) return known
  const compiled = new vm.Script(source, { filename: key })
  scripts.set(cacheKey, compiled)
  return compiled
}
