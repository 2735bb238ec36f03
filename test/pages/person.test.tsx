import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { pending } from '@/copy/invite'
import { merging, person as words } from '@/copy/residents'
import type { ResidentView } from '@/domain/resident/contract'
import PersonPage from '@/packages/people/pages/person'
import MergePage from '@/packages/people/pages/person/merge'
import { routes } from '@/routes'
import { aGrant, aLeader, aMembership, aStaffMember } from '../support/factories/account'
import { places, startOfTests } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'
import { aResident, aRow } from './_support/residents'

const tap = async (words: string | RegExp) => userEvent.click(await screen.findByText(words))
const inSheet = () => within(screen.getByRole('dialog'))
const inputs = (action: Parameters<typeof requestsOf>[0]) => requestsOf(action).map(({ input }) => input)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([given]) => given?.title)
const show = (overrides: Partial<ResidentView> = {}): void => {
  answer('resident.get', () => ({ resident: aResident(overrides) }))
  openPage(PersonPage, { id: 'grandmother-li' })
}
beforeEach(() => signIn(aLeader()))

test('leader: sees somebody in full, is told that they see it too, and has no button that isn’t allowed', async () => {
  show()
  expect(await screen.findByText(words.seen)).toBeVisible()
  expect(screen.getByText('李桂芳')).toBeVisible()
  expect(screen.getByText('13800001111')).toBeVisible()
  expect(screen.getByText('一个人住')).toBeVisible()
  expect(screen.getByText('✓ 已确认')).toBeVisible()
  expect(screen.getByText('小李（家人）')).toBeVisible()
  expect(screen.getByText(/电话里同意/)).toBeVisible()
  const none = [words.confirm, words.remove, words.lease, words.addProxy, words.endProxy]
  for (const button of [...none, words.correct, words.takeOver, words.merge])
    expect(screen.queryByText(button)).not.toBeInTheDocument()
})

test('leader: calls the number', async () => {
  jest.mocked(Taro.makePhoneCall).mockResolvedValue({ errMsg: 'ok' })
  show()
  await userEvent.click(await screen.findByRole('button', { name: words.callLabel('李奶奶') }))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13800001111' })
})

test('leader: what happened unfolds; roles, and those for whom they act, stand there', async () => {
  show({
    roles: [aGrant('volunteer', places.community)],
    charges: [{ userId: 'neighbour-sun', nickname: '孙爷爷' }],
    guardianName: '李妈妈',
  })
  await userEvent.click(await screen.findByRole('button', { name: words.trail }))
  expect(screen.getByText('登记上了')).toBeVisible()
  expect(screen.getByText(/周组长办的/)).toBeVisible()
  expect(screen.getByText('志愿者')).toBeVisible()
  expect(screen.getByText(words.guardian('李妈妈'))).toBeVisible()
  await tap('孙爷爷')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.person('neighbour-sun') })
})

test('leader: confirms a newcomer from their page, after what it means', async () => {
  answer('membership.decide', ({ userId, standing }) => ({ userId, standing }))
  show({ memberships: [aMembership({ standing: 'unconfirmed' })], allowedActions: ['confirm'] })
  await tap(words.confirm)
  expect(screen.getByText(pending.confirmCheck)).toBeVisible()
  fireEvent.click(inSheet().getByText(words.confirm))
  await waitFor(() =>
    expect(inputs('membership.decide')).toMatchObject([
      { userId: 'grandmother-li', roomNumber: '1502', standing: 'confirmed' },
    ]),
  )
})

test('leader: ends a home with a reason, and reads what happens before', async () => {
  answer('membership.remove', () => ({}))
  show({ allowedActions: ['remove'] })
  await tap(words.remove)
  expect(screen.getByText(words.removeCheck)).toBeVisible()
  fireEvent.click(inSheet().getByText(words.remove))
  expect(inputs('membership.remove')).toEqual([])
  await tap(words.removeReasons[0])
  fireEvent.click(inSheet().getByText(words.remove))
  await waitFor(() =>
    expect(inputs('membership.remove')).toEqual([
      { userId: 'grandmother-li', areaPath: places.building4, roomNumber: '1502', reason: '搬走了' },
    ]),
  )
})

