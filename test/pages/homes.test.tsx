import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { homesWords } from '@/copy/mine'
import type { Account } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import type { Housemate } from '@/domain/membership/contract'
import HomesPage from '@/packages/mine/pages/homes/index'
import { anAccount } from '../support/factories/account'
import { places, startOfTests } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

type Home = Output<'membership.household'>['homes'][number]
const inputsOf = (name: Parameters<typeof requestsOf>[0]) => requestsOf(name).map(({ input }) => input)

const aHousemate = (overrides: Partial<Housemate> = {}): Housemate => ({
  userId: 'resident-li',
  nickname: '李阿姨',
  avatarFileId: null,
  relation: 'owner',
  standing: 'confirmed',
  joinedAt: startOfTests,
  until: null,
  hasPhone: true,
  isMe: true,
  isMyCharge: false,
  ...overrides,
})
const son = aHousemate({ userId: 'son-0001', nickname: '小李', relation: 'family', isMe: false })
const aHome = (overrides: Partial<Home> = {}): Home => ({
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  roomNumber: '1502',
  relation: 'owner',
  standing: 'confirmed',
  until: null,
  householdId: 'household-1502',
  isLeaseFixed: false,
  isHeld: false,
  members: [aHousemate(), son],
  ...overrides,
})
const stairwells = [1, 2].map((n) => ({ areaPath: `${places.building5}u${n}/`, name: `${n}单元` }))
const building = { areaPath: places.building5, name: '5栋', stairwells }
const here = { areaPath: places.building4, roomNumber: '1502' }

type Ended = Output<'membership.household'>['ended']

function openHomes(
  homes: Home[] = [aHome()],
  account: Account | null = anAccount(),
  ended: Ended = [],
): void {
  signIn(account)
  answer('membership.household', () => ({ homes, ended }))
  answer('membership.places', () => ({ buildings: [building] }))
  openPage(HomesPage)
}

test('resident: sees who lives there, with what each is to the flat', async () => {
  const old = aHousemate({
    userId: 'old-0001',
    nickname: '李奶奶',
    relation: 'family',
    isMe: false,
    hasPhone: false,
    isMyCharge: true,
  })
  openHomes([aHome({ members: [aHousemate(), son, old] })])
  expect(await screen.findByText('李阿姨（我）')).toBeVisible()
  expect(screen.getByText('小李')).toBeVisible()
  expect(screen.getByText('家人 · 没有手机 · 我替他办事')).toBeVisible()
})

test('resident: confirms a housemate who waits, or says with a reason that they don’t live there', async () => {
  openHomes([aHome({ members: [aHousemate(), { ...son, standing: 'unconfirmed' }] })])
  answer('membership.decide', ({ standing, userId }) => ({ standing, userId }))
  fireEvent.click(await screen.findByRole('button', { name: '确认小李住在这里' }))
  await waitFor(() =>
    expect(inputsOf('membership.decide')).toEqual([
      { ...here, userId: 'son-0001', standing: 'confirmed', reason: '' },
    ]),
  )
  fireEvent.click(screen.getByRole('button', { name: '说明小李不住在这里' }))
  fireEvent.input(await screen.findByLabelText('为什么'), { target: { value: '走错门了' } })
  fireEvent.click(screen.getByText('不住这里'))
  await waitFor(() =>
    expect(inputsOf('membership.decide')[1]).toEqual({
      ...here,
      userId: 'son-0001',
      standing: 'declined',
      reason: '走错门了',
    }),
  )
})

test('resident: moves out only after hearing what ends', async () => {
  openHomes()
  answer('membership.leave', () => ({ account: anAccount() }))
  fireEvent.click(await screen.findByText('我搬走了'))
  expect(screen.getByText(homesWords.leaveConsequence)).toBeVisible()
  expect(requestsOf('membership.leave')).toEqual([])
  fireEvent.click(within(screen.getByRole('dialog')).getByText('我搬走了'))
  await waitFor(() => expect(inputsOf('membership.leave')).toEqual([here]))
})

test('resident: moves to another flat of the building, written as on its door', async () => {
  openHomes()
  answer('membership.move', () => ({ account: anAccount() }))
  fireEvent.click(await screen.findByText('换到另一户'))
  fireEvent.input(screen.getByLabelText('新的房号'), { target: { value: '十六楼' } })
  expect(screen.getByText(homesWords.moveWrong)).toBeVisible()
  fireEvent.input(screen.getByLabelText('新的房号'), { target: { value: '1603室' } })
  fireEvent.click(screen.getByText('租客'))
  fireEvent.click(screen.getByText('搬过去'))
  await waitFor(() =>
    expect(inputsOf('membership.move')).toEqual([
      { from: here, to: { areaPath: places.building4, roomNumber: '1603', relation: 'tenant' } },
    ]),
  )
})

test('resident: moves to another stairwell of the building', async () => {
  const from = { areaPath: `${places.building5}u1/`, roomNumber: '301' }
  openHomes([aHome(from)])
  answer('membership.move', () => ({ account: anAccount() }))
  fireEvent.click(await screen.findByText('换到另一户'))
  fireEvent.click(await screen.findByText('2单元'))
  fireEvent.input(screen.getByLabelText('新的房号'), { target: { value: '402' } })
  fireEvent.click(screen.getByText('搬过去'))
  await waitFor(() =>
    expect(inputsOf('membership.move')).toEqual([
      { from, to: { areaPath: `${places.building5}u2/`, roomNumber: '402', relation: 'owner' } },
    ]),
  )
})

