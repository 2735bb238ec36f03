import type { Build } from './dist-files'
import { joinPath } from './dist-files'
import type { EaselRoot, Engine, Instance } from './engine'
import { plain, prepareInstance } from './realm/definition'
import { describeError, type Recorder } from './recorder'

/** A page that is open: its two halves and its place in the DOM. */
export interface OpenPage {
  route: string
  options: Record<string, string>
  title: string
  element: HTMLElement
  root: EaselRoot
  instance: Instance
}

interface Ports {
  build: Build
  engine: Engine
  recorder: Recorder
  /** Runs the page's JavaScript, so that the page is registered. */
  load(unit: string): void
}

const MAX_PAGES = 10

/** Pages in the order of the screen, with WeChat's rules of navigation and order of life-cycle calls. */
export class PageStack {
  readonly pages: OpenPage[] = []
  private readonly tabPages = new Map<string, OpenPage>()
  private readonly shell: HTMLElement
  private opened = 0

  constructor(private readonly ports: Ports) {
    const { document } = ports.engine.window
    this.shell = document.body.appendChild(document.createElement('wx-shell'))
  }

  get current(): OpenPage {
    const page = this.pages.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  isTab(route: string): boolean {
    return this.ports.build.tabs.some((tab) => tab.pagePath === route)
  }

  /** Calls a page's method if it has one; what it throws is an error of the app. */
  call(page: OpenPage, method: string, argument?: unknown): unknown {
    const member = page.instance[method]
    if (typeof member !== 'function') return undefined
    try {
      return (member as (argument?: unknown) => unknown).call(page.instance, argument)
    } catch (error) {
      this.ports.recorder.error(`${page.route} ${method}`, error)
      return undefined
    }
  }

  launch(route: string, options: Record<string, string>): void {
    this.push(this.requireKnown(route), options)
  }

  navigateTo(url: string): void {
    const { route, options } = this.parse(url)
    if (this.isTab(route)) throw new Error('can not navigateTo a tabbar page')
    if (this.pages.length >= MAX_PAGES) throw new Error('webview count limit exceed')
    this.call(this.current, 'onHide')
    this.push(route, options)
  }

  redirectTo(url: string): void {
    const { route, options } = this.parse(url)
    if (this.isTab(route)) throw new Error('can not redirectTo a tabbar page')
    this.pop()
    this.push(route, options)
  }

  navigateBack(delta: number): void {
    if (this.pages.length < 2) throw new Error('cannot navigate back at first page')
    for (let left = Math.min(delta, this.pages.length - 1); left > 0; left -= 1) this.pop()
    this.call(this.current, 'onShow')
    this.refresh()
  }

  switchTab(url: string): void {
    const { route } = this.parse(url)
    if (!this.isTab(route)) throw new Error('can not switch to no-tabBar page')
    if (this.current.route === route) return
    while (this.pages.length > 0 && !this.isTab(this.current.route)) this.pop()
    const left = this.pages.pop()
    if (left) this.call(left, 'onHide')
    const known = this.tabPages.get(route)
    if (!known) return this.push(route, {})
    this.pages.push(known)
    this.call(known, 'onShow')
    this.refresh()
  }

  reLaunch(url: string): void {
    const { route, options } = this.parse(url)
    this.closeAll()
    this.push(route, options)
  }

  closeAll(): void {
    const open = new Set([...this.pages, ...this.tabPages.values()])
    this.pages.length = 0
    this.tabPages.clear()
    for (const page of open) this.close(page)
  }

  private parse(url: string): { route: string; options: Record<string, string> } {
    const [path = '', query = ''] = url.split('?')
    const from = this.pages.length > 0 ? joinPath(this.current.route, '..') : ''
    const route = this.requireKnown(path.startsWith('/') ? joinPath(path) : joinPath(from, path))
    return { route, options: parseQuery(query) }
  }

  private requireKnown(route: string): string {
    if (!this.ports.build.pages.includes(route)) throw new Error(`page "${route}" is not found`)
    return route
  }

  private push(route: string, options: Record<string, string>): void {
    const page = this.open(route, options)
    this.pages.push(page)
    if (this.isTab(route)) this.tabPages.set(route, page)
    this.call(page, 'onLoad', page.options)
    this.call(page, 'onShow')
    this.refresh()
    queueMicrotask(() => {
      page.root.getComponent().triggerLifetime('ready', [])
      this.call(page, 'onReady')
    })
  }

  private open(route: string, options: Record<string, string>): OpenPage {
    const { build, engine, recorder } = this.ports
    try {
      this.ports.load(route)
    } catch (error) {
      recorder.error(`${route}.js`, error)
      throw new Error(`page "${route}" did not load: ${describeError(error)}`, { cause: error })
    }
    const { document } = engine.window
    const element = this.shell.appendChild(document.createElement('wx-page'))
    const placeholder = element.appendChild(document.createElement('span'))
    const root = engine.backend.createRoot('body', engine.space, route)
    const instance = root.get()
    prepareInstance(instance, recorder)
    const id = (this.opened += 1)
    Object.assign(instance, {
      route,
      __route__: route,
      options: plain(options),
      __wxWebviewId__: id,
      getPageId: () => `pageId:${id}`,
      getTabBar: () => undefined,
      getOpenerEventChannel: inertEventChannel,
    })
    root.attach(element, placeholder)
    const title = build.units.get(route)?.navigationBarTitleText ?? build.app.window?.navigationBarTitleText
    return { route, options, title: String(title ?? ''), element, root, instance }
  }

  private pop(): void {
    const page = this.pages.pop()
    if (!page) return
    this.tabPages.delete(page.route)
    this.close(page)
  }

  private close(page: OpenPage): void {
    this.call(page, 'onUnload')
    page.root.release()
    page.element.remove()
  }

  /** Shows the page on top, hides the others. */
  private refresh(): void {
    const current = this.pages.at(-1)
    for (const page of new Set([...this.tabPages.values(), ...this.pages])) {
      page.element.style.display = page === current ? '' : 'none'
    }
    this.ports.recorder.changed()
  }
}

/** Pages rarely talk through it; its methods do nothing. */
export function inertEventChannel(): Record<string, () => void> {
  return { on: () => undefined, once: () => undefined, off: () => undefined, emit: () => undefined }
}

/**
 * A query as WeChat hands it to `onLoad`: percent codes are *not* decoded, other than ASCII is encoded even,
 * whatever follows a second `=` is lost, and a key without `=` has the value 'undefined'.
 * Seen in: github.com/NervJS/taro/issues/15694 and the WeChat community's post 0004e8d93c4c080eddc36298661800.
 */
export function parseQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', value = 'undefined'] = pair.split('=')
      return [key, value.replace(/[^\p{ASCII}]+/gu, (text) => encodeURIComponent(text))]
    }),
  )
}
