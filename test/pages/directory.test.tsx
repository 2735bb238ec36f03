import { fireEvent, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { directoryWords as words } from '@/copy/place'
import type { Output } from '@/domain/contracts'
import DirectoryPage from '@/packages/mine/pages/directory'
import { anAccount, aMembership } from '../support/factories/account'
import { places, startOfTests } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

type Directory = Output<'place.directory'>
const neighbour = (nickname: string, overrides: Partial<Directory['neighbours']['items'][number]> = {}) => ({
  nickname,
  avatarFileId: null,
  realName: null,
  unitName: null,
  phone: null,
  isMe: false,
  ...overrides,
})
const directory = (overrides: Partial<Directory> = {}): Directory => ({
  areaName: '幸福里小区 4栋',
  helpers: [
    {
      userId: 'leader-zhou',
      name: '周敏',
      role: 'microGridLeader',
      areaName: '幸福里小区 4栋',
      avatarFileId: null,
      since: startOfTests,
      phone: '13812345678',
    },
  ],
  numbers: [{ name: '幸福里物业', phone: '025-12345678' }],
  neighbours: {
    items: [neighbour('小林'), neighbour('小林'), neighbour('李阿姨', { isMe: true })],
    nextCursor: null,
  },
  ...overrides,
})

test('resident: sees who looks after the building and since when, calls them, and sees neighbours by nickname', async () => {
  signIn(anAccount())
  answer('place.directory', () => directory())
  openPage(DirectoryPage)
  expect(await screen.findByText('微网格长 · 幸福里小区 4栋')).toBeVisible()
  expect(screen.getByText(words.since('2025年1月1日'))).toBeVisible()
  expect(screen.getAllByText('小林')).toHaveLength(2)
  expect(screen.getByText(words.me)).toBeVisible()
  fireEvent.click(screen.getByRole('button', { name: /周敏.*13812345678/ }))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13812345678' })
  expect(requestsOf('place.directory')[0]?.input).toMatchObject({ buildingPath: places.building4 })
})

test('unconfirmed: sees whom to turn to, and why there are no neighbours yet', async () => {
  signIn(anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }))
  answer('place.directory', () => directory({ neighbours: { items: [], nextCursor: null } }))
  openPage(DirectoryPage)
  expect(await screen.findByText(words.unconfirmed)).toBeVisible()
  expect(screen.getByText('幸福里物业')).toBeVisible()
})

test('a building of nobody’s yet, of two homes, without a home, and without network: each has its face', async () => {
  signIn(anAccount())
  answer('place.directory', () => directory({ helpers: [], neighbours: { items: [], nextCursor: null } }))
  const first = openPage(DirectoryPage)
  expect(await screen.findByText(words.helpersEmpty)).toBeVisible()
  expect(screen.getByText(words.neighboursEmpty)).toBeVisible()
  first.unmount()
  signIn(
    anAccount({
      memberships: [aMembership(), aMembership({ areaPath: places.building5, areaName: '幸福里小区 5栋' })],
    }),
  )
  const second = openPage(DirectoryPage)
  fireEvent.click(await screen.findByText('幸福里小区 5栋'))
  expect(await screen.findByText(words.helpersEmpty)).toBeVisible()
  expect(requestsOf('place.directory').at(-1)?.input).toMatchObject({ buildingPath: places.building5 })
  second.unmount()
  signIn(anAccount({ memberships: [] }))
  const third = openPage(DirectoryPage)
  expect(await screen.findByText(words.noHome)).toBeVisible()
  expect(screen.getByText('119')).toBeVisible()
  third.unmount()
  signIn(anAccount())
  answer('place.directory', () => {
    throw lost
  })
  openPage(DirectoryPage)
  expect(await screen.findByText('再试一次')).toBeVisible()
  for (const number of ['110', '119', '120', '122']) expect(screen.getByText(number)).toBeVisible()
})

test('more neighbours come page by page', async () => {
  signIn(anAccount())
  answer('place.directory', ({ cursor }) =>
    directory({
      neighbours: cursor
        ? { items: [neighbour('小孙')], nextCursor: null }
        : { items: [neighbour('小林')], nextCursor: 'person-lin' },
    }),
  )
  openPage(DirectoryPage)
  fireEvent.click(await screen.findByText('再看一些'))
  expect(await screen.findByText('小孙')).toBeVisible()
  expect(screen.getByText('小林')).toBeVisible()
})
