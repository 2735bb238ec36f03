import type { SharedClock } from '../clock'
import type { Engine } from '../database/engine'
import type { StrayWrites } from '../database/stray-writes'
import type { FaultDial } from '../faults/fault-dial'
import type { FunctionHost } from '../functions/function-host'
import type { Invocation } from '../functions/invocation'
import type { ApiContext } from '../openapi/api'
import type { Consents } from '../openapi/outbox'
import type { PersonaBook } from '../personas/persona-book'
import type { Visits } from '../personas/visits'
import type { WatchServer } from '../realtime/watch-server'
import type { RuleBook } from '../rules/rule-book'
import type { FileStore } from '../storage/file-store'
import type { TimerLoop } from '../timers/timer-loop'

/** The rooms of a running cloud, as the routes need them. */
export interface CloudParts {
  env: string
  clock: SharedClock
  engine: Engine
  functions: FunctionHost
  strayWrites: StrayWrites<Invocation>
  files: FileStore
  personas: PersonaBook
  visits: Visits
  rules: RuleBook
  watches: WatchServer
  timers: TimerLoop
  consents: Consents
  apis: ApiContext
  dial: FaultDial
}
