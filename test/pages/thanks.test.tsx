import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { eventWords } from '@/copy/order-events'
import { thanksWords as words } from '@/copy/thanks'
import { errorWords } from '@/copy/errors'
import { AppError } from '@/domain/shared/errors'
import type { ThanksOnWall } from '@/domain/order/wall'
import { monthAfter, monthOf } from '@/domain/shared/calendar'
import { presentOrder } from '@/domain/order/present'
import ThanksPage from '@/packages/ask/pages/thanks'
import { aMembership, anAccount } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { places } from '../support/factories/places'
import { answer, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const month = monthOf(Date.now())
const someThanks = (overrides: Partial<ThanksOnWall> = {}): ThanksOnWall => ({
  orderId: 'order-0001',
  words: '水龙头再也不滴了',
  serviceName: '小修小补',
  to: ['王师傅'],
  from: '李阿姨',
  allowedActions: [],
  needsReason: false,
  ...overrides,
})

function holdWall(...items: ThanksOnWall[]): void {
  signIn()
  answer('order.thanksWall', (input) => ({ items: input.month === month ? items : [], nextCursor: null }))
}
const asked = () => requestsOf('order.thanksWall').map(({ input }) => input)

test('resident: reads what neighbours thanked for, to whom, for what, and by whom', async () => {
  holdWall(
    someThanks(),
    someThanks({ orderId: 'order-0002', words: '多谢三位', to: ['马姐', '小徐', '老钱'] }),
  )
  openPage(ThanksPage, { group: encodeURIComponent(places.building4) })
  expect(await screen.findByText('水龙头再也不滴了')).toBeVisible()
  expect(screen.getByText('谢谢王师傅')).toBeVisible()
  expect(screen.getByText('谢谢马姐等 3 人')).toBeVisible()
  expect(screen.getAllByText('李阿姨 · 小修小补')).toHaveLength(2)
  expect(asked()[0]).toMatchObject({ groupPath: places.building4, month })
  expect(screen.queryByText(words.takeOff)).toBeNull()
})

test('resident: goes back month by month, and not into the future', async () => {
  holdWall(someThanks())
  openPage(ThanksPage, { group: places.building4 })
  await screen.findByText('水龙头再也不滴了')
  expect(screen.getByRole('button', { name: words.later })).toHaveAttribute('aria-disabled', 'true')
  fireEvent.click(screen.getByRole('button', { name: words.earlier }))
  expect(await screen.findByText(words.empty)).toBeVisible()
  expect(screen.getByText(words.month(monthAfter(month, -1)))).toBeVisible()
  expect(asked().at(-1)).toMatchObject({ month: monthAfter(month, -1) })
  fireEvent.click(screen.getByRole('button', { name: words.later }))
  expect(await screen.findByText('水龙头再也不滴了')).toBeVisible()
})

test('resident: from their own page, the wall of the building they live in', async () => {
  holdWall(someThanks())
  openPage(ThanksPage)
  await screen.findByText('水龙头再也不滴了')
  expect(asked()[0]).toMatchObject({ groupPath: places.building4 })
})

test('resident with homes in two buildings: chooses', async () => {
  holdWall(someThanks())
  const homes = [places.building4, places.building5]
  const memberships = homes.map((areaPath, index) =>
    aMembership({ areaPath, areaName: `幸福里 ${4 + index}栋` }),
  )
  signIn(anAccount({ memberships }))
  openPage(ThanksPage)
  fireEvent.click(await screen.findByText('幸福里 5栋'))
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ groupPath: places.building5 }))
})

test('the one thanked: takes it off, told what comes of it', async () => {
  holdWall(someThanks({ allowedActions: ['takeOffWall'] }))
  answer('order.takeOffWall', () => ({ order: presentOrder(anAccount(), anOrder({ status: 'reviewed' })) }))
  openPage(ThanksPage)
  fireEvent.click(await screen.findByText(words.takeOff))
  const sheet = within(screen.getByRole('dialog'))
  fireEvent.click(sheet.getByRole('button', { name: words.takeOff }))
  await waitFor(() =>
    expect(requestsOf('order.takeOffWall')[0]?.input).toEqual({ orderId: 'order-0001', note: '' }),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('leader: takes it off with a reason, and not without', async () => {
  holdWall(someThanks({ allowedActions: ['takeOffWall'], needsReason: true }))
  answer('order.takeOffWall', () => ({ order: presentOrder(anAccount(), anOrder({ status: 'reviewed' })) }))
  openPage(ThanksPage)
  fireEvent.click(await screen.findByText(words.takeOff))
  const sheet = within(screen.getByRole('dialog'))
  fireEvent.click(sheet.getByRole('button', { name: words.takeOff }))
  expect(requestsOf('order.takeOffWall')).toHaveLength(0)
  fireEvent.change(sheet.getByLabelText(eventWords.takeOffWall.reason), { target: { value: '说到了别家' } })
  fireEvent.click(sheet.getByRole('button', { name: words.takeOff }))
  await waitFor(() => expect(requestsOf('order.takeOffWall')[0]?.input).toMatchObject({ note: '说到了别家' }))
})

test('newcomer: is told how to get there', async () => {
  signIn(anAccount({ memberships: [] }))
  openPage(ThanksPage)
  expect(await screen.findByText(words.noHome)).toBeVisible()
})

test('resident of another building: is told why they see nothing', async () => {
  signIn()
  answer('order.thanksWall', () => refuse('Forbidden'))
  openPage(ThanksPage, { group: places.building5 })
  expect(await screen.findByText(errorWords(new AppError('Forbidden')))).toBeVisible()
})
