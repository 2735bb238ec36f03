import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { presentOrder } from '@/domain/order/present'
import { moreWords } from '@/copy/order-form'
import OrderNew from '@/packages/ask/pages/order-new/index'
import { aGrant, aMembership, anAccount } from '../support/factories/account'
import { aHandbook } from '../support/factories/handbook'
import { anOrder } from '../support/factories/order'
import { places } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const mother = {
  userId: 'mother-0001',
  nickname: '李妈妈',
  areaPath: places.building5,
  areaName: '幸福里小区 5栋',
  roomNumber: '301',
}
const tap = async (words: string): Promise<void> => userEvent.click(await screen.findByText(words))

beforeEach(() => {
  signIn()
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), trail: null, canEdit: false } }))
  answer('order.preview', () => ({ dangers: [], guide: [], similar: [] }))
  answer('account.consent', () => ({}))
  answer('order.create', () => ({ order: presentOrder(anAccount(), anOrder({ _id: 'order-placed' })) }))
})

test('resident: one tap names whom they act for, with the door, and the order is for that person', async () => {
  answer('resident.charges', () => ({ items: [mother] }))
  openPage(OrderNew, { service: 'repair', text: '水龙头一直滴水' })
  await tap('别人')
  await tap('李妈妈（幸福里小区 5栋 301）')
  expect(screen.getByLabelText('怎么称呼')).toHaveValue('李妈妈')
  await tap('提交')
  await waitFor(() =>
    expect(requestsOf('order.create').map(({ input }) => input)).toMatchObject([
      {
        beneficiary: { kind: 'other', name: '李妈妈', userId: 'mother-0001', consent: 'standing' },
        homePath: places.building5,
        roomNumber: '301',
      },
    ]),
  )
})

test('resident: what stands in the way is looked for at the door of whom they act for, before it is sent', async () => {
  answer('resident.charges', () => ({ items: [mother] }))
  openPage(OrderNew, { service: 'repair', text: '水龙头一直滴水' })
  await tap('别人')
  await tap('李妈妈（幸福里小区 5栋 301）')
  await waitFor(() =>
    expect(requestsOf('order.preview').at(-1)?.input).toMatchObject({
      homePath: places.building5,
      beneficiaryId: 'mother-0001',
    }),
  )
})

test("leader of a micro-grid: may call up several, at home as at their neighbours' doors", async () => {
  const gridPath = `${places.building4}g1/`
  signIn(
    anAccount({ memberships: [aMembership({ gridPath })], roles: [aGrant('microGridLeader', gridPath)] }),
  )
  answer('resident.charges', () => ({ items: [] }))
  answer('order.listPlaces', () => ({ items: [] }))
  openPage(OrderNew, { service: 'repair', text: '水龙头一直滴水' })
  expect(await screen.findByText(moreWords.people)).toBeVisible()
})

test('resident: another name than theirs is somebody else again', async () => {
  answer('resident.charges', () => ({ items: [mother] }))
  openPage(OrderNew, { service: 'repair', text: '水龙头一直滴水' })
  await tap('别人')
  await tap('李妈妈（幸福里小区 5栋 301）')
  await userEvent.type(screen.getByLabelText('怎么称呼'), '的同事')
  await tap('提交')
  await waitFor(() =>
    expect(requestsOf('order.create').map(({ input }) => input)).toMatchObject([
      { beneficiary: { name: '李妈妈的同事', userId: null } },
    ]),
  )
})

test('resident: who acts for nobody is not asked', async () => {
  openPage(OrderNew, { service: 'repair', text: '' })
  await tap('别人')
  expect(await screen.findByLabelText('怎么称呼')).toBeVisible()
  expect(screen.queryByText('我替谁办事')).toBeNull()
})
