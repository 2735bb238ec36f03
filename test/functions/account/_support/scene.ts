import type { ActionName, CallInput, Output } from '@/domain/contracts'
import type { TestCloud } from '../../../support/test-cloud'
import type { Caller, Door, Home, Person, Town } from './town'

/** The dice of one step. */
export interface Dice {
  act: number
  who: number
  whom: number
  door: number
  other: number
  coin: boolean
}

export interface Scene {
  test: TestCloud
  town: Town
  dice: Dice
  caller: Caller
  whom: Person
  door: Door
}

export const keyOf = ({ building, room }: Door) => ({ areaPath: building, roomNumber: room })
export const reason = '大家都知道的'
export const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T

export async function tryCall<N extends ActionName>(
  { test, caller }: Scene,
  action: N,
  input: CallInput<N>,
): Promise<{ code: string; answer: Output<N> | null }> {
  try {
    return { code: 'ok', answer: await test.as(caller.openid).call(action, input) }
  } catch (error) {
    return { code: (error as { code?: string }).code ?? 'unknown', answer: null }
  }
}

/** It must have worked just when the words of the issue say so. */
export function must(code: string, isAllowed: boolean, what: string): boolean {
  if ((code === 'ok') !== isAllowed)
    throw new Error(`${what}: ${code}, but it ${isAllowed ? 'should' : 'should not'} work`)
  return code === 'ok'
}

/** Whoever may not must be refused; whoever may can still come too late, which changes nothing. */
export function mustNot(code: string, isAllowed: boolean, what: string): void {
  if (code === 'ok' && !isAllowed) throw new Error(`${what}: worked for somebody who may not`)
}

export const begin = (town: Town, person: Person, door: Door, more: Partial<Home>): void => {
  person.homes.push({
    door,
    standing: 'unconfirmed',
    since: town.now,
    until: null,
    endedAt: null,
    vouchedIn: more.standing === 'confirmed' ? town.step() : 0,
    removedIn: 0,
    isHeld: town.isShutOut(person, door.building),
    isLeaseFixed: false,
    ...more,
  })
}

export const nobody = (id: string, openid: string | null): Person => ({
  id,
  openid,
  isMerged: false,
  homes: [],
  offices: [],
  helpers: [],
  trail: [],
})
