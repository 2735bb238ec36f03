import type { PlainObject, TabBarEntry } from '../types'
import { asyncApi, type WxContext } from './context'
import { SelectorQuery } from './selector-query'

/** Title, tab bar, scrolling, and questions about the page's nodes. */
export function pageUiApis(context: WxContext): Record<string, unknown> {
  const { recorder, stack, state } = context
  const onTab = (name: string, change: (entry: TabBarEntry, options: PlainObject) => void) =>
    asyncApi(name, (options) => {
      const entry = state.tabs[Number(options.index)]
      if (!entry) throw new Error(`tabbar item ${String(options.index)} not found`)
      change(entry, options)
      recorder.changed()
    })
  const nothing = (name: string) => ({ [name]: asyncApi(name, () => undefined) })
  return {
    setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title }) => {
      stack.current.title = String(title)
      recorder.changed()
    }),
    ...nothing('setNavigationBarColor'),
    ...nothing('showNavigationBarLoading'),
    ...nothing('hideNavigationBarLoading'),
    ...nothing('setBackgroundColor'),
    ...nothing('setBackgroundTextStyle'),
    ...nothing('hideHomeButton'),
    ...nothing('loadFontFace'),
    ...nothing('setTabBarStyle'),
    ...nothing('startPullDownRefresh'),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => recorder.device('stopPullDownRefresh')),
    pageScrollTo: asyncApi('pageScrollTo', ({ scrollTop, selector }) =>
      recorder.device('pageScrollTo', { scrollTop, selector }),
    ),
    showTabBar: asyncApi('showTabBar', () => void (state.tabBarVisible = true)),
    hideTabBar: asyncApi('hideTabBar', () => void (state.tabBarVisible = false)),
    setTabBarItem: onTab('setTabBarItem', (entry, { text }) => {
      if (typeof text === 'string') entry.text = text
    }),
    setTabBarBadge: onTab('setTabBarBadge', (entry, { text }) => void (entry.badge = String(text))),
    removeTabBarBadge: onTab('removeTabBarBadge', (entry) => void delete entry.badge),
    showTabBarRedDot: onTab('showTabBarRedDot', (entry) => void (entry.badge = '')),
    hideTabBarRedDot: onTab('hideTabBarRedDot', (entry) => void delete entry.badge),
    createSelectorQuery: () => new SelectorQuery(() => stack.current.element),
    createIntersectionObserver: () => everythingIsVisible(),
    createMediaQueryObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
    createAnimation: () => inertAnimation(),
  }
}

/** There is no layout: whatever is observed is reported as wholly on screen, once. */
function everythingIsVisible(): PlainObject {
  let connected = true
  const observer: PlainObject = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: (_selector: string, tell: (entry: PlainObject) => void) => {
      const rect = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
      const entry = {
        id: '',
        dataset: {},
        intersectionRatio: 1,
        intersectionRect: rect,
        boundingClientRect: rect,
        relativeRect: rect,
        time: 0,
      }
      queueMicrotask(() => connected && tell(entry))
    },
    disconnect: () => {
      connected = false
    },
  }
  return observer
}

function inertAnimation(): PlainObject {
  const steps =
    'opacity backgroundColor width height top left bottom right rotate rotateX rotateY rotateZ scale scaleX scaleY translate translateX translateY skew matrix step'
  const animation: PlainObject = { export: () => ({ actions: [] }) }
  for (const name of steps.split(' ')) animation[name] = () => animation
  return animation
}
