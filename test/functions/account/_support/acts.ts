import { days } from '@/domain/shared/time'
import type { TestCloud } from '../../../support/test-cloud'
import { decide, join, lease, leave, move, remove } from './acts-homes'
import { appoint, endOffice, merge, nameHelper, register, takeOver } from './acts-people'
import { pick, type Dice, type Scene } from './scene'
import { doors, type Town } from './town'

async function pass({ dice, test, town }: Scene): Promise<void> {
  test.cloud.clock.travel(days(1) * (0.3 + (dice.other % 5) / 3))
  town.now = test.cloud.clock.now()
  if (!dice.coin) return
  // Twice: what another request ended first is seen to by the second.
  for (let strike = 0; strike < 2; strike += 1) await test.cloud.timers.fire('timers', 'everyMinute')
  town.strike()
}

const acts = [
  join,
  join,
  join,
  decide,
  decide,
  decide,
  decide,
  leave,
  remove,
  move,
  lease,
  lease,
  register,
  register,
  takeOver,
  merge,
  merge,
  appoint,
  endOffice,
  nameHelper,
  pass,
  pass,
]

const ofSomebodysHome = [decide, leave, remove, move, lease]

/** Two of three times what is tried concerns a home that there is, by somebody who may well be the right one. */
function aim(town: Town, { act, dice }: { act: (typeof acts)[number]; dice: Dice }): Partial<Scene> {
  const isStaffs = act === appoint || act === merge || act === endOffice
  const keepers = town.callers().filter(({ person }) => person !== null && town.keepsSomething(person))
  const keeper = keepers.length > 0 ? pick(keepers, dice.other) : undefined
  if (dice.who % 3 === 0) return {}
  if (isStaffs) {
    // Two that can become one: at least one of them has no phone.
    const waiting = town.people.filter(({ openid, isMerged }) => openid === null && !isMerged)
    const whom = act === merge && waiting.length > 0 ? { whom: pick(waiting, dice.whom) } : {}
    return { ...whom, ...(keeper ? { caller: keeper } : {}) }
  }
  if (!ofSomebodysHome.includes(act)) return {}
  const homes = town.people.flatMap((person) =>
    person.homes
      .filter((home) => town.isHere(home) && (act !== decide || home.standing === 'unconfirmed'))
      .map((home) => ({ person, home })),
  )
  if (homes.length === 0) return {}
  const { person, home } = pick(homes, dice.whom)
  const isOwn = act === leave || act === move
  const own = town.callers().find((caller) => caller.person === person)
  const caller = isOwn ? own : keeper
  return { whom: person, door: home.door, ...(caller ? { caller } : {}) }
}

/** Plays one step; answers what it was. */
export async function play(test: TestCloud, town: Town, dice: Dice): Promise<string> {
  town.now = test.cloud.clock.now()
  const act = pick(acts, dice.act)
  const scene = {
    test,
    town,
    dice,
    caller: pick(town.callers(), dice.who),
    whom: pick(town.people, dice.whom),
    door: pick(doors, dice.door),
    ...aim(town, { act, dice }),
  }
  await act(scene)
  return act.name
}
