import { fireEvent, screen } from '@testing-library/react'
import { orderWords } from '@/copy/order'
import { applyEvent } from '@/domain/order/apply'
import { days } from '@/domain/shared/time'
import type { Account } from '@/domain/account/schema'
import { isNearDue } from '@/features/order/is-late'
import OrderPage from '@/pages/order/index'
import { anAccount, aStaffMember } from '../support/factories/account'
import { anOrder, aTaker, peopleOffer, wang } from '../support/factories/order'
import { startOfTests } from '../support/factories/places'
import { holdOrder, openPage, signIn } from './_support/render-page'

const staff = aStaffMember()
const context = { actor: staff, at: startOfTests, requestId: 'request-0002' }
const dispatched = applyEvent(anOrder(), 'dispatch', { offer: peopleOffer(wang) }, context)
const withdrawn = applyEvent(dispatched, 'withdraw', { note: '' }, context)
const until = startOfTests + days(3)
const deferred = applyEvent(withdrawn, 'defer', { until, note: '' }, context)

async function openTrail(viewer: Account): Promise<void> {
  signIn(viewer)
  holdOrder(deferred, viewer)
  openPage(OrderPage, { id: deferred._id })
  fireEvent.click(await screen.findByText(orderWords.trail))
}

test('staff: the history says to whom it went, and until when it was put off', async () => {
  await openTrail(staff)
  expect(screen.getByText(wang.name)).toBeVisible()
  expect(screen.getByText('到2025年1月4日')).toBeVisible()
})

test('requester: reads until when, and not whom the office had asked', async () => {
  await openTrail(anAccount())
  expect(screen.getByText('到2025年1月4日')).toBeVisible()
  expect(screen.queryByText(wang.name)).toBeNull()
})

test('staff: read who felt unsafe, and what came of it', async () => {
  const takers = [aTaker({ checkedInAt: startOfTests })]
  const rated = anOrder({
    status: 'completed',
    takers,
    visitRatings: [{ userId: wang.userId, safety: 'unsafe', note: '有大狗', at: startOfTests }],
    safetyLook: { finding: '狗以后拴好', byName: '陈社工', at: startOfTests + 1 },
  })
  signIn(staff)
  holdOrder(rated, staff)
  openPage(OrderPage, { id: rated._id })
  expect(await screen.findByText(`${wang.name}：不安全：有大狗`)).toBeVisible()
  expect(screen.getByText('陈社工：狗以后拴好')).toBeVisible()
})

test('put off for a month, it is near due by the time it has from then on', () => {
  const placedFor = { phase: 'waiting', status: 'placed', createdAt: 0, dueAt: days(32) } as const
  expect(isNearDue({ ...placedFor, dueFrom: null }, days(30))).toBe(true)
  expect(isNearDue({ ...placedFor, dueFrom: days(30) }, days(30))).toBe(false)
  expect(isNearDue({ ...placedFor, dueFrom: days(30) }, days(31.6))).toBe(true)
})
