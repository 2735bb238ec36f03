import { days } from '@/domain/shared/time'
import { begin, keyOf, must, mustNot, nobody, pick, reason, tryCall, type Scene } from './scene'
import { doors, type Home, type Person, type Town } from './town'

/** One day's joins and all of someone's homes are bounded. */
const isAtLimit = (town: Town, person: Person): boolean =>
  person.homes.filter(town.isHere).length >= 5 || hasTriedOften(town, person)
const hasTriedOften = (town: Town, person: Person): boolean =>
  person.homes.filter(({ since }) => since > town.now - days(1)).length >= 5

export async function join(scene: Scene): Promise<void> {
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

export async function decide(scene: Scene): Promise<void> {
  const { caller, dice, door, town, whom } = scene
  const standing = dice.coin ? ('confirmed' as const) : ('declined' as const)
  const input = { ...keyOf(door), userId: whom.id, standing, reason }
  const { code } = await tryCall(scene, 'membership.decide', input)
  const actor = caller.person
  const isOther = actor !== null && actor !== whom
  const isSafe = actor !== null && (standing === 'confirmed' || town.mayEnd(actor, whom, door))
  const mayVouch = isOther && isSafe && (town.keepsDoor(actor, door) || town.isConfirmedAt(actor, door))
  mustNot(code, mayVouch, 'decide')
  const home = town.homeOf(whom, door)
  if (!mayVouch || home?.standing !== 'unconfirmed') return
  must(code, true, 'decide')
  town.writeLeases(whom)
  Object.assign(home, { standing, endedAt: standing === 'declined' ? town.now : null })
  if (standing === 'confirmed') home.vouchedIn = town.step()
  whom.trail.push(standing)
}

function end(town: Town, person: Person, home: Home, standing: 'left' | 'removed'): void {
  town.writeLeases(person)
  Object.assign(home, { standing, endedAt: town.now })
  if (standing === 'removed') home.removedIn = town.step()
  town.stepDown(person, home)
}

export async function leave(scene: Scene): Promise<void> {
  const { caller, door, town } = scene
  const { code } = await tryCall(scene, 'membership.leave', keyOf(door))
  const home = caller.person && town.homeOf(caller.person, door)
  if (!caller.person || !home) return
  must(code, true, 'leave')
  caller.person.trail.push('left')
  end(town, caller.person, home, 'left')
}

export async function remove(scene: Scene): Promise<void> {
  const { caller, door, town, whom } = scene
  const { code } = await tryCall(scene, 'membership.remove', { ...keyOf(door), userId: whom.id, reason })
  const { person } = caller
  const isKeeper = person !== null && person !== whom && town.keepsDoor(person, door)
  const may = isKeeper && town.mayEnd(person, whom, door)
  mustNot(code, may, 'remove')
  const home = town.homeOf(whom, door)
  if (!may || !home) return
  must(code, true, 'remove')
  whom.trail.push('removed')
  end(town, whom, home, 'removed')
}

export async function move(scene: Scene): Promise<void> {
  const { caller, dice, door, town } = scene
  const to = pick(doors, dice.other)
  const input = { from: keyOf(door), to: { ...keyOf(to), relation: 'family' } } as const
  const { code } = await tryCall(scene, 'membership.move', input)
  const person = caller.person
  const home = person && town.homeOf(person, door)
  if (!person || !home) return
  const isFree = town.homeOf(person, to) === undefined && !hasTriedOften(town, person)
  if (!must(code, isFree, 'move')) return
  person.trail.push('moved')
  town.writeLeases(person)
  const isHeld = home.isHeld || town.isShutOut(person, to.building)
  Object.assign(home, { standing: 'left', endedAt: town.now })
  begin(town, person, to, { isHeld })
  town.stepDown(person, home)
}

export async function lease(scene: Scene): Promise<void> {
  const { caller, dice, door, town, whom } = scene
  const until = dice.coin ? town.now + days(1 + (dice.other % 4)) : null
  const { code } = await tryCall(scene, 'membership.setLease', { ...keyOf(door), userId: whom.id, until })
  const home = town.homeOf(whom, door)
  const isOwn = caller.person === whom
  // What somebody else has said may only be brought forward by oneself.
  const isSooner = until !== null && home !== undefined && (home.until === null || until <= home.until)
  // Nobody here says that they own a flat, so that only those who look after it and the person themself may.
  const may =
    caller.person !== null && (isOwn ? !home?.isLeaseFixed || isSooner : town.keepsDoor(caller.person, door))
  mustNot(code, may, 'setLease')
  if (!may || !home) return
  must(code, true, 'setLease')
  town.writeLeases(whom)
  const isSaidBefore = home.until === until && (isOwn || home.isLeaseFixed)
  if (!isOwn) home.isLeaseFixed = true
  if (isSaidBefore) return
  home.until = until
  whom.trail.push('leaseSet')
}
