import vm from 'node:vm'
import type { Build } from '../dist-files'
import { joinPath } from '../dist-files'
import type { CodeSpace, Register } from '../engine'
import type { Recorder } from '../recorder'
import { RealmBridge } from './bridge'
import { wrapDefinition } from './definition'
import { LogicTimers } from './timers'

/** The object that the build gave to `App()`. */
export type AppInstance = Record<string, unknown>

export interface LogicRealmOptions {
  build: Build
  space: CodeSpace
  recorder: Recorder
  getCurrentPages: () => unknown[]
}

type Registers = Record<'Page' | 'Component' | 'Behavior', Register>

/** What WeChat passes to every module; those of the second list are undefined there, whatever the phone has. */
const GIVEN = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
]
const WITHHELD =
  'window document frames self location navigator localStorage history Caches screen alert confirm prompt fetch XMLHttpRequest WebSocket'.split(
    ' ',
  )
const CONSOLE = ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd', 'time', 'timeEnd']
const REMOVED = ['WebAssembly', 'SharedArrayBuffer', 'Atomics']

/**
 * The logic layer: the compiled JavaScript in a V8 context of its own, which cannot make code out of strings
 * and has none of the browser's or Node's globals (`fetch`, `localStorage`, `TextEncoder`, `crypto`, …).
 */
export class LogicRealm {
  readonly bridge: RealmBridge
  app: AppInstance | undefined
  private readonly context: vm.Context
  private readonly timers: LogicTimers
  private readonly modules = new Map<string, { exports: unknown }>()
  private wx: unknown
  private registers: Registers | undefined

  constructor(private readonly options: LogicRealmOptions) {
    this.timers = new LogicTimers((where, cause) => options.recorder.error(where, cause))
    this.context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
    this.bridge = new RealmBridge(this.context)
    this.defineGlobals()
  }

  /** Makes `wx` out of host functions; must be called before the first `load`. */
  installWx(members: Record<string, unknown>): void {
    this.wx = this.bridge.toLogic(members)
  }

  /** Runs a module (path without `.js`) once, with everything that it requires. */
  load(id: string): unknown {
    const known = this.modules.get(id)
    if (known) return known.exports
    const source = this.options.build.files.get(`${id}.js`)
    if (source === undefined) throw new Error(`module '${id}.js' is not defined`)
    const module = { exports: this.bridge.toLogic({}) }
    this.modules.set(id, module)
    if (!this.options.build.units.has(id)) {
      this.run(id, source, module)
      return module.exports
    }
    this.options.space.componentEnv(id, (registers) => {
      const outer = this.registers
      this.registers = registers
      try {
        this.run(id, source, module)
      } finally {
        this.registers = outer
      }
    })
    return module.exports
  }

  /** True for values (errors, promises) that were born in this realm. */
  owns(value: unknown): boolean {
    const object = vm.runInContext('Object', this.context) as { new (): object }
    return value instanceof object
  }

  close(): void {
    this.timers.close()
  }

  private run(id: string, source: string, module: { exports: unknown }): void {
    const code = `(function (${[...GIVEN, ...WITHHELD].join(', ')}) {${source}\n})`
    const body = vm.runInContext(code, this.context, { filename: `weapp://${id}.js` }) as (
      ...args: unknown[]
    ) => void
    body.call(
      undefined,
      (path: string) => this.require(id, path),
      module,
      module.exports,
      this.wx,
      (app: AppInstance) => void (this.app = app),
      this.register('Page'),
      this.register('Component'),
      this.register('Behavior'),
      () => this.app,
      () => this.currentPages(),
    )
  }

  private require(from: string, path: string): unknown {
    const target = path.startsWith('/') ? path : joinPath(from, '..', path)
    const id = joinPath(target).replace(/\.js$/, '')
    return this.load(this.options.build.files.has(`${id}/index.js`) ? `${id}/index` : id)
  }

  /** Taro calls `Component()` from its runtime, on behalf of the file that is being loaded. */
  private register(kind: keyof Registers): Register {
    return (definition) => {
      if (!this.registers) throw new Error(`${kind}() is called outside of a page or component file`)
      return this.registers[kind](wrapDefinition(definition, this.bridge, this.options.recorder))
    }
  }

  private currentPages(): unknown[] {
    const pages = this.bridge.toLogic([]) as unknown[]
    pages.push(...this.options.getCurrentPages())
    return pages
  }

  private defineGlobals(): void {
    const { recorder } = this.options
    const print =
      (level: string) =>
      (...args: unknown[]) => {
        recorder.logs.push(`${level}: ${args.map((arg) => printable(arg)).join(' ')}`)
      }
    const console = Object.fromEntries(CONSOLE.map((level) => [level, print(level)]))
    const { setTimeout, setInterval, clear } = this.timers
    const globals = { console, setTimeout, setInterval, clearTimeout: clear, clearInterval: clear }
    Object.assign(this.context, this.bridge.toLogic(globals))
    for (const name of REMOVED) vm.runInContext(`delete globalThis.${name}`, this.context)
  }
}

function printable(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  const { message, stack } = value as { message?: unknown; stack?: unknown }
  if (typeof stack === 'string') return stack
  return String(message ?? JSON.stringify(value))
}
