import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { visit as words } from '@/copy/visit'
import VisitsPage from '@/packages/talk/pages/visits'
import { routes } from '@/routes'
import { aLeader } from '../support/factories/account'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'
import { aVisit } from './_support/matters'

const tap = async (said: string | RegExp) => userEvent.click(await screen.findByText(said))
const done = { by: { name: '周敏' }, at: Date.now(), note: '说了，她备好水了' }
const hold = (items = [aVisit()]): void =>
  answer('visit.list', ({ view = 'open' }) => ({
    items: items.filter(({ isOpen }) => isOpen === (view === 'open')),
    nextCursor: null,
  }))

test('leader: sees whom to look in on, where and why; calls, and opens the notice', async () => {
  signIn(aLeader())
  hold()
  openPage(VisitsPage)
  expect(await screen.findByText('幸福里小区 4栋 1502 室')).toBeVisible()
  // They can see who looked up their flat, and whoever looks is told so.
  expect(screen.getByText(new RegExp(words.seen))).toBeVisible()
  await tap(words.call)
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13800001111' })
  await tap(words.why('明天停水'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.notices('notice-0001') })
})

test('leader: without a number there is nothing to call', async () => {
  signIn(aLeader())
  hold([aVisit({ phone: null })])
  openPage(VisitsPage)
  expect(await screen.findByText(words.done)).toBeVisible()
  expect(screen.queryByText(words.call)).toBeNull()
})

test('leader: was there, with or without a note', async () => {
  signIn(aLeader())
  hold()
  answer('visit.finish', () => ({ visit: aVisit({ isOpen: false, done }) }))
  openPage(VisitsPage)
  await tap(words.done)
  expect(requestsOf('visit.finish')).toEqual([])
  fireEvent.change(screen.getByLabelText(words.note), { target: { value: '说了' } })
  hold([])
  await userEvent.click(screen.getAllByText(words.done).at(-1)!)
  await waitFor(() =>
    expect(requestsOf('visit.finish')[0]?.input).toEqual({ visitId: 'visit-0001', note: '说了' }),
  )
  expect(await screen.findByText(words.empty)).toBeVisible()
})

test('leader: sees who was there; and that some have read it meanwhile', async () => {
  signIn(aLeader())
  hold([
    aVisit({ isOpen: false, roomNumber: '', phone: null, done }),
    aVisit({ _id: 'visit-0002', isOpen: false, done: { ...done, by: null, note: '' } }),
  ])
  openPage(VisitsPage)
  await tap(words.views.done)
  expect(await screen.findByText(/^周敏去过了/)).toBeVisible()
  expect(screen.getByText('说了，她备好水了')).toBeVisible()
  expect(screen.getByText('幸福里小区 4栋')).toBeVisible()
  expect(screen.getByText(/^不用去了/)).toBeVisible()
})

test('leader: a list that cannot be fetched says why and tries again', async () => {
  signIn(aLeader())
  answer('visit.list', () => {
    throw lost
  })
  openPage(VisitsPage)
  await screen.findByText('网络断开了，连上后再点一次')
  hold()
  await tap('再试一次')
  expect(await screen.findByText('李奶奶')).toBeVisible()
})

test('neighbour: is told whose page this is, and nobody’s flat is asked for', async () => {
  signIn()
  openPage(VisitsPage)
  expect(await screen.findByText(words.noArea)).toBeVisible()
  expect(requestsOf('visit.list')).toEqual([])
})
