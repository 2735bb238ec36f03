import {
  canReadThread,
  canWriteThread,
  newsFor,
  newsKeysOf,
  threadClosesAt,
  threadPeople,
  titleInThread,
} from '@/domain/chat/policy'
import { groupPathSchema, isThread, orderIdOf, threadOf } from '@/domain/chat/thread'
import { applyEvent } from '@/domain/order/apply'
import { presentOrder } from '@/domain/order/present'
import { days, hours } from '@/domain/shared/time'
import { anOrder, aTaker, hallOffer, peopleOffer } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'
import { everyone, named, people, scenes, type PersonName, type SceneName } from '../order/people'

const office: PersonName[] = ['staff of the community', 'staff of the building', 'staff of the street']
const always: PersonName[] = ['requester', 'beneficiary', 'proxy', ...office]
const both: PersonName[] = [...always, 'captain', 'second taker']
/** Who merely acts for the one helped reads there while there is something to do, or to rate. */
const past = (names: PersonName[]): PersonName[] => names.filter((name) => name !== 'proxy')

/** By hand: who has a part in the order as it stands. */
const readers: Record<SceneName, PersonName[]> = {
  placed: always,
  deferred: always,
  'offered to one': always,
  'in the hall': always,
  'in the hall for a third': both,
  'offered to one as a second': [...always, 'captain'],
  accepted: both,
  'in service, one there': both,
  'in service, the captain late': both,
  'in service, both there': both,
  'in service, the captain gone home': both,
  'in service, all there by code': [...always, 'captain'],
  completed: both,
  'rated well': past(both),
  'on the wall': past(both),
  'rated badly': past(both),
  closed: past(both),
  cancelled: past(both),
  redirected: past(always),
  merged: past(always),
}
const closed: SceneName[] = ['cancelled', 'redirected', 'merged']
const served: SceneName[] = ['rated well', 'on the wall', 'rated badly', 'closed']

/** While everything that was ever done is still fresh. */
const soon = startOfTests + hours(5)
const later = startOfTests + days(3)

describe.each(everyone)('thread of an order: %s, %s', (name, scene) => {
  const [actor, order] = [people[name], scenes[scene]]
  const mayRead = readers[scene].includes(name)

  it(mayRead ? 'reads' : 'does not read', () => {
    expect(canReadThread(actor, order)).toBe(mayRead)
    expect(presentOrder(actor, order).thread !== null).toBe(mayRead)
  })

  it('writes while it is open, and two days from completion', () => {
    expect(canWriteThread(actor, order, soon)).toBe(mayRead && !closed.includes(scene))
    expect(canWriteThread(actor, order, later)).toBe(mayRead && ![...closed, ...served].includes(scene))
  })
})

describe('thread of an order: who comes and goes', () => {
  const at = startOfTests + hours(3)
  const captain = people.captain
  const accepted = anOrder({ status: 'accepted', takers: [aTaker(named('captain'))] })
  const by = (actor: typeof captain | null) => ({ actor, at, requestId: 'request-0001' })

  it('volunteer: has no part while it is offered, and has one as soon as they accept', () => {
    const offered = anOrder({ status: 'dispatched', offer: peopleOffer(named('captain')) })
    expect(canReadThread(captain, offered)).toBe(false)
    expect(canReadThread(captain, applyEvent(offered, 'accept', {}, by(captain)))).toBe(true)
  })

  it('volunteer: who gives it back is out at once, also where the hall shows it to them', () => {
    const given = applyEvent(accepted, 'release', { note: '' }, by(captain))
    expect(canReadThread(captain, given)).toBe(false)
    expect(canReadThread(captain, { ...given, status: 'dispatched', offer: hallOffer })).toBe(false)
  })

  it('volunteer: who did not come is out; so is one whose claim lapsed', () => {
    const missed = applyEvent(
      { ...accepted, window: null, dueAt: startOfTests },
      'noShow',
      { userId: captain._id, note: '' },
      by(people['staff of the community']),
    )
    expect(canReadThread(captain, missed)).toBe(false)
    expect(canReadThread(captain, applyEvent(accepted, 'lapse', {}, by(null)))).toBe(false)
  })

  it('stand-in: has no part while asked, takes it over with the visit, and the other is out', () => {
    const asked = anOrder({
      status: 'accepted',
      takers: [aTaker({ ...named('captain'), standIn: named('stand-in') })],
    })
    expect(canReadThread(people['stand-in'], asked)).toBe(false)
    const taken = applyEvent(asked, 'takeOver', {}, by(people['stand-in']))
    expect(canReadThread(people['stand-in'], taken)).toBe(true)
    expect(canReadThread(captain, taken)).toBe(false)
  })

  it('staff: after a transfer it is the other community’s', () => {
    const given = anOrder({ communityPath: places.otherCommunity })
    expect(canReadThread(people['staff of the community'], given)).toBe(false)
    expect(canReadThread(people['staff of another community'], given)).toBe(true)
  })

  it('leader: only of an order that they placed themselves', () => {
    const leader = people['leader of the building']
    expect(canReadThread(leader, anOrder())).toBe(false)
    const own = { ...scenes.placed, requesterId: leader._id }
    expect(canReadThread(leader, own)).toBe(true)
    expect(titleInThread(leader, own)).toBe('microGridLeader')
  })
})

