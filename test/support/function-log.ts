import type { ActionName } from '@/domain/contracts'
import type { TestCloud } from './test-cloud'

interface Answered {
  event: string
  action: string
  code: string
  /** How often it had to wait for the database; requests on their way together are one wait. */
  waits: number
  roundTrips: number
}

const parsed = (text: string): Partial<Answered> => {
  try {
    return JSON.parse(text) as Partial<Answered>
  } catch {
    return {}
  }
}

/** What the function's own log says of the last answer of an action. */
export function lastAnswer({ cloud }: Pick<TestCloud, 'cloud'>, action: ActionName): Answered {
  const lines = cloud.functions.logs().flatMap((call) => call.lines.map(({ text }) => parsed(text)))
  const last = lines.filter((line) => line.event === 'answered' && line.action === action).at(-1)
  if (!last) throw new Error(`${action} has not been called`)
  return last as Answered
}
