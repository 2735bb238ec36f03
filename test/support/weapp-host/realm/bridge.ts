import vm from 'node:vm'
import { isPlainObject } from '../types'

interface LogicFactory {
  object(): Record<string, unknown>
  array(): unknown[]
  error(message: string): Record<string, unknown>
  date(time: number): unknown
  regexp(source: string, flags: string): unknown
  bytes(values: number[]): unknown
  deferred(): { promise: unknown; resolve(value: unknown): void; reject(error: unknown): void }
  wrap(
    call: (args: ArrayLike<unknown>) => { value?: unknown; thrown?: unknown },
  ): (...args: unknown[]) => unknown
}

const FACTORY = `({
  object: () => ({}),
  array: () => [],
  error: (message) => new Error(message),
  date: (time) => new Date(time),
  regexp: (source, flags) => new RegExp(source, flags),
  bytes: (values) => Uint8Array.from(values).buffer,
  deferred: () => {
    let resolve, reject
    const promise = new Promise((yes, no) => { resolve = yes; reject = no })
    return { promise, resolve, reject }
  },
  wrap: (call) => function () {
    const outcome = call(arguments)
    if ('thrown' in outcome) throw outcome.thrown
    return outcome.value
  },
})`

type AnyFunction = (...args: unknown[]) => unknown

/**
 * Carries values between the host and the logic realm. Data are copied, so nothing of the host's realm leaks;
 * promises and functions are mirrored; objects with methods (a database, a watcher) become objects of the
 * logic realm whose members call through, and turn back into the original when they are passed in again.
 */
export class RealmBridge {
  private readonly make: LogicFactory
  private readonly mirrors = new WeakMap<object, unknown>()
  private readonly originals = new WeakMap<object, unknown>()
  private readonly hostSides = new WeakMap<AnyFunction, AnyFunction>()
  private readonly bound = new WeakMap<object, WeakMap<object, AnyFunction>>()

  constructor(context: vm.Context) {
    this.make = vm.runInContext(FACTORY, context) as LogicFactory
  }

  /** A value of the host, as the app may see it. */
  toLogic(value: unknown): unknown {
    if (typeof value === 'function') return this.mirror(value, () => this.wrapFunction(value as AnyFunction))
    if (typeof value !== 'object' || value === null) return value
    if (this.originals.has(value)) return value
    if (Array.isArray(value))
      return value.reduce<unknown[]>((to, item) => (to.push(this.toLogic(item)), to), this.make.array())
    if (isPlainObject(value)) return this.copyMembers(value, this.make.object(), (item) => this.toLogic(item))
    return this.specialToLogic(value)
  }

  /** A value of the app, as the host may use it. */
  toHost(value: unknown): unknown {
    if (typeof value === 'function') return this.originals.get(value) ?? this.unwrapped(value as AnyFunction)
    if (typeof value !== 'object' || value === null) return value
    if (this.originals.has(value)) return this.originals.get(value)
    if (Array.isArray(value)) return Array.from(value, (item: unknown) => this.toHost(item))
    if (isPlainObject(value)) return this.copyMembers(value, {}, (item) => this.toHost(item))
    return this.specialToHost(value)
  }

  /** An error as the app sees it: an Error of its own realm with `errMsg`, `errCode` and the like. */
  errorToLogic(error: unknown): unknown {
    if (typeof error !== 'object' || error === null || isPlainObject(error)) return this.toLogic(error)
    const copy = this.make.error(String((error as Error).message))
    return this.copyMembers(error as Record<string, unknown>, copy, (item) => this.toLogic(item))
  }

  private specialToLogic(value: object): unknown {
    switch (tagOf(value)) {
      case 'Date':
        return this.make.date((value as Date).getTime())
      case 'RegExp':
        return this.make.regexp((value as RegExp).source, (value as RegExp).flags)
      case 'Error':
        return this.errorToLogic(value)
      case 'ArrayBuffer':
        return this.make.bytes([...new Uint8Array(value as ArrayBuffer)])
      case 'Uint8Array':
        return this.make.bytes([...(value as Uint8Array)])
    }
    if (isThenable(value)) return this.promiseToLogic(value)
    return this.mirror(value, () => this.mirrorInstance(value as Record<string, unknown>))
  }

