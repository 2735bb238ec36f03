import { allowedActions, can, couldEver } from '@/domain/order/policy'
import { clockEvents, humanEvents, orderEvents, orderStatuses, type OrderEvent } from '@/domain/order/status'
import { anAccount, aVolunteer } from '../../support/factories/account'
import { anOrder, aReview } from '../../support/factories/order'
import { everyone, people, personNames, sceneNames, scenes, type PersonName, type SceneName } from './people'

type Row = Partial<Record<OrderEvent, PersonName[]>>

const helped: PersonName[] = ['requester', 'beneficiary', 'proxy']
/** Who says how it was, and that somebody came: the one helped, and who acts for them; not who merely asked for them. */
const own: PersonName[] = ['beneficiary', 'proxy']
const desk: PersonName[] = ['staff of the community', 'staff of the building', 'staff of the street']
const callers: PersonName[] = [...desk, 'leader of the building']
const takers: PersonName[] = ['captain', 'second taker']
const neighbours: PersonName[] = ['neighbour in the building', 'neighbour in its stairwell']

/** Who may do what in each situation, by hand: what is not said here, nobody may. */
const expected: Record<SceneName, Row> = {
  placed: {
    dispatch: desk,
    defer: desk,
    redirect: desk,
    transfer: desk,
    split: desk,
    merge: desk,
    cancel: [...helped, ...desk],
    callBack: callers,
    remark: [...helped, ...desk],
    follow: neighbours,
  },
  deferred: {
    resume: desk,
    redirect: desk,
    cancel: [...helped, ...desk],
    callBack: callers,
    remark: [...helped, ...desk],
    follow: neighbours,
  },
  'offered to one': {
    accept: ['offeree'],
    decline: ['offeree'],
    withdraw: desk,
    cancel: [...helped, ...desk],
    callBack: callers,
    remark: [...helped, ...desk],
    follow: neighbours,
  },
  'in the hall': {
    accept: ['captain', 'second taker', 'stand-in', 'offeree', 'volunteer'],
    withdraw: desk,
    cancel: [...helped, ...desk],
    callBack: callers,
    remark: [...helped, ...desk],
    follow: neighbours,
  },
  'in the hall for a third': {
    accept: ['stand-in', 'offeree', 'volunteer'],
    proposeStandIn: takers,
    release: takers,
    closeRoster: ['captain', ...desk],
    withdraw: desk,
    cancel: [...helped, ...desk],
    callBack: callers,
    remark: [...helped, ...takers, ...desk],
    follow: neighbours,
  },
  'offered to one as a second': {
    accept: ['offeree'],
    decline: ['offeree'],
    proposeStandIn: ['captain'],
    release: ['captain'],
    closeRoster: ['captain', ...desk],
    withdraw: desk,
    cancel: [...helped, ...desk],
    callBack: callers,
    remark: [...helped, 'captain', ...desk],
    follow: neighbours,
  },
  accepted: {
    proposeStandIn: takers,
    takeOver: ['stand-in'],
    declineStandIn: ['stand-in'],
    checkIn: takers,
    release: takers,
    noShow: [...own, ...desk],
    withdraw: desk,
    cancel: [...helped, ...desk],
    callBack: callers,
    remark: [...helped, ...takers, ...desk],
    follow: neighbours,
  },
  'in service, one there': {
    proposeStandIn: ['second taker'],
    checkIn: ['second taker'],
    nod: own,
    complete: ['captain'],
    completeFor: desk,
    noShow: [...own, ...desk],
    release: takers,
    withdraw: desk,
    callBack: callers,
    remark: [...helped, ...takers, ...desk],
    follow: neighbours,
  },
  'in service, all there by code': {
    complete: ['captain'],
    completeFor: desk,
    release: ['captain'],
    withdraw: desk,
    callBack: callers,
    remark: [...helped, 'captain', ...desk],
    follow: neighbours,
  },
  'in service, the captain late': {
    proposeStandIn: ['captain'],
    takeOver: ['stand-in'],
    declineStandIn: ['stand-in'],
    checkIn: ['captain'],
    complete: ['second taker'],
    completeFor: desk,
    noShow: [...own, ...desk],
    release: takers,
    withdraw: desk,
    callBack: callers,
    remark: [...helped, ...takers, ...desk],
    follow: neighbours,
  },
  'in service, both there': {
    checkOut: takers,
    complete: ['captain'],
    completeFor: desk,
    release: takers,
    withdraw: desk,
    callBack: callers,
    remark: [...helped, ...takers, ...desk],
    follow: neighbours,
  },
  'in service, the captain gone home': {
    complete: ['second taker'],
    completeFor: desk,
    withdraw: desk,
    callBack: callers,
    remark: [...helped, ...takers, ...desk],
    follow: neighbours,
  },
  completed: {
    checkOut: takers,
    complete: takers,
    review: own,
    reopen: own,
    rateVisit: takers,
    callBack: callers,
    remark: [...helped, ...takers, ...desk],
    correctHours: desk,
  },
  'rated well': { rateVisit: takers, callBack: callers, remark: desk, correctHours: desk },
  'on the wall': {
    rateVisit: takers,
    callBack: callers,
    remark: desk,
    correctHours: desk,
    takeOffWall: ['requester', ...takers, ...callers],
  },
  'rated badly': { rateVisit: takers, followUp: desk, callBack: callers, remark: desk, correctHours: desk },
  closed: { rateVisit: takers, callBack: callers, remark: desk, correctHours: desk },
  cancelled: { callBack: callers },
  redirected: { callBack: callers },
  merged: { callBack: callers },
}