test('newcomer, declined: reads why where they see the “no”, who said so, and whom to ask', async () => {
  const ended = {
    areaPath: places.building4,
    areaName: '幸福里小区 4栋',
    roomNumber: '1402',
    standing: 'declined',
    reason: '1402 说不认识',
    endedAt: startOfTests,
    byName: '周组长',
  } as const
  openHomes([], anAccount({ memberships: [] }), [ended])
  expect(await screen.findByText('原因：1402 说不认识')).toBeVisible()
  expect(screen.getByText(/请找周组长说明/)).toBeVisible()
  expect(screen.getByText(/^未通过 · .*周组长办的$/)).toBeVisible()
})

test('tenant: what owner or staff have set can only be brought forward', async () => {
  openHomes([aHome({ relation: 'tenant', until: Date.UTC(2027, 5, 30, 16), isLeaseFixed: true })])
  fireEvent.click(await screen.findByText('租到哪天'))
  expect(screen.getByText(homesWords.leaseFixed)).toBeVisible()
  expect(screen.queryByText('没定，先住着')).toBeNull()
})

test('resident: adds an old person without a phone and acts for them from then on', async () => {
  openHomes()
  answer('resident.put', () => ({ userId: 'old-00001' }))
  answer('resident.nameProxy', () => ({}))
  fireEvent.click(await screen.findByText('加一位没有手机的家人'))
  fireEvent.input(screen.getByLabelText('怎么称呼'), { target: { value: '李奶奶' } })
  fireEvent.click(screen.getByText('加进来'))
  await waitFor(() =>
    expect(inputsOf('resident.nameProxy')).toMatchObject([{ userId: 'old-00001', proxyId: 'resident-li' }]),
  )
  expect(inputsOf('resident.put')).toMatchObject([
    { ...here, nickname: '李奶奶', relation: 'family', guardianId: null },
  ])
})

test('resident: adds a child and answers for it', async () => {
  openHomes()
  answer('resident.put', () => ({ userId: 'child-0001' }))
  fireEvent.click(await screen.findByText('加一位没有手机的家人'))
  fireEvent.input(screen.getByLabelText('怎么称呼'), { target: { value: '豆豆' } })
  fireEvent.click(screen.getByRole('switch', { name: '是 14 岁以下的孩子' }))
  fireEvent.click(screen.getByText('加进来'))
  await waitFor(() => expect(inputsOf('resident.put')).toMatchObject([{ guardianId: 'resident-li' }]))
  expect(requestsOf('resident.nameProxy')).toEqual([])
})

test('resident: names a housemate to act for them, and ends it', async () => {
  const consent = { how: 'inPerson', note: '', notedBy: 'resident-li', at: startOfTests } as const
  const proxies = [{ userId: 'nurse-0001', name: '护工小王', relation: 'carer', consent } as const]
  openHomes([aHome()], anAccount({ proxies }))
  answer('resident.nameProxy', () => ({}))
  answer('resident.endProxy', () => ({}))
  fireEvent.click(await screen.findByRole('button', { name: '不再请护工小王替我办事' }))
  await waitFor(() =>
    expect(inputsOf('resident.endProxy')).toEqual([{ userId: 'resident-li', proxyId: 'nurse-0001' }]),
  )
  fireEvent.click(screen.getByText('请家人替我办事'))
  fireEvent.click(await screen.findByText('请小李'))
  await waitFor(() =>
    expect(inputsOf('resident.nameProxy')).toMatchObject([{ userId: 'resident-li', proxyId: 'son-0001' }]),
  )
})

test('tenant: can say that no end is set any more; an owner is not asked', async () => {
  const until = Date.UTC(2027, 5, 30, 16)
  openHomes([aHome({ relation: 'tenant', until })])
  answer('membership.setLease', () => ({}))
  fireEvent.click(await screen.findByText('租到哪天'))
  expect(screen.getByText('2027-06-30')).toBeVisible()
  fireEvent.click(screen.getByText('没定，先住着'))
  await waitFor(() =>
    expect(inputsOf('membership.setLease')).toEqual([{ ...here, userId: 'resident-li', until: null }]),
  )
})

test('newcomer, unconfirmed: hears what waits, and can invite or add nobody', async () => {
  openHomes([aHome({ standing: 'unconfirmed', members: [aHousemate({ standing: 'unconfirmed' })] })])
  expect(await screen.findByText(/楼长确认以后/)).toBeVisible()
  expect(screen.queryByText('请家人进来')).toBeNull()
  expect(screen.queryByText('加一位没有手机的家人')).toBeNull()
  expect(screen.getByText('我搬走了')).toBeVisible()
})

test('nowhere yet: one sentence and the way in; when it fails, once more', async () => {
  openHomes([])
  expect(await screen.findByText(homesWords.empty)).toBeVisible()
  answer('membership.household', () => {
    throw lost
  })
  openPage(HomesPage)
  expect(await screen.findByText('再试一次')).toBeVisible()
})