describe('thread of an order: when it closes', () => {
  it('waits for the rating however long, and then for two days from completion', () => {
    expect(threadClosesAt(scenes.completed)).toBeNull()
    expect(threadClosesAt(scenes['rated well'])).toBe(startOfTests + hours(4) + days(2))
    expect(threadClosesAt(scenes.closed)).toBe(startOfTests + hours(4) + days(2))
    expect(threadClosesAt(scenes.cancelled)).toBe(0)
    expect(threadClosesAt(scenes.deferred)).toBeNull()
  })

  it('the last moment is the grace’s, not a second more', () => {
    const end = startOfTests + hours(4) + days(2)
    expect(canWriteThread(people.requester, scenes.closed, end - 1)).toBe(true)
    expect(canWriteThread(people.requester, scenes.closed, end)).toBe(false)
  })
})

describe('thread of an order: whose news it is', () => {
  it('the others who have a part; the office while nobody comes', () => {
    expect(newsFor(people.requester, scenes.placed)).toEqual(['resident-old-li', 'desk'])
    expect(newsFor(people.requester, scenes.accepted)).toEqual([
      'resident-old-li',
      'volunteer-wang',
      'volunteer-xu',
    ])
    expect(newsFor(people['staff of the community'], scenes.placed)).toEqual([
      'resident-li',
      'resident-old-li',
    ])
    expect(threadPeople(anOrder())).toEqual(['resident-li'])
  })

  it('is shown to those alone', () => {
    const order = { ...scenes.placed, newsFor: ['resident-old-li', 'desk'] }
    const hasNews = (name: PersonName) => presentOrder(people[name], order).thread?.hasNews
    expect(hasNews('beneficiary')).toBe(true)
    expect(hasNews('requester')).toBe(false)
    expect(hasNews('staff of the community')).toBe(true)
    expect(newsKeysOf(people.requester, order)).toEqual(['resident-li'])
    expect(JSON.stringify(presentOrder(people.captain, scenes.accepted))).not.toContain('newsFor')
  })

  it('names people by what they are to the order', () => {
    expect(titleInThread(people.requester, scenes.accepted)).toBe('neighbour')
    expect(titleInThread(people.captain, scenes.accepted)).toBe('volunteer')
    expect(titleInThread(people['staff of the community'], scenes.accepted)).toBe('communityStaff')
  })
})

describe('thread of an order: its path', () => {
  it('is told from a building’s', () => {
    expect(isThread(threadOf('order-0001'))).toBe(true)
    expect(orderIdOf(threadOf('order-0001'))).toBe('order-0001')
    expect(isThread(places.building4)).toBe(false)
    expect(orderIdOf(places.building4)).toBeNull()
  })

  it.each([
    'order:',
    'order:x',
    'order:../a/b/c',
    'order:order-0001/',
    'Order:order-0001',
    'user:order-0001',
    '',
  ])('%s is none', (path) => {
    expect(groupPathSchema.safeParse(path).success).toBe(false)
  })

  it('threads and buildings pass', () => {
    for (const path of [threadOf('order-0001'), places.building4])
      expect(groupPathSchema.parse(path)).toBe(path)
  })
})
