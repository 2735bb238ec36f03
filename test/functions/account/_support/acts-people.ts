import { days } from '@/domain/shared/time'
import { anInvitation } from '../../../support/factories/invitation'
import { places } from '../../../support/factories/places'
import { grids } from '../../../support/neighbours'
import { begin, keyOf, must, mustNot, nobody, pick, reason, tryCall, type Scene } from './scene'
import { doors, type Person, type Town } from './town'

export async function register(scene: Scene): Promise<void> {
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

export async function takeOver(scene: Scene): Promise<void> {
  const { caller, dice, test, town } = scene
  const waiting = town.people.filter(({ openid, isMerged }) => openid === null && !isMerged)
  if (waiting.length === 0) return
  const person = pick(waiting, dice.other)
  const maker = town.people.find((one) => one.openid !== null && !one.isMerged && town.isStaff(one))
  if (!maker) return
  const _id = `takeover-${person.id.slice(0, 16)}-${town.now % 1e6}`
  if (!(await test.cloud.database.get('invitations', _id)))
    await test.cloud.database.insert('invitations', [
      anInvitation({
        _id,
        target: { kind: 'person', userId: person.id },
        createdBy: maker.id,
        expiresAt: town.now + days(9),
        createdAt: town.now,
      }),
    ])
  const { code } = await tryCall(scene, 'invitation.join', {
    code: _id,
    nickname: `自己来的${town.people.length}`,
  })
  // Who has moved away is no longer that office's to hand out.
  if (!must(code, caller.person === null && person.homes.some(town.isHere), 'takeOver')) return
  person.openid = caller.openid
  town.newcomers.splice(town.newcomers.indexOf(caller.openid), 1)
  person.trail.push('tookOver', 'privacyAgreed')
}

export async function merge(scene: Scene): Promise<void> {
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
  if (town.orderOwnerId === drop.id) town.orderOwnerId = keep.id
  for (const person of town.people) {
    const helpers = person.helpers.map((id) => (id === drop.id ? keep.id : id))
    person.helpers = [...new Set(helpers)].filter((id) => id !== person.id)
  }
}

export async function appoint(scene: Scene): Promise<void> {
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

export async function endOffice(scene: Scene): Promise<void> {
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

export async function nameHelper(scene: Scene): Promise<void> {
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
