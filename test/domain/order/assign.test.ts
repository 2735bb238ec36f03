import fc from '../../support/fast-check'
import { assign, type Available, type Plan, type Waiting } from '@/domain/order/assign'
import type { TimeWindow } from '@/domain/order/parts'

interface Line {
  orderId: string
  volunteerId: string
  score: number
}

const order = (
  id: string,
  candidates: Record<string, number>,
  { slots = 1, window = null }: { slots?: number; window?: TimeWindow | null } = {},
): Waiting => ({
  id,
  slots,
  window,
  candidates: Object.entries(candidates).map(([volunteerId, score]) => ({ volunteerId, score })),
})
const caps = (entries: Record<string, number>): Available[] =>
  Object.entries(entries).map(([id, cap]) => ({ id, cap }))
const pairs = ({ chosen }: Plan): string[] =>
  [...chosen].flatMap(([id, volunteers]) => volunteers.map((one) => `${id}→${one}`)).sort()
const at = (from: number, to: number): TimeWindow => ({ from, to })

const linesOf = ({ chosen }: Plan, orders: readonly Waiting[]): Line[] =>
  [...chosen].flatMap(([orderId, volunteers]) =>
    volunteers.map((volunteerId) => {
      const found = orders
        .find(({ id }) => id === orderId)
        ?.candidates.find((candidate) => candidate.volunteerId === volunteerId)
      return { orderId, volunteerId, score: found!.score }
    }),
  )

/** Orders served, slots filled, score: the three goals, in their order. */
const worthOf = (lines: readonly Line[]): [number, number, number] => [
  new Set(lines.map(({ orderId }) => orderId)).size,
  lines.length,
  lines.reduce((sum, { score }) => sum + score, 0),
]
const isWorthMore = (a: number[], b: number[]): boolean => {
  const first = a.findIndex((value, index) => value !== b[index])
  return first >= 0 && a[first]! > b[first]!
}

/** Every possible assignment is tried. */
function bruteForce(orders: readonly Waiting[], volunteers: readonly Available[]): [number, number, number] {
  const edges = orders.flatMap(({ id, candidates }) => candidates.map((one) => ({ orderId: id, ...one })))
  const slots = new Map(orders.map((one) => [one.id, one.slots]))
  const limits = new Map(volunteers.map(({ id, cap }) => [id, cap]))
  let best = worthOf([])
  const walk = (index: number, lines: Line[]): void => {
    const edge = edges[index]
    if (!edge) {
      if (isWorthMore(worthOf(lines), best)) best = worthOf(lines)
      return
    }
    walk(index + 1, lines)
    const given = lines.filter(({ orderId }) => orderId === edge.orderId).length
    const held = lines.filter(({ volunteerId }) => volunteerId === edge.volunteerId).length
    if (given < slots.get(edge.orderId)! && held < limits.get(edge.volunteerId)!)
      walk(index + 1, [...lines, edge])
  }
  walk(0, [])
  return best
}

const volunteerIds = ['an', 'bo', 'chu', 'ding']
const someScore = fc.integer({ min: -60, max: 120 })
/** Up to four orders and four volunteers, with at most twelve edges between them. */
const cases = fc.record({
  orders: fc
    .array(
      fc.record({
        slots: fc.integer({ min: 1, max: 3 }),
        scores: fc.tuple(...volunteerIds.map(() => fc.option(someScore))),
      }),
      { maxLength: 4 },
    )
    .map((rows) =>
      rows.map(({ slots, scores }, index) => {
        const known = scores.flatMap((score, one) => (score === null ? [] : [[volunteerIds[one]!, score]]))
        return order(`order-${index}`, Object.fromEntries(known) as Record<string, number>, { slots })
      }),
    )
    .filter((orders) => orders.reduce((sum, { candidates }) => sum + candidates.length, 0) <= 12),
  volunteers: fc
    .tuple(...volunteerIds.map(() => fc.integer({ min: 0, max: 3 })))
    .map((limits) => volunteerIds.map((id, index) => ({ id, cap: limits[index]! }))),
})

function expectAllowed(plan: Plan, orders: readonly Waiting[], volunteers: readonly Available[]): void {
  const lines = linesOf(plan, orders)
  expect(new Set(pairs(plan)).size).toBe(lines.length)
  expect(plan.totalScore).toBe(worthOf(lines)[2])
  for (const { id, slots } of orders) expect((plan.chosen.get(id) ?? []).length).toBeLessThanOrEqual(slots)
  for (const { id, cap } of volunteers)
    expect(lines.filter(({ volunteerId }) => volunteerId === id).length).toBeLessThanOrEqual(cap)
}

