import { clockEvents, orderEvents, orderStatuses, phaseOf, phaseSchema } from '@/domain/order/status'
import type { OrderEvent, OrderStatus } from '@/domain/order/status'
import { isTerminal, parties, transitionOf, type Party } from '@/domain/order/transitions'

type Row = [OrderEvent, OrderStatus[], Party[]]

const helped: Party[] = ['requester', 'beneficiary']
const desk: Party[] = ['dispatcher']
const clock: Party[] = ['clock']
const always = (status: OrderStatus): Row[] => [
  ['callBack', [status], ['dispatcher', 'leader']],
  ['lookInto', [status], desk],
  ['remark', [status], [...helped, 'taker', 'dispatcher']],
  ['follow', [status], ['neighbour']],
  ['escalate', [status], clock],
]
const called = (status: OrderStatus): Row => ['callBack', [status], ['dispatcher', 'leader']]
const corrected = (status: OrderStatus): Row => ['correctHours', [status], desk]
const lookedInto = (status: OrderStatus): Row => ['lookInto', [status], desk]
const standIn = (status: OrderStatus): Row[] => [
  ['proposeStandIn', [status], ['taker']],
  ['takeOver', [status], ['standIn']],
  ['declineStandIn', [status], ['standIn']],
]
const cancel: Row = ['cancel', ['cancelled'], [...helped, 'dispatcher']]

/** The whole machine once more, by hand: a slip of the pen in `transitions.ts` differs from it. */
const machine: Record<OrderStatus, Row[]> = {
  placed: [
    ...always('placed'),
    ['dispatch', ['dispatched'], desk],
    ['advance', ['dispatched', 'placed'], clock],
    ['defer', ['deferred'], desk],
    ['redirect', ['redirected'], desk],
    ['transfer', ['placed'], desk],
    ['split', ['placed'], desk],
    ['merge', ['merged'], desk],
    cancel,
  ],
  deferred: [
    ...always('deferred'),
    ['wake', ['placed'], clock],
    ['resume', ['placed'], desk],
    ['redirect', ['redirected'], desk],
    cancel,
  ],
  dispatched: [
    ...always('dispatched'),
    ...standIn('dispatched'),
    ['accept', ['accepted', 'dispatched'], ['offeree', 'hallVolunteer']],
    ['decline', ['placed', 'dispatched'], ['offeree']],
    ['release', ['dispatched'], ['taker']],
    ['closeRoster', ['accepted'], ['captain', 'dispatcher']],
    ['withdraw', ['placed'], desk],
    ['advance', ['dispatched'], clock],
    ['lapse', ['placed', 'accepted'], clock],
    cancel,
  ],
  accepted: [
    ...always('accepted'),
    ...standIn('accepted'),
    ['checkIn', ['inService'], ['taker']],
    ['release', ['placed', 'dispatched'], ['taker']],
    ['noShow', ['placed', 'dispatched'], ['beneficiary', 'spokesperson', 'dispatcher']],
    ['withdraw', ['placed'], desk],
    ['lapse', ['placed'], clock],
    cancel,
  ],
  inService: [
    ...always('inService'),
    ...standIn('inService'),
    ['checkIn', ['inService'], ['taker']],
    ['nod', ['inService'], ['beneficiary']],
    ['checkOut', ['inService'], ['taker']],
    ['complete', ['completed'], ['captain']],
    ['completeFor', ['completed'], desk],
    ['noShow', ['inService'], ['beneficiary', 'spokesperson', 'dispatcher']],
    ['release', ['placed', 'accepted', 'inService'], ['taker']],
    ['withdraw', ['placed'], desk],
  ],
  completed: [
    called('completed'),
    corrected('completed'),
    lookedInto('completed'),
    ['checkIn', ['completed'], ['taker']],
    ['checkOut', ['completed'], ['taker']],
    ['complete', ['completed'], ['taker']],
    ['review', ['reviewed'], ['beneficiary']],
    ['reopen', ['dispatched', 'placed'], ['beneficiary', 'spokesperson']],
    ['rateVisit', ['completed'], ['taker']],
    ['remark', ['completed'], [...helped, 'taker', 'dispatcher']],
    ['expire', ['closed'], clock],
  ],
  reviewed: [
    called('reviewed'),
    corrected('reviewed'),
    lookedInto('reviewed'),
    ['takeOffWall', ['reviewed'], [...helped, 'taker', 'leader', 'dispatcher']],
    ['rateVisit', ['reviewed'], ['taker']],
    ['followUp', ['reviewed'], desk],
    ['remark', ['reviewed'], desk],
  ],
  closed: [
    called('closed'),
    corrected('closed'),
    lookedInto('closed'),
    ['rateVisit', ['closed'], ['taker']],
    ['remark', ['closed'], desk],
  ],
  cancelled: [called('cancelled'), lookedInto('cancelled')],
  redirected: [called('redirected'), lookedInto('redirected')],
  merged: [called('merged'), lookedInto('merged')],
}
const pairs = orderStatuses.flatMap((status) => orderEvents.map((event) => [status, event] as const))
const ends: OrderStatus[] = ['reviewed', 'closed', 'cancelled', 'redirected', 'merged']