test('leader: a home that has ended shows why, and has no buttons', async () => {
  show({
    memberships: [aMembership({ standing: 'removed', endedAt: startOfTests, reason: '租期到了' })],
    allowedActions: ['remove', 'setLease'],
  })
  expect(await screen.findByText(words.because('租期到了'))).toBeVisible()
  expect(screen.queryByText(words.remove)).not.toBeInTheDocument()
})

test('leader: a tenancy gets a last day, which it ends with, or none', async () => {
  answer('membership.setLease', () => ({}))
  show({
    memberships: [aMembership({ relation: 'tenant', until: Date.UTC(2030, 0, 31, 16) })],
    allowedActions: ['setLease'],
  })
  expect(await screen.findByText(/租到2030年1月31日/)).toBeVisible()
  await tap(words.lease)
  await tap(words.leaseSave)
  await waitFor(() =>
    expect(inputs('membership.setLease')).toMatchObject([{ until: Date.UTC(2030, 0, 31, 16) }]),
  )
  await tap(words.lease)
  fireEvent.click(inSheet().getByText(words.leaseClear))
  await waitFor(() => expect(inputs('membership.setLease')[1]).toMatchObject({ until: null }))
})

test('leader: names somebody who acts for them, with how they agreed', async () => {
  answer('resident.find', () => ({
    items: [aRow({ userId: 'neighbour-sun', nickname: '楼下小孙', state: 'active', roomNumber: '301' })],
  }))
  answer('resident.nameProxy', () => ({}))
  show({ allowedActions: ['nameProxy'] })
  await tap(words.addProxy)
  await userEvent.type(inSheet().getByLabelText(words.proxyWho), '楼下小孙')
  await tap('找一找')
  await tap('楼下小孙')
  await tap('邻居')
  fireEvent.click(inSheet().getByText(words.proxySubmit))
  expect(inputs('resident.nameProxy')).toEqual([])
  await tap('当面')
  expect(screen.getByText(words.proxyCheck('楼下小孙', '李奶奶'))).toBeVisible()
  fireEvent.click(inSheet().getByText(words.proxySubmit))
  await waitFor(() =>
    expect(inputs('resident.nameProxy')).toEqual([
      {
        userId: 'grandmother-li',
        proxyId: 'neighbour-sun',
        relation: 'neighbour',
        consent: { how: 'inPerson', note: '' },
      },
    ]),
  )
  expect(inputs('resident.find')[0]).toMatchObject({ areaPath: places.building4 })
})

test('leader: who can’t act for others is told why', async () => {
  answer('resident.find', () => ({
    items: [aRow({ userId: 'tenant-wu', nickname: '小吴', state: 'active' })],
  }))
  answer('resident.nameProxy', () => refuse('Conflict'))
  show({ allowedActions: ['nameProxy'] })
  await tap(words.addProxy)
  await userEvent.type(inSheet().getByLabelText(words.proxyWho), '小吴')
  await tap('找一找')
  await tap('小吴')
  await tap('邻居')
  await tap('书面')
  fireEvent.click(inSheet().getByText(words.proxySubmit))
  await waitFor(() => expect(toasts()).toContain(words.proxyUnfit))
  expect(screen.getByRole('dialog')).toBeVisible()
})

test('leader: somebody acts for them no longer, after what it means; who answers for a child stays', async () => {
  answer('resident.endProxy', () => ({}))
  const [proxy] = aResident().proxies
  const guardian = { ...proxy!, userId: 'mother-li', name: '李妈妈', relation: 'guardian' as const }
  show({ allowedActions: ['nameProxy'], proxies: [proxy!, guardian] })
  await screen.findByText('李妈妈（监护人）')
  expect(screen.getAllByText(words.endProxy)).toHaveLength(1)
  await tap(words.endProxy)
  expect(screen.getByText(words.endProxyCheck)).toBeVisible()
  fireEvent.click(inSheet().getByText(words.endProxy))
  await waitFor(() =>
    expect(inputs('resident.endProxy')).toEqual([{ userId: 'grandmother-li', proxyId: 'son-of-li' }]),
  )
})

