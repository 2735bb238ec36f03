import { orderEvents, orderStatuses, phaseOf, phaseSchema } from '@/domain/order/schema'
import type { OrderEvent, OrderStatus } from '@/domain/order/schema'
import { isTerminal, parties, transitionOf, type Party } from '@/domain/order/transitions'

/** The whole machine once more, by hand: a slip of the pen in `transitions.ts` differs from it. */
const machine: [OrderStatus, OrderEvent, OrderStatus, Party[]][] = [
  ['placed', 'dispatch', 'dispatched', ['dispatcher']],
  ['placed', 'cancel', 'cancelled', ['requester', 'dispatcher']],
  ['dispatched', 'accept', 'accepted', ['offeree', 'hallVolunteer']],
  ['dispatched', 'decline', 'placed', ['offeree']],
  ['dispatched', 'withdraw', 'placed', ['dispatcher']],
  ['dispatched', 'cancel', 'cancelled', ['requester', 'dispatcher']],
  ['dispatched', 'lapse', 'placed', ['clock']],
  ['accepted', 'checkIn', 'inService', ['assignee']],
  ['accepted', 'release', 'placed', ['assignee']],
  ['accepted', 'withdraw', 'placed', ['dispatcher']],
  ['accepted', 'cancel', 'cancelled', ['requester', 'dispatcher']],
  ['accepted', 'lapse', 'placed', ['clock']],
  ['inService', 'complete', 'completed', ['assignee']],
  ['inService', 'release', 'placed', ['assignee']],
  ['inService', 'withdraw', 'placed', ['dispatcher']],
  ['completed', 'review', 'reviewed', ['requester']],
  ['completed', 'reopen', 'dispatched', ['requester']],
  ['completed', 'expire', 'closed', ['clock']],
]
const pairs = orderStatuses.flatMap((status) => orderEvents.map((event) => [status, event] as const))
const terminal: OrderStatus[] = ['reviewed', 'closed', 'cancelled']

describe('order machine: status by status', () => {
  it.each(pairs)('%s: %s', (status, event) => {
    const row = machine.find(([from, what]) => from === status && what === event)
    const transition = transitionOf(status, event)
    expect(transition?.to).toBe(row?.[2])
    expect([...(transition?.by ?? [])].sort()).toEqual([...(row?.[3] ?? [])].sort())
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
    expect(isTerminal(status)).toBe(terminal.includes(status))
    expect(nextOf(status).length === 0).toBe(terminal.includes(status))
  })

  it.each(orderEvents)('%s: happens somewhere', (event) => {
    expect(orderStatuses.some((status) => transitionOf(status, event))).toBe(true)
  })

  it.each(parties)('%s: has something to do', (party) => {
    expect(pairs.some(([status, event]) => transitionOf(status, event)?.by.includes(party))).toBe(true)
  })

  it('nothing happens for nobody, and the clock never does what people do', () => {
    for (const [status, event] of pairs) {
      const by = transitionOf(status, event)?.by
      expect(by?.length).not.toBe(0)
      expect(by?.includes('clock') ?? false).toBe(by?.length === 1 && ['lapse', 'expire'].includes(event))
    }
  })
})

describe('order phases', () => {
  it.each([
    ['placed', 'waiting'],
    ['dispatched', 'moving'],
    ['accepted', 'moving'],
    ['inService', 'moving'],
    ['completed', 'done'],
    ['reviewed', 'done'],
    ['closed', 'done'],
    ['cancelled', 'done'],
  ] as const)('%s is %s', (status, phase) => {
    expect(phaseOf[status]).toBe(phase)
  })

  it('every status has one, every phase has a status', () => {
    expect(Object.keys(phaseOf).sort()).toEqual([...orderStatuses].sort())
    expect(new Set(Object.values(phaseOf))).toEqual(new Set(phaseSchema.options))
  })

  it('a reopened order counts as open again', () => {
    expect(phaseOf[transitionOf('completed', 'reopen')?.to ?? 'closed']).toBe('moving')
  })
})
