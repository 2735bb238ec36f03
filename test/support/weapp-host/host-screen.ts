import type { HostParts } from './assemble'
import { controlAt, findAll, visibleText, describeTarget } from './screen'
import type {
  Answers,
  DeviceAction,
  ModalRecord,
  SetDataStats,
  TabBarEntry,
  Target,
  ToastRecord,
} from './types'
import { waitUntil } from './wait'

const DEFAULT_TIMEOUT_MS = 3000

export interface WaitOptions {
  /** 3,000 unless told. */
  timeoutMs?: number
}

/** What can be seen of a running mini program, and waited for. */
export class HostScreen {
  constructor(protected readonly parts: HostParts) {}

  /** What the person answers when WeChat asks; may be changed at any time. */
  get answers(): Answers {
    return this.parts.context.answers
  }

  /** What went wrong, in words; a good journey ends with `expect(host.errors).toEqual([])`. */
  get errors(): readonly string[] {
    return this.parts.recorder.errors
  }

  /** What glass-easel finds odd; WeChat bears with it. */
  get warnings(): readonly string[] {
    return this.parts.recorder.warnings
  }

  /** Lines of the app's `console`. */
  get logs(): readonly string[] {
    return this.parts.recorder.logs
  }

  get toasts(): readonly ToastRecord[] {
    return this.parts.recorder.toasts
  }

  get modals(): readonly ModalRecord[] {
    return this.parts.recorder.modals
  }

  /** Template ids of every `wx.requestSubscribeMessage` that WeChat let through. */
  get subscribeRequests(): readonly string[][] {
    return this.parts.recorder.subscribeRequests
  }

  /** Calls, previews, vibrations, clipboard, shares: whatever left the app. */
  get deviceActions(): readonly DeviceAction[] {
    return this.parts.recorder.deviceActions
  }

  /** The words of the loading veil, or null. */
  get loading(): string | null {
    return this.parts.context.state.loading
  }

  /** Path of the page on top, without a leading slash. */
  get route(): string {
    return this.parts.stack.current.route
  }

  /** Paths of all open pages, the lowest first. */
  get routes(): string[] {
    return this.parts.stack.pages.map((page) => page.route)
  }

  /** What the page on top was opened with, as WeChat hands it over: not decoded. */
  get query(): Record<string, string> {
    return this.parts.stack.current.options
  }

  /** Title of the navigation bar. */
  get title(): string {
    return this.parts.stack.current.title
  }

  /** Paths of all pages of the build, those of subpackages included. */
  get pages(): readonly string[] {
    return this.parts.build.pages
  }

  /** The DOM of the page on top, for what the helpers don't reach. */
  get page(): HTMLElement {
    return this.parts.stack.current.element
  }

  /** The visible words of the page on top, a line for each box. */
  text(): string {
    return visibleText(this.page)
  }

  /** @throws Error that shows the page if nothing fits. */
  find(target: Target): HTMLElement {
    const [found] = this.findAll(target)
    if (!found) throw new Error(this.notFound(target))
    return found
  }

  findAll(target: Target): HTMLElement[] {
    return findAll(this.page, target)
  }

  has(target: Target): boolean {
    return this.findAll(target).length > 0
  }

  /** What a control holds now: an input's text, a switch's state. */
  value(target: Target): unknown {
    return controlAt(this.find(target))?.value()
  }

  /** Number and size of the messages from logic to view since the start. */
  setDataStats(): SetDataStats {
    return this.parts.recorder.setDataStats()
  }

  /** The tab bar; empty if the page on top has none or the app hid it. */
  tabBar(): TabBarEntry[] {
    const { tabBarVisible, tabs } = this.parts.context.state
    if (!tabBarVisible || !this.parts.stack.isTab(this.route)) return []
    return tabs.map((tab) => ({ ...tab, selected: tab.pagePath === this.route }))
  }

  /** The first element that fits, as soon as there is one. */
  waitFor(target: Target, options: WaitOptions = {}): Promise<HTMLElement> {
    return this.until(
      () => this.findAll(target)[0],
      () => this.notFound(target),
      options,
    )
  }

  async waitForText(text: string | RegExp, options: WaitOptions = {}): Promise<void> {
    const fits = () => (typeof text === 'string' ? this.text().includes(text) : text.test(this.text()))
    await this.until(fits, () => this.notFound({ text }), options)
  }

  async waitForRoute(route: string, options: WaitOptions = {}): Promise<void> {
    await this.until(
      () => this.route === route,
      () => `waited in vain for the page ${route}\n${this.state()}`,
      options,
    )
  }

  /** For what isn't words: `await host.waitUntil(() => host.toasts.length > 0)`. */
  async waitUntil(check: () => boolean, options: WaitOptions = {}): Promise<void> {
    await this.until(check, () => `waited in vain for ${check.toString()}\n${this.state()}`, options)
  }

  private until<T>(
    check: () => T | undefined | false,
    describe: () => string,
    options: WaitOptions,
  ): Promise<T> {
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = options
    const { recorder, dom } = this.parts
    return waitUntil(check, { recorder, document: dom.window.document, timeoutMs, describe })
  }

  private notFound(target: Target): string {
    return `nothing on the page has the ${describeTarget(target)}\n${this.state()}`
  }

  private state(): string {
    const errors = this.errors.length > 0 ? `\nerrors:\n${this.errors.join('\n')}` : ''
    return `page ${this.route} reads:\n${this.text()}${errors}`
  }
}
