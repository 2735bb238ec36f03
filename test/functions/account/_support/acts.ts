import type { ActionName, CallInput, Output } from '@/domain/contracts'
import { days } from '@/domain/shared/time'
import { anInvitation } from '../../../support/factories/invitation'
import { places } from '../../../support/factories/places'
import { grids } from '../../../support/neighbours'
import type { TestCloud } from '../../../support/test-cloud'
import { doors, type Caller, type Door, type Home, type Person, type Town } from './town'

/** The dice of one step. */
export interface Dice {
  act: number
  who: number
  whom: number
  door: number
  other: number
  coin: boolean
}

interface Scene {
  test: TestCloud
  town: Town
  dice: Dice
  caller: Caller
  whom: Person
  door: Door
}

const keyOf = ({ building, room }: Door) => ({ areaPath: building, roomNumber: room })
const reason = '大家都知道的'
const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T

async function tryCall<N extends ActionName>(
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
function must(code: string, isAllowed: boolean, what: string): boolean {
  if ((code === 'ok') !== isAllowed)
    throw new Error(`${what}: ${code}, but it ${isAllowed ? 'should' : 'should not'} work`)
  return code === 'ok'
}

/** Whoever may not must be refused; whoever may can still come too late, which changes nothing. */
function mustNot(code: string, isAllowed: boolean, what: string): void {
  if (code === 'ok' && !isAllowed) throw new Error(`${what}: worked for somebody who may not`)
}

const begin = (town: Town, person: Person, door: Door, more: Partial<Home>): void => {
  person.homes.push({ door, standing: 'unconfirmed', since: town.now, until: null, endedAt: null, ...more })
}

const nobody = (id: string, openid: string | null): Person => ({
  id,
  openid,
  isMerged: false,
  homes: [],
  offices: [],
  helpers: [],
  trail: [],
})

/** One day's joins and all of someone's homes are bounded. */
const isAtLimit = (town: Town, person: Person): boolean =>
  person.homes.filter(town.isHere).length >= 5 ||
  person.homes.filter(({ since }) => since > town.now - days(1)).length >= 5

async function join(scene: Scene): Promise<void> {
  const { caller, dice, door, town } = scene
  const until = dice.coin ? town.now + days(1 + (dice.other % 5)) : null
  const input = {
    code: `code-to-${door.building.replace(/\//g, '-')}`,
    nickname: `新邻居${town.people.length}`,
    roomNumber: door.room,
    relation: 'tenant',
    until,
  } as const
  const known = caller.person
  const isHome = known !== null && town.homeOf(known, door) !== undefined
  const isRefused = known !== null && !isHome && isAtLimit(town, known)
  const { code, answer } = await tryCall(scene, 'invitation.join', input)
  if (!must(code, !isRefused, 'join') || isHome) return
  const person = known ?? nobody(answer?.account._id ?? '', caller.openid)
  if (!known) {
    town.people.push(person)
    town.newcomers.splice(town.newcomers.indexOf(caller.openid), 1)
    person.trail.push('privacyAgreed')
  } else if (!person.trail.includes('privacyAgreed')) person.trail.push('privacyAgreed')
  town.writeLeases(person)
  person.trail.push('joined')
  begin(town, person, door, { until })
}

async function decide(scene: Scene): Promise<void> {
  const { caller, dice, door, town, whom } = scene
  const standing = dice.coin ? ('confirmed' as const) : ('declined' as const)
  const input = { ...keyOf(door), userId: whom.id, standing, reason }
  const { code } = await tryCall(scene, 'membership.decide', input)
  const actor = caller.person
  const isOther = actor !== null && actor !== whom
  const mayVouch = isOther && (town.keepsDoor(actor, door) || town.isConfirmedAt(actor, door))
  mustNot(code, mayVouch, 'decide')
  const home = town.homeOf(whom, door)
  if (!mayVouch || home?.standing !== 'unconfirmed') return
  must(code, true, 'decide')
  town.writeLeases(whom)
  Object.assign(home, { standing, endedAt: standing === 'declined' ? town.now : null })
  whom.trail.push(standing)
}

function end(town: Town, person: Person, home: Home, standing: 'left' | 'removed'): void {
  town.writeLeases(person)
  Object.assign(home, { standing, endedAt: town.now })
  town.stepDown(person, home)
}

async function leave(scene: Scene): Promise<void> {
  const { caller, door, town } = scene
  const { code } = await tryCall(scene, 'membership.leave', keyOf(door))
  const home = caller.person && town.homeOf(caller.person, door)
  if (!caller.person || !home) return
  must(code, true, 'leave')
  caller.person.trail.push('left')
  end(town, caller.person, home, 'left')
}

async function remove(scene: Scene): Promise<void> {
  const { caller, door, town, whom } = scene
  const { code } = await tryCall(scene, 'membership.remove', { ...keyOf(door), userId: whom.id, reason })
  const may = caller.person !== null && caller.person !== whom && town.keepsDoor(caller.person, door)
  mustNot(code, may, 'remove')
  const home = town.homeOf(whom, door)
  if (!may || !home) return
  must(code, true, 'remove')
  whom.trail.push('removed')
  end(town, whom, home, 'removed')
}

async function move(scene: Scene): Promise<void> {
  const { caller, dice, door, town } = scene
  const to = pick(doors, dice.other)
  const input = { from: keyOf(door), to: { ...keyOf(to), relation: 'family' } } as const
  const { code } = await tryCall(scene, 'membership.move', input)
  const person = caller.person
  const home = person && town.homeOf(person, door)
  if (!person || !home) return
  if (!must(code, town.homeOf(person, to) === undefined, 'move')) return
  person.trail.push('moved')
  town.writeLeases(person)
  Object.assign(home, { standing: 'left', endedAt: town.now })
  begin(town, person, to, {})
  town.stepDown(person, home)
}

async function lease(scene: Scene): Promise<void> {
  const { caller, dice, door, town, whom } = scene
  const until = dice.coin ? town.now + days(1 + (dice.other % 4)) : null
  const { code } = await tryCall(scene, 'membership.setLease', { ...keyOf(door), userId: whom.id, until })
  // Nobody here says that they own a flat, so that only those who look after it and the person themself may.
  const may = caller.person !== null && (caller.person === whom || town.keepsDoor(caller.person, door))
  mustNot(code, may, 'setLease')
  const home = town.homeOf(whom, door)
  if (!may || !home) return
  must(code, true, 'setLease')
  town.writeLeases(whom)
  if (home.until === until) return
  home.until = until
  whom.trail.push('leaseSet')
}

async function register(scene: Scene): Promise<void> {
  const { caller, dice, door, town } = scene
  const nickname = `老人${town.people.length}-${dice.other}`
  const entry = {
    userId: null,
    nickname,
    realName: null,
    phone: null,
    relation: 'family',
    ...keyOf(door),
  } as const
  const { code, answer } = await tryCall(scene, 'resident.put', entry)
  const actor = caller.person
  const may = actor !== null && (town.keepsDoor(actor, door) || town.isConfirmedAt(actor, door))
  if (!must(code, may, 'register') || !answer) return
  const person = nobody(answer.userId, null)
  begin(town, person, door, { standing: 'confirmed' })
  person.trail.push('registered')
  town.people.push(person)
}

async function takeOver(scene: Scene): Promise<void> {
  const { caller, dice, test, town } = scene
  const waiting = town.people.filter(({ openid, isMerged }) => openid === null && !isMerged)
  if (waiting.length === 0) return
  const person = pick(waiting, dice.other)
  const _id = `takeover-${person.id.slice(0, 16)}-${town.now % 1e6}`
  if (!(await test.cloud.database.get('invitations', _id)))
    await test.cloud.database.insert('invitations', [
      anInvitation({
        _id,
        target: { kind: 'person', userId: person.id },
        expiresAt: town.now + days(9),
        createdAt: town.now,
      }),
    ])
  const { code } = await tryCall(scene, 'invitation.join', {
    code: _id,
    nickname: `自己来的${town.people.length}`,
  })
  if (!must(code, caller.person === null, 'takeOver')) return
  person.openid = caller.openid
  town.newcomers.splice(town.newcomers.indexOf(caller.openid), 1)
  person.trail.push('tookOver', 'privacyAgreed')
}

async function merge(scene: Scene): Promise<void> {
  const { caller, dice, town, whom: keep } = scene
  const drop = pick(town.people, dice.other)
  const input = { keepId: keep.id, dropId: drop.id, reason }
  const { code } = await tryCall(scene, 'membership.merge', input)
  const actor = caller.person
  const isOther = actor !== null && actor !== keep && actor !== drop && keep !== drop
  const may = isOther && town.isStaff(actor) && keep.homes.length > 0
  mustNot(code, may, 'merge')
  const arePeople = !keep.isMerged && !drop.isMerged && drop.homes.length > 0
  const bothHavePhones = keep.openid !== null && drop.openid !== null
  if (!may || !arePeople) return
  if (!must(code, !bothHavePhones, 'merge')) return
  mergeIn(town, keep, drop)
}

/** Nothing of either is lost. */
function mergeIn(town: Town, keep: Person, drop: Person): void {
  for (const person of [keep, drop]) town.writeLeases(person)
  for (const home of drop.homes) {
    const rival = town.isHere(home) ? town.homeOf(keep, home.door) : undefined
    if (!rival) keep.homes.push(home)
    else if (rival.standing !== 'confirmed' && home.standing === 'confirmed') Object.assign(rival, home)
    else if (rival.standing === home.standing && home.since < rival.since) Object.assign(rival, home)
  }
  const held = (office: Person['offices'][number]) =>
    keep.offices.some(({ role, area }) => role === office.role && area === office.area)
  keep.offices.push(...drop.offices.filter((office) => !held(office)))
  keep.openid = keep.openid ?? drop.openid
  keep.helpers = [...new Set([...keep.helpers, ...drop.helpers])].filter(
    (id) => id !== keep.id && id !== drop.id,
  )
  keep.trail.push(...drop.trail, 'merged', 'merged')
  Object.assign(drop, { isMerged: true, openid: null, homes: [], offices: [], helpers: [], trail: [] })
  for (const person of town.people) {
    const helpers = person.helpers.map((id) => (id === drop.id ? keep.id : id))
    person.helpers = [...new Set(helpers)].filter((id) => id !== person.id)
  }
}

async function appoint(scene: Scene): Promise<void> {
  const { caller, dice, town, whom } = scene
  const areaPath = pick([grids.one, grids.two, places.building4, places.building5], dice.other)
  const until = dice.coin ? town.now + days(2 + (dice.door % 3)) : null
  const input = { userId: whom.id, role: 'microGridLeader', areaPath, until } as const
  const { code, answer } = await tryCall(scene, 'appointment.propose', input)
  const may = caller.person !== null && caller.person !== whom && town.isStaff(caller.person)
  mustNot(code, may, 'appoint')
  if (!answer || answer.appointment.state !== 'active') return
  whom.offices = whom.offices.filter(
    (office) => office.role !== 'microGridLeader' || office.area !== areaPath,
  )
  whom.offices.push({
    role: 'microGridLeader',
    area: areaPath,
    since: town.now,
    until,
    appointmentId: answer.appointment._id,
  })
}

async function endOffice(scene: Scene): Promise<void> {
  const { caller, dice, town, whom } = scene
  const office = whom.offices.find(({ appointmentId }) => appointmentId !== null)
  if (!office?.appointmentId) return
  const successor = dice.coin ? pick(town.people, dice.other) : null
  const input = { appointmentId: office.appointmentId, reason, successorId: successor?.id ?? null }
  const { code } = await tryCall(scene, 'appointment.end', input)
  const may = caller.person !== null && (caller.person === whom || town.isStaff(caller.person))
  mustNot(code, may, 'endOffice')
  if (code !== 'ok') return
  whom.offices = whom.offices.filter((held) => held !== office)
  if (!successor || successor.offices.some(({ role, area }) => role === office.role && area === office.area))
    return
  successor.offices.push({ ...office, since: town.now, appointmentId: null })
}

async function nameHelper(scene: Scene): Promise<void> {
  const { caller, dice, town, whom } = scene
  const helper = pick(town.people, dice.other)
  const actor = caller.person
  const may =
    actor !== null &&
    !whom.isMerged &&
    (actor === whom ||
      doors.some(
        (door) =>
          town.homeOf(whom, door) &&
          (town.keepsDoor(actor, door) || (whom.openid === null && town.isConfirmedAt(actor, door))),
      ))
  if (dice.coin && whom.helpers.length > 0) {
    const proxyId = pick(whom.helpers, dice.other)
    const { code } = await tryCall(scene, 'resident.endProxy', { userId: whom.id, proxyId })
    if (!must(code, may || actor?.id === proxyId, 'endProxy')) return
    whom.helpers = whom.helpers.filter((id) => id !== proxyId)
    whom.trail.push('proxyEnded')
    return
  }
  const consent = { how: 'inPerson', note: '' } as const
  const { code } = await tryCall(scene, 'resident.nameProxy', {
    userId: whom.id,
    proxyId: helper.id,
    relation: 'neighbour',
    consent,
  })
  mustNot(code, may, 'nameProxy')
  if (code !== 'ok' || whom.helpers.includes(helper.id)) return
  whom.helpers.push(helper.id)
  whom.trail.push('proxyNamed')
}

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
