import type { EaselEvent, Instance } from '../engine'
import type { Recorder } from '../recorder'
import { isPlainObject, type PlainObject } from '../types'
import type { RealmBridge } from './bridge'

type Method = (this: Instance, ...args: unknown[]) => unknown

/**
 * Turns what the app gave to `Page()` or `Component()` into what glass-easel takes: types of this realm, copied
 * data, and methods whose arguments (events) are copied into the app's realm.
 */
export function wrapDefinition(
  definition: PlainObject,
  bridge: RealmBridge,
  recorder: Recorder,
): PlainObject {
  const wrapMethod = (method: Method): Method =>
    function (...args) {
      prepareInstance(this, recorder)
      return method.apply(
        this,
        args.map((arg) => bridge.toLogic(isEvent(arg) ? plainEvent(arg) : plain(arg))),
      )
    }
  const wrapMembers = (members: PlainObject): PlainObject =>
    Object.fromEntries(
      Object.entries(members).map(([name, member]) => [
        name,
        typeof member === 'function' ? wrapMethod(member as Method) : bridge.toHost(member),
      ]),
    )
  const wrapped: PlainObject = {}
  for (const [name, member] of Object.entries(definition)) {
    if (name === 'data') wrapped.data = plain(member)
    else if (name === 'properties') wrapped.properties = fixTypes(member as PlainObject)
    else if (/^(methods|lifetimes|pageLifetimes|observers)$/.test(name))
      wrapped[name] = wrapMembers(member as PlainObject)
    else if (typeof member === 'function') wrapped[name] = wrapMethod(member as Method)
    else wrapped[name] = isPlainObject(member) ? bridge.toHost(member) : member
  }
  return wrapped
}

/** JSON, as everything that crosses between logic and view in WeChat. */
export function plain<T>(value: T): T {
  if (value === undefined || typeof value === 'function') return value
  return JSON.parse(JSON.stringify(value)) as T
}

const prepared = new WeakSet<Instance>()

/** `setData` copies through JSON and is counted. */
export function prepareInstance(instance: Instance, recorder: Recorder): void {
  if (prepared.has(instance)) return
  prepared.add(instance)
  const setData = instance.setData.bind(instance)
  instance.setData = (data, callback) => {
    const text = JSON.stringify(data)
    recorder.setData(Buffer.byteLength(text))
    setData(JSON.parse(text) as PlainObject)
    recorder.changed()
    if (callback) queueMicrotask(() => callback.call(instance))
  }
}

function fixTypes(properties: PlainObject): PlainObject {
  // glass-easel takes the constructors of its own realm, or their names.
  const fix = (type: unknown) => (typeof type === 'function' ? type.name.toLowerCase() : type)
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (!isPlainObject(property)) return [name, fix(property)]
      const { type, value, ...rest } = property
      return [name, { ...rest, type: fix(type), ...(value === undefined ? {} : { value: plain(value) }) }]
    }),
  )
}

function isEvent(value: unknown): value is EaselEvent {
  return typeof value === 'object' && value !== null && 'currentTarget' in value && 'detail' in value
}

function plainEvent(event: EaselEvent): PlainObject {
  const place = ({ id = '', dataset = {} }: EaselEvent['target']) => ({
    id,
    dataset,
    offsetLeft: 0,
    offsetTop: 0,
  })
  return plain({
    type: event.type,
    timeStamp: event.timeStamp,
    detail: event.detail ?? {},
    target: place(event.target),
    currentTarget: place(event.currentTarget),
    mark: event.mark ?? {},
    touches: event.touches ?? [],
    changedTouches: event.changedTouches ?? [],
  })
}