describe('assigning the whole queue', () => {
  it('is as good as the best of all possible assignments', () => {
    fc.assert(
      fc.property(cases, ({ orders, volunteers }) => {
        const plan = assign(orders, volunteers)
        expectAllowed(plan, orders, volunteers)
        expect(worthOf(linesOf(plan, orders))).toEqual(bruteForce(orders, volunteers))
      }),
      { numRuns: 800 },
    )
  })

  it('does not depend on the order in which orders, candidates and volunteers are given', () => {
    fc.assert(
      fc.property(cases, ({ orders, volunteers }) => {
        const turned = orders.map((one) => ({ ...one, candidates: [...one.candidates].reverse() })).reverse()
        expect(assign(turned, [...volunteers].reverse())).toEqual(assign(orders, volunteers))
      }),
    )
  })

  it('gives the second best to one order where the best for all asks for it', () => {
    const plan = assign(
      [order('a', { wang: 50, li: 45 }), order('b', { wang: 40, li: 5 })],
      caps({ wang: 1, li: 1 }),
    )
    expect(pairs(plan)).toEqual(['a→li', 'b→wang'])
    expect(plan.totalScore).toBe(85)
  })

  it('prefers two orders served poorly to one served well', () => {
    const orders = [order('a', { wang: 100, li: -30 }), order('b', { wang: 1 })]
    expect(pairs(assign(orders, caps({ wang: 1, li: 1 })))).toEqual(['a→li', 'b→wang'])
  })

  it('sends somebody to every order before it sends a second one to any', () => {
    const orders = [order('a', { wang: 90, li: 90 }, { slots: 2 }), order('b', { li: 1 })]
    expect(pairs(assign(orders, caps({ wang: 1, li: 1 })))).toEqual(['a→wang', 'b→li'])
  })

  it('order for two: gets two, the better fit first', () => {
    const orders = [order('a', { an: 10, li: 70, wang: 40 }, { slots: 2 })]
    expect(assign(orders, caps({ an: 1, li: 1, wang: 1 })).chosen.get('a')).toEqual(['li', 'wang'])
  })

  it('volunteer: gets no more than they may still take', () => {
    const orders = ['a', 'b', 'c'].map((id, index) => order(id, { wang: 10 + index }))
    expect(pairs(assign(orders, caps({ wang: 2 })))).toEqual(['b→wang', 'c→wang'])
    expect(pairs(assign(orders, caps({ wang: 0 })))).toEqual([])
    expect(pairs(assign(orders, []))).toEqual([])
  })

  it('volunteer: does not fill two slots of one order', () => {
    expect(pairs(assign([order('a', { wang: 10 }, { slots: 2 })], caps({ wang: 5 })))).toEqual(['a→wang'])
  })

  it('order: stays open when nobody may take it', () => {
    const plan = assign([order('a', {}), order('b', { li: -5 })], caps({ li: 1 }))
    expect(pairs(plan)).toEqual(['b→li'])
    expect(plan.chosen.has('a')).toBe(false)
  })

  it('equal choices go by id', () => {
    expect(pairs(assign([order('a', { li: 7, an: 7 })], caps({ li: 1, an: 1 })))).toEqual(['a→an'])
  })
})

describe('assigning orders that are wanted at the same time', () => {
  it('volunteer: is not sent to two places at once', () => {
    const orders = [
      order('a', { wang: 50 }, { window: at(10, 12) }),
      order('b', { wang: 40, li: 1 }, { window: at(11, 13) }),
      order('c', { wang: 30 }, { window: at(12, 14) }),
    ]
    expect(pairs(assign(orders, caps({ wang: 3, li: 3 })))).toEqual(['a→wang', 'b→li', 'c→wang'])
  })

  it('order: stays open rather than clash', () => {
    const orders = ['a', 'b'].map((id) => order(id, { wang: 9 }, { window: at(1, 3) }))
    expect(pairs(assign(orders, caps({ wang: 2 })))).toEqual(['a→wang'])
  })

  it('order: stays open rather than clash, however many clash', () => {
    const orders = Array.from({ length: 60 }, (_, index) =>
      order(`order-${index}`, { wang: index, li: index }, { window: at(1, 3) }),
    )
    expect(pairs(assign(orders, caps({ wang: 60, li: 60 })))).toHaveLength(2)
  })

  it('volunteer: is never sent to two places at once, whatever is wanted', () => {
    const starts = fc.array(fc.option(fc.integer({ min: 0, max: 6 })), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(cases, starts, ({ orders, volunteers }, from) => {
        const timed = orders.map((one, index) => {
          const start = from[index] ?? null
          return { ...one, window: start === null ? null : at(start, start + 3) }
        })
        const plan = assign(timed, volunteers)
        expectAllowed(plan, timed, volunteers)
        for (const { id } of volunteers) {
          const windows = timed
            .filter((one) => one.window && plan.chosen.get(one.id)?.includes(id))
            .map(({ window }) => window!.from)
            .sort((a, b) => a - b)
          windows
            .slice(1)
            .forEach((start, index) => expect(start - windows[index]!).toBeGreaterThanOrEqual(3))
        }
      }),
    )
  })
})
