import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { vouchByOf } from '@/domain/membership/vouch-by'
import { ancestorAt } from '@/domain/shared/area'
import { afterQuiet } from '@/domain/shared/calendar'
import type { Timestamp } from '@/domain/shared/time'
import { command } from '../../_runtime/sdk'
import { findHandbook } from '../../order/find-handbook'
import { holdersAtMost } from '../../order/send-message'
import type { DutyContext } from '../duty'

/** By when the next level should have vouched, and when phones may ring; each community has its own days off. */
export interface Times {
  next: Timestamp
  morning: Timestamp
}

/** What one run of the clock asks once, though many newcomers of one place may be due together. */
export interface Round extends DutyContext {
  timesAt(areaPath: string): Promise<Times>
  /** Those who hold one of these roles (`roleKey`s), as they stand now. */
  holdersOf(roleKeys: readonly string[]): Promise<Account[]>
  /** Whom WeChat lets us send no more messages of this kind. */
  readonly unreachable: Set<string>
}

export function newRound(context: DutyContext): Round {
  const { now, store } = context
  const timesOf = remembered(async (communityPath): Promise<Times> => {
    const { calendar, quiet } = await findHandbook(store, communityPath, now)
    return { next: vouchByOf(calendar, now), morning: afterQuiet(quiet, now) }
  })
  const holdersOf = remembered(async (keys) => {
    const where = { roleKeys: command.in(keys.split(' ')) }
    const found = await store.accounts.find(where, { limit: holdersAtMost })
    return found.map((account) => standingAt(account, now))
  })
  return {
    ...context,
    timesAt: (areaPath) => timesOf(ancestorAt(areaPath, 'community') ?? areaPath),
    holdersOf: (roleKeys) => holdersOf(roleKeys.join(' ')),
    unreachable: new Set(),
  }
}

function remembered<V>(make: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const kept = new Map<string, Promise<V>>()
  return (key) => {
    const made = kept.get(key) ?? make(key)
    kept.set(key, made)
    return made
  }
}
