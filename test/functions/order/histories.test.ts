import fc from '../../support/fast-check'
import type { Account } from '@/domain/account/schema'
import type { ActionName } from '@/domain/contracts'
import type { Order } from '@/domain/order/schema'
import { hours } from '@/domain/shared/time'
import { breakNetwork } from '../../support/broken-network'
import { crowd, morePeople, nextDoor } from '../../support/more-people'
import { checkAlways, checkEnd, Watch } from './_support/invariants'
import { moves, type Move } from './_support/moves'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { opened } from '../../support/test-key'

/** Time for random histories; each is some dozens of calls of the real functions. */
const budgetMs = 20_000

const test = useTestCloud([...morePeople(), ...crowd(24)])

/** One history: what is tried, in this order; some of it at once, some of it over a broken network, some twice. */
const stepArbitrary = fc.record({
  moves: fc.array(
    fc.noBias(fc.record({ pick: fc.nat(99_991), actor: fc.nat(99_991), order: fc.nat(99_991) })),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  jumpHours: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
  ),
  failsAt: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
  ),
  isLost: fc.boolean(),
  isTwice: fc.constantFrom(true, false, false, false),
})
const historyArbitrary = fc.array(stepArbitrary, { minLength: 40, maxLength: 70 })
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never

const accounts = [...morePeople(), ...crowd(24)]
const readOrders = async () =>
  (await test.cloud.database.find('orders')).map((order) => opened('orders', order) as unknown as Order)

/** Tries one command; what it answers is looked at, whoever asked. */
async function attempt(watch: Watch, { openid, action, input }: Move, requestId: string): Promise<string> {
  try {
    const answer = await test.as(openid).call(action as ActionName, input as never, requestId)
    watch.saw(openid, answer)
    return 'ok'
  } catch (error) {
    const { code = 'unknown' } = error as { code?: string }
    return code
  }
}

async function play(
  watch: Watch,
  { moves: picks, jumpHours, failsAt, isLost, isTwice }: Step,
): Promise<void> {
  const orders = await readOrders()
  const chosen = picks.map(({ pick, actor, order }) =>
    moves(accounts, orders, test.cloud.clock.now()).at({ pick, actor, order }),
  )
  const requests = chosen.map((move) => ({ move, requestId: nextRequestId() }))
  const mend = breakNetwork(test, isLost ? 'failAfterRate' : 'failRate', (nth) => nth === failsAt)
  const codes = await Promise.all(requests.map(({ move, requestId }) => attempt(watch, move, requestId)))
  mend()
  // Only the network breaks; a function never does.
  if (failsAt === 0) expect(codes).not.toContain('Internal')
  // Whoever heard nothing, or tapped twice, sends the same again.
  if (isTwice || failsAt > 0) {
    const again = await Promise.all(requests.map(({ move, requestId }) => attempt(watch, move, requestId)))
    expect(again).not.toContain('Internal')
  }
  if (jumpHours > 0) {
    test.cloud.clock.travel(hours(jumpHours))
    for (const trigger of ['everyMinute', 'everyTenSeconds']) await test.cloud.timers.fire('timers', trigger)
  }
}

it('whatever people do in whatever order: nobody is lost, nothing counts twice, and nobody sees what is not theirs', async () => {
  const seen = { ok: 0, statuses: new Set<string>() }
  await fc.assert(
    fc.asyncProperty(historyArbitrary, async (history) => {
      await test.reset()
      await test.cloud.database.insert('areas', [nextDoor])
      const watch = new Watch(accounts)
      for (const step of history) {
        const before = watch.count
        await play(watch, step)
        seen.ok += watch.count - before
        const orders = await readOrders()
        checkAlways(orders, watch)
        orders.forEach(({ status }) => seen.statuses.add(status))
      }
      const people = (await test.cloud.database.find('accounts')) as unknown as Account[]
      checkEnd(await readOrders(), people)
      const deeds = new Map<string, number>()
      for (const { openid, _id } of accounts.filter(({ roles }) =>
        roles.some(({ role }) => role === 'volunteer'),
      ))
        deeds.set(_id, (await test.as(openid).call('order.deeds', {})).minutes)
      for (const [userId, minutes] of deeds)
        expect([userId, minutes]).toEqual([userId, watch.minutesOf(userId)])
    }),
    { interruptAfterTimeLimit: budgetMs, markInterruptAsFailure: false, numRuns: 1000, endOnFailure: true },
  )
  // It went somewhere: most of what can become of an order became of some.
  expect(seen.statuses.size).toBeGreaterThan(5)
  expect(seen.ok).toBeGreaterThan(40)
}, 120_000)