const rows = sceneNames.flatMap((scene) => orderEvents.map((event) => [scene, event] as const))

const ofEndings: readonly OrderEvent[] = ['checkOut', 'complete']

describe('order policy: who may do what, status by status and event by event', () => {
  it('every status has a situation', () => {
    expect(new Set(Object.values(scenes).map(({ status }) => status))).toEqual(new Set(orderStatuses))
  })

  it.each(rows)('%s: %s', (scene, event) => {
    const may = personNames.filter((name) => can(people[name], event, scenes[scene]))
    expect([...may].sort()).toEqual([...(expected[scene][event] ?? [])].sort())
  })

  it.each(everyone)(
    '%s: has the buttons of what they may do, in one order for all, when it is %s',
    (name, scene) => {
      // What a phone may tell afterwards is no button.
      const isLate = (event: OrderEvent) => scene === 'completed' && ofEndings.includes(event)
      const may = humanEvents.filter((event) => expected[scene][event]?.includes(name))
      const buttons = may.filter((event) => !isLate(event))
      expect(allowedActions(people[name], scenes[scene])).toEqual(buttons)
    },
  )

  it.each(clockEvents)('nobody: can do what only the clock does (%s)', (event) => {
    for (const [name, scene] of everyone) expect(can(people[name], event, scenes[scene])).toBe(false)
  })
})

