import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { whyLateWords } from '@/copy/numbers'
import { digestWords as words, nextStepWords } from '@/copy/numbers-page'
import type { Output } from '@/domain/contracts'
import { presentOrder } from '@/domain/order/present'
import { DigestLink } from '@/features/numbers/digest-link'
import DigestPage from '@/packages/staff/pages/digest'
import { anAccount, aStaffMember } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

type Digest = Output<'numbers.digest'>
const staff = aStaffMember()
const order = anOrder({ text: '水龙头漏水' })
const li = {
  userId: 'resident-li',
  nickname: '李阿姨',
  orderId: order._id,
  moment: 'accepted',
  hasPhone: true,
}

function holdDigest(overrides: Partial<Digest> = {}): void {
  signIn(staff)
  let digest: Digest = {
    fresh: 4,
    late: 1,
    waiting: 2,
    unrated: 6,
    unhappy: 0,
    unsafe: 0,
    promises: 0,
    newcomers: 0,
    lateOrders: [{ order: presentOrder(staff, order), why: 'nobodyAsked' }],
    calls: [li],
    ...overrides,
  }
  answer('numbers.digest', () => digest)
  answer('order.callBack', ({ userId }) => {
    digest = { ...digest, calls: digest.calls.filter((call) => call.userId !== userId) }
    return { order: presentOrder(staff, order) }
  })
}

afterEach(() => jest.useRealTimers())

test('resident: the digest is for staff', async () => {
  signIn(anAccount())
  openPage(DigestPage)
  expect(await screen.findByText(words.notStaff)).toBeVisible()
  expect(requestsOf('numbers.digest')).toHaveLength(0)
})

test('staff: sees why an order is late and what to do, and opens it on the desk', async () => {
  holdDigest()
  openPage(DigestPage)
  expect(await screen.findByText(whyLateWords.nobodyAsked)).toBeVisible()
  expect(screen.getByText(nextStepWords.nobodyAsked)).toBeVisible()
  fireEvent.click(screen.getByText('水龙头漏水'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/packages/staff/pages/order/index?id=${order._id}`,
  })
})

test('staff: sees of which area the numbers are', async () => {
  holdDigest()
  openPage(DigestPage)
  expect(await screen.findByText('幸福里')).toBeVisible()
})

test('staff: calls someone whom no message reaches, notes what was said, and the name is gone', async () => {
  holdDigest()
  openPage(DigestPage)
  fireEvent.click(await screen.findByLabelText(words.calledWho('李阿姨')))
  const sheet = screen.getByRole('dialog')
  fireEvent.change(within(sheet).getByLabelText(words.calledNote), { target: { value: '知道了，在家等' } })
  fireEvent.click(within(sheet).getByText(words.called))
  expect(await screen.findByText(words.callsEmpty)).toBeVisible()
  expect(requestsOf('order.callBack')[0]?.input).toEqual({
    orderId: order._id,
    userId: 'resident-li',
    note: '知道了，在家等',
  })
})

test('staff: a quiet morning says so', async () => {
  holdDigest({ late: 0, lateOrders: [], calls: [] })
  openPage(DigestPage)
  expect(await screen.findByText(words.lateEmpty)).toBeVisible()
  expect(screen.getByText(words.callsEmpty)).toBeVisible()
})

const at = (hour: number): void => {
  // Beijing is eight hours ahead.
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 22, hour - 8, 30), advanceTimers: true })
}

test('staff: in the morning the desk leads to the digest, in a sentence', async () => {
  at(9)
  holdDigest()
  openPage(DigestLink)
  fireEvent.click(await screen.findByLabelText(words.linkLabel))
  expect(screen.getByText('晚了 1 单 · 等着派 2 单 · 新来 4 单 · 要打电话 1 位')).toBeVisible()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/staff/pages/digest/index' })
})

test('staff: in the afternoon it does not even ask', async () => {
  at(15)
  holdDigest()
  openPage(DigestLink)
  await waitFor(() => expect(screen.queryByLabelText(words.linkLabel)).not.toBeInTheDocument())
  expect(requestsOf('numbers.digest')).toHaveLength(0)
})