  private specialToHost(value: object): unknown {
    switch (tagOf(value)) {
      case 'Date':
        return new Date((value as Date).getTime())
      case 'RegExp':
        return new RegExp((value as RegExp).source, (value as RegExp).flags)
      case 'ArrayBuffer':
        return new Uint8Array(value as ArrayBuffer).slice().buffer
    }
    if (isThenable(value)) {
      return new Promise((resolve, reject) => {
        value.then((result) => resolve(this.toHost(result)), reject)
      })
    }
    return value
  }

  private copyMembers<T extends Record<string, unknown>>(
    from: object,
    to: T,
    convert: (item: unknown) => unknown,
  ): T {
    for (const [key, item] of Object.entries(from)) {
      const bound: unknown = typeof item === 'function' ? (item as AnyFunction).bind(from) : item
      Object.assign(to, { [key]: convert(bound) })
    }
    return to
  }

  private promiseToLogic(promise: PromiseLike<unknown>): unknown {
    const { promise: mirrored, resolve, reject } = this.make.deferred()
    promise.then(
      (value) => resolve(this.toLogic(value)),
      (error: unknown) => reject(this.errorToLogic(error)),
    )
    return mirrored
  }

  private wrapFunction(call: AnyFunction): unknown {
    return this.make.wrap((args) => {
      try {
        return { value: this.toLogic(call(...Array.from(args, (item) => this.toHost(item)))) }
      } catch (error) {
        return { thrown: this.errorToLogic(error) }
      }
    })
  }

  /** The same host function for the same function of the app, so that `wx.offX(listener)` finds it. */
  private unwrapped(call: AnyFunction): AnyFunction {
    const known = this.hostSides.get(call)
    if (known) return known
    const hostSide: AnyFunction = (...args) => this.toHost(call(...args.map((item) => this.toLogic(item))))
    this.hostSides.set(call, hostSide)
    this.mirrors.set(hostSide, call)
    return hostSide
  }

  /** Members are read when they are asked for, since `db.command.or` and its like are objects full of objects. */
  private mirrorInstance(instance: Record<string, unknown>): unknown {
    const copy = this.make.object()
    for (const key of memberNames(instance)) {
      const get = () => {
        const member = instance[key]
        return this.toLogic(
          typeof member === 'function' ? this.boundMember(instance, member as AnyFunction) : member,
        )
      }
      // Taro replaces `exec` and `observe` on what it gets.
      const set = (value: unknown) =>
        Object.defineProperty(copy, key, { value, writable: true, enumerable: true, configurable: true })
      Object.defineProperty(copy, key, { get, set, enumerable: true, configurable: true })
    }
    return copy
  }

  private boundMember(instance: object, member: AnyFunction): AnyFunction {
    const members = this.bound.get(instance) ?? new WeakMap<object, AnyFunction>()
    this.bound.set(instance, members)
    const known = members.get(member) ?? (member.bind(instance) as AnyFunction)
    members.set(member, known)
    return known
  }

  private mirror(original: object, make: () => unknown): unknown {
    const known = this.mirrors.get(original)
    if (known !== undefined) return known
    const mirrored = make()
    this.mirrors.set(original, mirrored)
    this.originals.set(mirrored as object, original)
    return mirrored
  }
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}

function isThenable(value: object): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown }).then === 'function'
}

function memberNames(instance: object): Set<string> {
  const names = new Set<string>()
  for (let level: object | null = instance; level; level = Object.getPrototypeOf(level) as object | null) {
    if (Object.getPrototypeOf(level) === null) break
    for (const name of Object.getOwnPropertyNames(level)) if (name !== 'constructor') names.add(name)
  }
  return names
}