describe('order machine: status by status', () => {
  it.each(pairs)('%s: %s', (status, event) => {
    const row = machine[status].find(([name]) => name === event)
    const transition = transitionOf(status, event)
    expect([...(transition?.to ?? [])].sort()).toEqual([...(row?.[1] ?? [])].sort())
    expect([...(transition?.by ?? [])].sort()).toEqual([...(row?.[2] ?? [])].sort())
  })
})

describe('order machine: as a whole', () => {
  const nextOf = (status: OrderStatus): OrderStatus[] =>
    orderEvents.flatMap((event) => transitionOf(status, event)?.to ?? [])

  const reachableFrom = (start: OrderStatus): Set<OrderStatus> => {
    const seen = new Set([start])
    for (const status of seen) nextOf(status).forEach((next) => seen.add(next))
    return seen
  }

  it('every status is reached from placed', () => {
    expect([...reachableFrom('placed')].sort()).toEqual([...orderStatuses].sort())
  })

  it.each(orderStatuses)('from %s an end is reached', (status) => {
    expect([...reachableFrom(status)].some(isTerminal)).toBe(true)
  })

  it.each(orderStatuses)('%s: is an end exactly where nothing leads on', (status) => {
    expect(isTerminal(status)).toBe(ends.includes(status))
    expect(nextOf(status).every((next) => next === status)).toBe(ends.includes(status))
  })

  it.each(parties)('%s: has something to do', (party) => {
    expect(pairs.some(([status, event]) => transitionOf(status, event)?.by.includes(party))).toBe(true)
  })

  it('nothing happens for nobody, and the clock never does what people do', () => {
    for (const [status, event] of pairs) {
      const by = transitionOf(status, event)?.by
      expect(by?.length).not.toBe(0)
      if (by) expect(by.includes('clock')).toBe(clockEvents.some((name) => name === event))
      if (by?.includes('clock')) expect(by).toHaveLength(1)
    }
  })
})

describe('order phases', () => {
  it.each([
    ['placed', 'waiting'],
    ['deferred', 'later'],
    ['dispatched', 'moving'],
    ['accepted', 'moving'],
    ['inService', 'moving'],
    ['completed', 'done'],
    ['reviewed', 'done'],
    ['closed', 'done'],
    ['cancelled', 'done'],
    ['redirected', 'done'],
    ['merged', 'done'],
  ] as const)('%s is %s', (status, phase) => {
    expect(phaseOf[status]).toBe(phase)
  })

  it('every status has one, every phase has a status', () => {
    expect(Object.keys(phaseOf).sort()).toEqual([...orderStatuses].sort())
    expect(new Set(Object.values(phaseOf))).toEqual(new Set(phaseSchema.options))
  })

  it('a reopened order counts as open again', () => {
    expect(transitionOf('completed', 'reopen')?.to.map((status) => phaseOf[status])).toEqual([
      'moving',
      'waiting',
    ])
  })
})
