import type { HostParts } from './assemble'
import { scrollerOf, type Scroller } from './builtins/containers'
import { easelElement } from './engine'
import { HostScreen } from './host-screen'
import { plain } from './realm/definition'
import { describeError } from './recorder'
import { controlAt, describeTarget } from './screen'
import { touchLongPress, touchTap } from './touch'
import type { PlainObject, Target } from './types'
import { settle } from './wait'
import { fire } from './wx/context'
import { networkType } from './wx/device'

/** A running mini program, as the person who holds the phone meets it. */
export class WeappHost extends HostScreen {
  constructor(parts: HostParts) {
    super(parts)
    if (openHosts.size === 0) process.on('unhandledRejection', tellOwner)
    openHosts.add(this)
  }

  /** A tap of the finger; waits for the target to appear, and afterwards until all that is due has run. */
  async tap(target: Target): Promise<void> {
    const element = await this.waitFor(target)
    this.parts.context.gesture.begin()
    if (element.matches('wx-input,wx-textarea')) controlAt(element)?.activate?.()
    touchTap(this.parts.engine.window, element)
    await settle()
  }

  /** A finger that rests on something. */
  async longPress(target: Target): Promise<void> {
    touchLongPress(this.parts.engine.window, await this.waitFor(target))
    await settle()
  }

  /** Replaces the text of an input or textarea; leaves the field unless `stay`, presses Enter if `confirm`. */
  async type(
    target: Target,
    text: string,
    options: { stay?: boolean; confirm?: boolean } = {},
  ): Promise<void> {
    const control = controlAt(await this.waitFor(target))
    if (!control?.type) throw new Error(`${describeTarget(target)} is no input`)
    control.type(text)
    await settle()
    if (options.confirm) control.confirm?.()
    if (!options.stay) control.blur?.()
    await settle()
  }

  /**
   * Chooses in a picker (words or index of the entry; `2026-05-01`; `08:30`; a list for several columns), slider,
   * swiper or picker-view; null cancels a picker.
   */
  async pick(target: Target, value: unknown): Promise<void> {
    const control = controlAt(await this.waitFor(target))
    if (!control?.pick) throw new Error(`${describeTarget(target)} is nothing to pick from`)
    this.parts.context.gesture.begin()
    control.pick(value)
    await settle()
  }

  async tapTab(text: string): Promise<void> {
    const index = this.tabBar().findIndex((tab) => tab.text === text)
    const tab = this.tabBar()[index]
    if (!tab) {
      const tabs = this.tabBar().map((entry) => entry.text)
      throw new Error(`no tab "${text}" but ${tabs.join(', ') || 'no tab bar'}`)
    }
    const { stack } = this.parts
    stack.switchTab(`/${tab.pagePath}`)
    stack.call(stack.current, 'onTabItemTap', { index, pagePath: tab.pagePath, text })
    await settle()
  }

  /** The arrow in the navigation bar. */
  async back(): Promise<void> {
    this.parts.stack.navigateBack(1)
    await settle()
  }

  /** Pulls down the page, or a scroll-view with a refresher. */
  async pullDown(target?: Target): Promise<void> {
    if (target) this.scroller(target).refresh()
    else this.callPage('onPullDownRefresh')
    await settle()
  }

  /** Scrolls the page, or a scroll-view, to its end. */
  async scrollToEnd(target?: Target): Promise<void> {
    if (target) this.scroller(target).toEnd()
    else this.callPage('onReachBottom')
    await settle()
  }

  /** Share from the menu; @returns what the page wants to share. */
  async share(): Promise<unknown> {
    return plain(await this.callPage('onShareAppMessage', { from: 'menu' }))
  }

  /** The app goes to the background. */
  async hide(): Promise<void> {
    this.callPage('onHide')
    this.callApp('onHide', {})
    fire(this.parts.context, 'AppHide', {})
    await settle()
  }

  /** The app comes back to the foreground. */
  async show(): Promise<void> {
    const { launch } = this.parts.context
    this.callApp('onShow', { ...launch })
    fire(this.parts.context, 'AppShow', { ...launch })
    this.callPage('onShow')
    await settle()
  }

  /** Without network `wx.cloud` fails, as in WeChat. */
  async setOnline(online: boolean): Promise<void> {
    const { context } = this.parts
    context.state.online = online
    fire(context, 'NetworkStatusChange', { isConnected: online, networkType: networkType(online) })
    await settle()
  }

  /** Ends pages and timers. */
  async close(): Promise<void> {
    const { stack, realm, dom, lifeline } = this.parts
    if (lifeline.closed) return
    stack.closeAll()
    await settle()
    lifeline.closed = true
    realm.close()
    openHosts.delete(this)
    if (openHosts.size === 0) process.off('unhandledRejection', tellOwner)
    dom.window.close()
  }

  /** @internal Runs app.js, the components and the first page. */
  async start(): Promise<void> {
    const { realm, build, context, stack, recorder } = this.parts
    try {
      realm.load('app')
      for (const [unit, json] of build.units) if (json.component) realm.load(unit)
    } catch (error) {
      recorder.error('app start', error)
      throw new Error(`the app did not start: ${describeError(error)}`, { cause: error })
    }
    const { launch } = context
    this.callApp('onLaunch', { ...launch })
    this.callApp('onShow', { ...launch })
    stack.launch(launch.path, launch.query)
    await settle()
  }

  /** @internal Takes a rejection that nobody handled, if it is of this host's app. */
  takesRejection(reason: unknown): boolean {
    const isOurs = this.parts.realm.owns(reason)
    if (isOurs) this.parts.recorder.error('unhandled rejection', reason)
    return isOurs
  }

  private callPage(method: string, argument?: unknown): unknown {
    const { stack } = this.parts
    return stack.call(stack.current, method, argument)
  }

  private callApp(method: string, argument: PlainObject): void {
    const { realm, recorder } = this.parts
    const member = realm.app?.[method]
    if (typeof member !== 'function') return
    try {
      ;(member as (argument: unknown) => unknown).call(realm.app, realm.bridge.toLogic(argument))
    } catch (error) {
      recorder.error(`App ${method}`, error)
    }
  }

  private scroller(target: Target): Scroller {
    const scroller = scrollerOf(easelElement(this.find(target).closest('wx-scroll-view')))
    if (!scroller) throw new Error(`${describeTarget(target)} is in no scroll-view`)
    return scroller
  }
}

const openHosts = new Set<WeappHost>()

/** Under jest, jest itself fails the test instead: it keeps these events from everybody else. */
function tellOwner(reason: unknown): void {
  for (const host of openHosts) if (host.takesRejection(reason)) return
  throw reason
}
