import type { SharedClock } from '../clock'
import type { Engine } from '../database/engine'
import type { FunctionHost } from '../functions/function-host'
import type { ApiContext } from '../openapi/apis'
import type { Consents } from '../openapi/outbox'
import type { PersonaBook } from '../personas/persona-book'
import type { WatchServer } from '../realtime/watch-server'
import type { RuleBook } from '../rules/rule-book'
import type { FileStore } from '../storage/file-store'
import type { TimerLoop } from '../timers/timer-loop'

/** The fault dial: what every request of `/admin` and `/web` suffers. */
export interface Faults {
  /** Added to each request, in ms. */
  latencyMs: number
  /** The share of requests (0–1) that fail before they take effect. */
  failRate: number
}

/** The rooms of a running cloud, as the routes need them. */
export interface CloudParts {
  env: string
  clock: SharedClock
  engine: Engine
  functions: FunctionHost
  files: FileStore
  personas: PersonaBook
  rules: RuleBook
  watches: WatchServer
  timers: TimerLoop
  consents: Consents
  apis: ApiContext
  faults: Faults
}
