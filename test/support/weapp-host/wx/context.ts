import type { Build } from '../dist-files'
import type { Engine } from '../engine'
import type { PageStack } from '../page-stack'
import type { Recorder } from '../recorder'
import type { Answers, Launch, PlainObject, TabBarEntry, WxCloudLike } from '../types'

type Listener = (detail: PlainObject) => unknown

/** Events that the phone or WeChat sends to the app, by the name of their `wx.on…`. */
export type HostEvents = Map<string, Set<Listener>>

/** What all wx functions share. */
export interface WxContext {
  build: Build
  engine: Engine
  recorder: Recorder
  stack: PageStack
  answers: Answers
  storage: Map<string, string>
  cloud: WxCloudLike
  launch: Required<Launch>
  fontSizeSetting: number
  events: HostEvents
  state: {
    online: boolean
    clipboard: string
    loading: string | null
    tabBarVisible: boolean
    tabs: TabBarEntry[]
    privacyAgreed: boolean
  }
  gesture: Gesture
}

/** WeChat lets some APIs through only as the direct consequence of a tap. */
export class Gesture {
  private active = false

  begin(): void {
    this.active = true
  }

  /** A network round trip ends the right that a tap gave. */
  end(): void {
    this.active = false
  }

  require(): void {
    if (!this.active) throw new Error('can only be invoked by user TAP gesture.')
  }
}

/** Options of WeChat's asynchronous APIs. */
export interface CallOptions extends PlainObject {
  success?: (result: PlainObject) => unknown
  fail?: (error: PlainObject) => unknown
  complete?: (result: PlainObject) => unknown
}

type Outcome = PlainObject | void

/**
 * An asynchronous API as WeChat has them: callbacks, or a promise if none is given; `errMsg` in every answer;
 * never in the same turn as the call.
 */
export function asyncApi(
  name: string,
  run: (options: CallOptions) => Outcome | Promise<Outcome>,
): (options?: CallOptions) => Promise<PlainObject> | undefined {
  return (options = {}) => {
    const { success, fail, complete } = options
    const outcome = Promise.resolve()
      .then(() => run(options))
      .then((result) => ({ errMsg: `${name}:ok`, ...result }))
      .catch((error: unknown) => Promise.reject(asFailure(name, error)))
    if (!success && !fail && !complete) return outcome
    void outcome.then(
      (result) => (success?.(result), complete?.(result)),
      (error: PlainObject) => (fail?.(error), complete?.(error)),
    )
    return undefined
  }
}

function asFailure(name: string, error: unknown): PlainObject {
  const { message, errMsg, ...rest } = Object.assign({}, error, {
    message: (error as Error).message,
  }) as PlainObject
  return { ...rest, errMsg: typeof errMsg === 'string' ? errMsg : `${name}:fail ${String(message)}` }
}

/** `wx.onX` and `wx.offX`; with `fire` for the host. */
export function eventPair(
  events: HostEvents,
  name: string,
): Record<string, (listener?: (detail: PlainObject) => unknown) => void> {
  const listeners = new Set<(detail: PlainObject) => unknown>()
  events.set(name, listeners)
  return {
    [`on${name}`]: (listener) => void (listener && listeners.add(listener)),
    [`off${name}`]: (listener) => void (listener ? listeners.delete(listener) : listeners.clear()),
  }
}

/** Tells the app about something that happened. */
export function fire(context: WxContext, name: string, detail: PlainObject): void {
  for (const listener of context.events.get(name) ?? []) {
    try {
      listener(detail)
    } catch (error) {
      context.recorder.error(`on${name}`, error)
    }
  }
}

/**
 * Some APIs go through only once the person has agreed to the privacy terms: WeChat asks by itself, or lets the app
 * ask if it listens for that.
 */
export async function requirePrivacy({ state, answers, events }: WxContext, referrer: string): Promise<void> {
  if (state.privacyAgreed) return
  const [askInApp] = [...(events.get('NeedPrivacyAuthorization') ?? [])] as unknown as PrivacyListener[]
  const agreed = askInApp
    ? await new Promise<boolean>((resolve) =>
        askInApp(({ event }) => event !== 'exposureAuthorization' && resolve(event === 'agree'), {
          referrer,
        }),
      )
    : answers.privacy === 'agree'
  if (!agreed) throw Object.assign(new Error('privacy permission is not authorized'), { errno: 104 })
  state.privacyAgreed = true
}

type PrivacyListener = (
  resolve: (decision: { event?: string }) => void,
  info: { referrer: string },
) => unknown