describe('order policy: what is asked for beside the part', () => {
  it('the one with the offer who has taken it already: cannot take it twice', () => {
    const order = { ...scenes['offered to one as a second'], takers: scenes.completed.takers.slice(0, 1) }
    const twice = {
      ...order,
      offer: { kind: 'people' as const, people: [{ userId: 'volunteer-wang', name: '王师傅' }] },
    }
    expect(can(people.captain, 'accept', twice)).toBe(false)
  })

  it('the one helped: cannot go to themselves instead of another', () => {
    const [captain] = scenes.accepted.takers
    const standIn = { userId: 'resident-li', name: '李阿姨' }
    const order = { ...scenes.accepted, takers: [{ ...captain!, standIn }] }
    expect(can(people.requester, 'takeOver', order)).toBe(false)
  })

  it('taker: cannot go instead of another as well', () => {
    const [captain, second] = scenes.accepted.takers
    const standIn = { userId: 'volunteer-xu', name: '小徐' }
    const order = { ...scenes.accepted, takers: [{ ...captain!, standIn }, second!] }
    expect(can(people['second taker'], 'takeOver', order)).toBe(false)
  })

  it('staff: cannot call anyone when everyone was reached', () => {
    expect(can(people['staff of the community'], 'callBack', anOrder())).toBe(false)
  })

  it('neighbour: cannot follow twice', () => {
    const order = anOrder({ followerIds: ['resident-sun'] })
    expect(can(people['neighbour in the building'], 'follow', order)).toBe(false)
  })

  it('taker: cannot rate the visit twice; the other still can', () => {
    const rated = [{ userId: 'volunteer-wang', safety: 'fine' as const, note: '', at: 1 }]
    const order = { ...scenes.completed, visitRatings: rated }
    expect([
      can(people.captain, 'rateVisit', order),
      can(people['second taker'], 'rateVisit', order),
    ]).toEqual([false, true])
  })

  it('staff: cannot correct hours of their own, nor where nobody has served', () => {
    const staff = people['staff of the community']
    const own = [
      { userId: staff._id, name: staff.nickname, kind: 'visit' as const, minutes: 60, reason: '', at: 1 },
    ]
    const alone = anOrder({ status: 'completed', served: own, takers: [] })
    expect(can(staff, 'correctHours', alone)).toBe(false)
    expect(can(staff, 'correctHours', { ...alone, served: [], takers: [] })).toBe(false)
    expect(can(people['staff of the building'], 'correctHours', alone)).toBe(true)
  })

  it('the wall: what was taken off, or never hung there, cannot be taken off', () => {
    const off = aReview({ thanks: '谢谢', onWall: false })
    const silent = aReview({ thanks: '', onWall: true })
    for (const review of [off, silent])
      expect(can(people.captain, 'takeOffWall', anOrder({ status: 'reviewed', review }))).toBe(false)
  })

  it('the desk of the community it was given to: may dispatch it, that of the home no longer', () => {
    const order = anOrder({ communityPath: 'heping/c2/' })
    expect(can(people['staff of another community'], 'dispatch', order)).toBe(true)
    expect(can(people['staff of the community'], 'dispatch', order)).toBe(false)
  })

  it('offered to, or asked to stand in, and no volunteer any more: may not take it', () => {
    const former = anAccount({ _id: 'volunteer-ma', nickname: '马姐', memberships: [], roles: [] })
    const named = { userId: former._id, name: former.nickname }
    const offered = anOrder({ status: 'dispatched', offer: { kind: 'people', people: [named] } })
    const asked = anOrder({
      status: 'accepted',
      takers: [{ ...anOrder({ status: 'accepted' }).takers[0]!, standIn: named }],
    })
    expect(can(former, 'accept', offered)).toBe(false)
    expect(can(former, 'takeOver', asked)).toBe(false)
    const volunteer = aVolunteer({ _id: former._id, nickname: former.nickname })
    expect([can(volunteer, 'accept', offered), can(volunteer, 'takeOver', asked)]).toEqual([true, true])
  })

  it('volunteer of the community it was given to: may take it from the hall', () => {
    const order = { ...scenes['in the hall'], communityPath: 'heping/c2/' }
    expect(can(people['volunteer of another community'], 'accept', order)).toBe(true)
  })
})

describe('order policy: too late, or no business of theirs', () => {
  const ofHelped: OrderEvent[] = ['cancel', 'noShow', 'nod', 'remark', 'reopen', 'review', 'takeOffWall']
  const ofDesk: OrderEvent[] = [
    ...(['callBack', 'cancel', 'closeRoster', 'defer', 'dispatch', 'followUp', 'merge', 'noShow'] as const),
    ...(['redirect', 'remark', 'resume', 'split', 'transfer', 'withdraw', 'correctHours'] as const),
    ...(['lookInto', 'takeOffWall', 'completeFor'] as const),
  ]
  const ofVolunteers: OrderEvent[] = [
    ...(['accept', 'checkIn', 'checkOut', 'closeRoster', 'complete', 'decline', 'proposeStandIn'] as const),
    ...(['rateVisit', 'release', 'remark', 'takeOver', 'declineStandIn', 'takeOffWall'] as const),
  ]
  /** What each could have done, had the order stood otherwise: they hear "conflict", all others "forbidden". */
  const ever: Partial<Record<PersonName, OrderEvent[]>> = {
    requester: ['cancel', 'remark', 'takeOffWall'],
    beneficiary: ofHelped,
    proxy: ofHelped,
    captain: ofVolunteers,
    'second taker': ofVolunteers,
    'stand-in': ofVolunteers,
    offeree: ofVolunteers,
    volunteer: ofVolunteers,
    'staff of the community': ofDesk,
    'staff of the building': ofDesk,
    'staff of the street': ofDesk,
    'leader of the building': ['callBack', 'takeOffWall'],
    'neighbour in the building': ['follow'],
    'neighbour in its stairwell': ['follow'],
  }

  it.each(everyone)('%s: when it is %s', (name, scene) => {
    const could = orderEvents.filter((event) => couldEver(people[name], event, scenes[scene]))
    expect([...could].sort()).toEqual([...(ever[name] ?? [])].sort())
  })

  it.each(everyone)('%s: whoever may, could, when it is %s', (name, scene) => {
    for (const event of allowedActions(people[name], scenes[scene]))
      expect(couldEver(people[name], event, scenes[scene])).toBe(true)
  })
})