test('leader: hands the account to their own phone by a code for them alone', async () => {
  answer('invitation.create', ({ areaPath, target }) => ({
    invitation: {
      _id: 'code-of-li-1',
      target: target ?? { kind: 'home' },
      targetName: '李奶奶',
      areaPath,
      areaName: '幸福里小区 4栋',
      createdAt: startOfTests,
      expiresAt: startOfTests,
      maxUses: 1,
      usedCount: 0,
      scanCount: 0,
      refusalCount: 0,
      codeFileId: 'cloud://test/code.png',
      state: 'valid',
    },
  }))
  show({ allowedActions: ['inviteToTakeOver'] })
  await tap(words.takeOver)
  expect(screen.getByText(words.takeOverCheck)).toBeVisible()
  await tap(words.takeOverMake)
  expect(
    await screen.findByText('这是给您一个人的码。用微信扫一扫，登记过的家、帮您的人，都还在。'),
  ).toBeVisible()
  expect(inputs('invitation.create')).toEqual([
    {
      areaPath: places.building4,
      target: { kind: 'person', userId: 'grandmother-li' },
      days: 7,
      maxUses: 1,
    },
  ])
})

test('leader: goes to the entry to put it right', async () => {
  show({ allowedActions: ['correct'] })
  await tap(words.correct)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.register('', 'grandmother-li') })
})

test('not mine to see, or not to be fetched: said, and asked once more', async () => {
  answer('resident.get', () => refuse('Forbidden'))
  const { unmount } = openPage(PersonPage, { id: 'grandmother-li' })
  expect(await screen.findByText('这件事要社区或楼长来办')).toBeVisible()
  unmount()
  answer('resident.get', () => {
    throw lost
  })
  openPage(PersonPage, { id: 'grandmother-li' })
  await screen.findByText('网络断开了，连上后再点一次')
  answer('resident.get', () => ({ resident: aResident() }))
  await tap('再试一次')
  expect(await screen.findByText('李桂芳')).toBeVisible()
})

describe('two accounts of one person', () => {
  const phone = { userId: 'li-with-phone', nickname: '桂芳', state: 'active' } as const
  const hold = (other: Partial<ResidentView> = phone): void => {
    signIn(aStaffMember())
    answer('resident.get', ({ userId }) => ({
      resident: aResident({
        allowedActions: ['merge'],
        ...(userId === 'grandmother-li' ? {} : { ...other, proxies: [], phone: null }),
      }),
    }))
    answer('resident.find', () => ({ items: [aRow(), aRow({ ...phone, roomNumber: '1402' })] }))
    answer('membership.merge', () => ({}))
  }

  test('staff: finds the other by the same name, compares, says which stays and why, and confirms for good', async () => {
    hold()
    openPage(MergePage, { id: 'grandmother-li' })
    await tap('桂芳')
    expect(await screen.findByText(merging.hasPhone)).toBeVisible()
    expect(screen.getByText(merging.registered)).toBeVisible()
    expect(inputs('resident.find')[0]).toMatchObject({
      areaPath: places.community,
      by: { kind: 'name', name: '李桂芳' },
    })
    await tap(merging.keepThis(1, '桂芳'))
    await tap(merging.reasons[0])
    await tap(merging.submit)
    expect(inputs('membership.merge')).toEqual([])
    expect(screen.getByText(merging.check)).toBeVisible()
    fireEvent.click(inSheet().getByText(merging.submit))
    await waitFor(() =>
      expect(inputs('membership.merge')).toEqual([
        { keepId: 'li-with-phone', dropId: 'grandmother-li', reason: '本人来说的' },
      ]),
    )
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: routes.person('li-with-phone') }))
  })

  test('staff: two with phones can’t be one; what to do instead is said', async () => {
    signIn(aStaffMember())
    hold()
    answer('resident.get', ({ userId }) => ({
      resident: aResident({ userId, state: 'active', allowedActions: ['merge'] }),
    }))
    openPage(MergePage, { id: 'grandmother-li' })
    await tap('桂芳')
    expect(await screen.findByText(merging.bothPhones)).toBeVisible()
    expect(screen.queryByText(merging.submit)).not.toBeInTheDocument()
    await tap(merging.change)
    expect(await screen.findByLabelText(merging.other)).toBeVisible()
  })

  test('leader: may not, and is told so', async () => {
    answer('resident.get', () => ({ resident: aResident() }))
    openPage(MergePage, { id: 'grandmother-li' })
    expect(await screen.findByText('这件事要社区或楼长来办')).toBeVisible()
  })
})
