import { invalidParameter } from '../errors'
import { parseFaults } from '../faults/parse-faults'
import { FunctionError } from '../functions/function-host'
import type { CloudParts } from '../server/cloud-parts'

type Body = Record<string, unknown>

/** What the window does; each control answers plain data. */
type Control = (parts: CloudParts, body: Body) => unknown

/** The controls by name: `POST /cloud/api/<name>`. Throw INVALID_PARAM for a body that makes no sense. */
export const CONTROLS: Record<string, Control> = {
  /** `{functionName, name}`: runs a trigger now; a function that fails is an answer too. */
  fire: async ({ timers }, { functionName, name }) => {
    try {
      return { result: await timers.fire(String(functionName), String(name)) }
    } catch (error) {
      if (error instanceof FunctionError) return { error: error.message }
      throw error
    }
  },
  /** `{ms}`: moves the clock, and runs what has become due. */
  travel: async ({ clock, timers }, { ms }) => {
    clock.travel(finite('ms', ms))
    await timers.runDue()
    return { now: clock.now(), aheadMs: clock.aheadMs }
  },
  /** Back to the machine's time. */
  present: ({ clock }) => {
    clock.travel(-clock.aheadMs)
    return { now: clock.now(), aheadMs: clock.aheadMs }
  },
  /** Any of the dial's settings. */
  faults: ({ dial }, body) => Object.assign(dial.settings, parseFaults(body)),
  /** Turns the dial off. */
  calm: ({ dial }) => {
    dial.reset()
    return dial.settings
  },
  /** `{share}`: drops a share of the clients' sockets. */
  dropSockets: ({ dial, watches }, { share }) => {
    const rate = finite('share', share)
    watches.dropAll(() => dial.hits(rate))
    return { watches: watches.size }
  },
  /** `{openid, templateId}`: allows one more message, as the user's tap does. */
  consent: ({ consents }, { openid, templateId }) => {
    consents.grant(text('openid', openid), text('templateId', templateId))
    return consents.list()
  },
}

function finite(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw invalidParameter(`${name} must be a number`)
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw invalidParameter(`${name} must be a text`)
}
