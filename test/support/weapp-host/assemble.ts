import { JSDOM } from 'jsdom'
import { defineBuiltIns } from './builtins'
import { isDisabled, type BuiltInPorts } from './builtins/control'
import { readBuild, type Build } from './dist-files'
import { createEngine, easelElement, type EaselElement, type Engine } from './engine'
import { PageStack } from './page-stack'
import { plain } from './realm/definition'
import { LogicRealm } from './realm/logic-realm'
import { describeError, Recorder } from './recorder'
import type { Answers, PlainObject, WeappHostOptions } from './types'
import { createWx } from './wx'
import { Gesture, type WxContext } from './wx/context'

/** The pieces of a host, put together but not yet started. */
export interface HostParts {
  recorder: Recorder
  build: Build
  dom: JSDOM
  engine: Engine
  stack: PageStack
  realm: LogicRealm
  context: WxContext
  /** Set when the host closes: what happens afterwards is nobody's business. */
  lifeline: { closed: boolean }
}

/** WeChat's scene "from the list of mini programs". */
const LAUNCHED_FROM_LIST = 1001

/** A build on disk doesn't change while a test file runs. */
const builds = new Map<string, Build>()

/** @throws Error if there is no build or a template doesn't compile. */
export function assemble(options: WeappHostOptions): HostParts {
  const recorder = new Recorder()
  const lifeline = { closed: false }
  const build = builds.get(options.dist) ?? readBuild(options.dist)
  builds.set(options.dist, build)
  const dom = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only' })
  const engine = createEngine(dom, build.templates, isTapOnDisabledButton)
  const stack = new PageStack({ build, engine, recorder, load: (unit) => void realm.load(unit) })
  const context = createContext(options, { build, engine, recorder, stack })
  const realm = new LogicRealm({
    build,
    space: engine.space,
    recorder,
    getCurrentPages: () => stack.pages.map((page) => page.instance),
  })
  const parts: HostParts = { recorder, build, dom, engine, stack, realm, context, lifeline }
  prepareView(parts)
  realm.installWx(createWx(context))
  return parts
}

function createContext(
  options: WeappHostOptions,
  shared: Pick<WxContext, 'build' | 'engine' | 'recorder' | 'stack'>,
): WxContext {
  const { build } = shared
  const path = (options.launch?.path ?? build.pages[0] ?? '').replace(/^\//, '')
  return {
    ...shared,
    answers: answersOf(options),
    storage: options.storage ?? new Map<string, string>(),
    cloud: options.wxCloud,
    launch: { path, query: options.launch?.query ?? {}, scene: options.launch?.scene ?? LAUNCHED_FROM_LIST },
    fontSizeSetting: options.fontSizeSetting ?? 16,
    events: new Map(),
    state: {
      online: true,
      clipboard: '',
      loading: null,
      tabBarVisible: true,
      tabs: build.tabs.map(({ pagePath, text }) => ({ pagePath, text, selected: false })),
      privacyAgreed: options.privacyAgreed ?? true,
    },
    gesture: new Gesture(),
  }
}

function answersOf(options: WeappHostOptions): Answers {
  return {
    modal: options.modal ?? 'confirm',
    actionSheet: 0,
    scan: options.scan ?? null,
    media: options.media ?? [],
    subscribe: 'accept',
    phoneCode: 'phone-code',
    avatarUrl: 'wxfile://tmp_avatar.png',
    loginCode: 'login-code',
    privacy: 'agree',
    ...options.answers,
  }
}

function prepareView(parts: HostParts): void {
  const { engine, build, recorder, lifeline } = parts
  const { easel, space, groups } = engine
  easel.addGlobalErrorListener((error, info) => {
    if (!lifeline.closed) recorder.error(info?.type ?? 'view', error)
    return false
  })
  easel.addGlobalWarningListener((warning) => {
    recorder.warnings.push(describeError(warning))
    return false
  })
  defineBuiltIns(space.getComponentSpace(), build, builtInPorts(parts))
  for (const [unit, json] of build.units) {
    space.addComponentStaticConfig(unit, json)
    space.addCompiledTemplate(unit, { groupList: groups, content: groups[unit] })
  }
}

function builtInPorts({ recorder, stack, context, lifeline }: HostParts): BuiltInPorts {
  const moves: Record<string, (url: string) => void> = {
    navigate: (url) => stack.navigateTo(url),
    redirect: (url) => stack.redirectTo(url),
    switchTab: (url) => stack.switchTab(url),
    reLaunch: (url) => stack.reLaunch(url),
    navigateBack: () => stack.navigateBack(1),
  }
  return {
    recorder,
    answers: context.answers,
    later: (run) => void setTimeout(() => !lifeline.closed && run(), 0),
    sharePage(button) {
      const target = { id: button.id, dataset: button.dataset }
      const shared = stack.call(stack.current, 'onShareAppMessage', { from: 'button', target })
      void Promise.resolve(shared).then((value) =>
        recorder.device('share', (plain(value) ?? {}) as PlainObject),
      )
    },
    navigate(openType, url) {
      const move = moves[openType]
      try {
        if (!move) throw new Error(`the host does not have open-type "${openType}"`)
        move(url)
      } catch (error) {
        recorder.error('<navigator>', error)
      }
    },
    agreePrivacy: () => void (context.state.privacyAgreed = true),
  }
}

/** WeChat keeps taps on a disabled button to itself. */
function isTapOnDisabledButton(target: EaselElement, type: string): boolean {
  if (type !== 'tap') return false
  const button = easelElement(target.getBackendElement()?.closest('wx-button') ?? null)
  return button !== undefined && isDisabled(button)
}
