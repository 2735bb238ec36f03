import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import userEvent from '@testing-library/user-event'
import { pending as words } from '@/copy/invite'
import { roleEntryWords } from '@/copy/pages'
import type { PendingMember } from '@/domain/membership/contract'
import { hours, minutes } from '@/domain/shared/time'
import { RoleEntries } from '@/features/session/role-entries'
import PendingPage from '@/packages/staff/pages/pending'
import { aGrant, aLeader, anAccount } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const newcomer = (overrides: Partial<PendingMember> = {}): PendingMember => ({
  userId: 'resident-lin',
  nickname: '小林',
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  roomNumber: '1203',
  relation: 'tenant',
  joinedAt: Date.now() - minutes(1),
  realName: '林晓',
  avatarFileId: null,
  voice: null,
  doubts: [],
  vouchBy: Date.now() + hours(30),
  isOverdue: false,
  others: [],
  registerNames: [],
  alike: [],
  turnedAwayAt: null,
  isHeld: false,
  canDecide: true,
  ...overrides,
})

/** Who waits, until they are decided on. */
function holdPending(...waiting: PendingMember[]): void {
  signIn(aLeader())
  let items = waiting
  answer('membership.pending', () => ({ items, nextCursor: null }))
  answer('membership.decide', ({ userId, standing }) => {
    items = items.filter((one) => one.userId !== userId)
    return { userId, standing }
  })
}
const inSheet = () => within(screen.getByRole('dialog'))

test('leader: sees who waits, at which door, under which name and by when; confirming says what comes of it', async () => {
  holdPending(newcomer())
  openPage(PendingPage)
  expect(await screen.findByText('幸福里小区 4栋 1203')).toBeVisible()
  expect(screen.getByText(/在这里租房，姓名写的是林晓/)).toBeVisible()
  expect(screen.getByText(/^请在.*前认一认$/)).toBeVisible()
  fireEvent.click(screen.getByText(words.confirm))
  expect(requestsOf('membership.decide')).toHaveLength(0)
  expect(screen.getByText(words.confirmCheck)).toBeVisible()
  fireEvent.click(inSheet().getByText(words.confirm))
  expect(await screen.findByText(words.empty)).toBeVisible()
  expect(requestsOf('membership.decide')[0]?.input).toMatchObject({
    userId: 'resident-lin',
    areaPath: places.building4,
    roomNumber: '1203',
    standing: 'confirmed',
  })
})

test('leader: says that someone isn’t from here only with a reason, which goes along', async () => {
  holdPending(newcomer())
  openPage(PendingPage)
  fireEvent.click(await screen.findByText(words.decline))
  expect(screen.getByText(words.declineCheck)).toBeVisible()
  fireEvent.click(inSheet().getByText(words.decline))
  expect(requestsOf('membership.decide')).toHaveLength(0)
  fireEvent.click(screen.getByText(words.declineReasons[0]))
  await userEvent.type(screen.getByLabelText(words.declineWords), '1203 住的是老张')
  fireEvent.click(inSheet().getByText(words.decline))
  await waitFor(() =>
    expect(requestsOf('membership.decide')[0]?.input).toMatchObject({
      standing: 'declined',
      reason: '不住这一户，1203 住的是老张',
    }),
  )
})

test('staff: who may be somebody already known can be compared with them; who was removed is named so', async () => {
  const other = { userId: 'lin-other', nickname: '林晓', areaName: '幸福里小区 5栋', roomNumber: '301' }
  const doubts: PendingMember['doubts'] = ['samePerson', 'turnedAway']
  holdPending(
    newcomer({
      doubts,
      alike: [
        { ...other, canMerge: true },
        { ...other, userId: 'lin-third', canMerge: false },
      ],
      turnedAwayAt: Date.UTC(2026, 0, 2, 4),
      isHeld: true,
    }),
  )
  openPage(PendingPage)
  expect(await screen.findByText(/^2026年1月2日在这栋楼被移出过/)).toBeVisible()
  expect(screen.getAllByText('林晓，住幸福里小区 5栋 301')).toHaveLength(2)
  fireEvent.click(screen.getByText(words.compare))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/people/pages/person/merge?id=resident-lin&other=lin-other',
  })
  fireEvent.click(screen.getByText(words.seeAlike))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/people/pages/person/index?id=lin-third',
  })
})

test('leader: without a network the sheet stays, and the same decision is sent once more', async () => {
  holdPending(newcomer())
  answer('membership.decide', () => {
    throw lost
  })
  openPage(PendingPage)
  fireEvent.click(await screen.findByText(words.confirm))
  fireEvent.click(inSheet().getByText(words.confirm))
  await waitFor(() => expect(requestsOf('membership.decide')).toHaveLength(1))
  await waitFor(() => expect(inSheet().getByText(words.confirm)).toHaveAttribute('aria-disabled', 'false'))
  fireEvent.click(inSheet().getByText(words.confirm))
  await waitFor(() => expect(requestsOf('membership.decide')).toHaveLength(2))
  const [first, second] = requestsOf('membership.decide')
  expect(second?.requestId).toBe(first?.requestId)
})

test('leader: another was quicker: the sheet closes', async () => {
  holdPending(newcomer())
  answer('membership.decide', () => refuse('Conflict'))
  openPage(PendingPage)
  fireEvent.click(await screen.findByText(words.confirm))
  fireEvent.click(inSheet().getByText(words.confirm))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('leader: overdue is said in words beside the colour, and counted', async () => {
  holdPending(
    newcomer({ isOverdue: true, vouchBy: Date.now() - hours(2) - minutes(1) }),
    newcomer({ userId: 'resident-wu', nickname: '小吴', isOverdue: true, vouchBy: null }),
    newcomer({ userId: 'resident-xu', nickname: '小徐' }),
  )
  openPage(PendingPage)
  expect(await screen.findByText('3 位在等，其中 2 位等久了')).toBeVisible()
  expect(screen.getByText('等久了，已晚 2 小时')).toBeVisible()
  expect(screen.getByText(words.longLate)).toBeVisible()
})

test('leader: doubts stand there in plain words, with the names to look at', async () => {
  const li = newcomer({
    nickname: '小李',
    realName: '李明',
    relation: 'owner',
    doubts: ['unknownFlat', 'secondOwner', 'samePerson', 'nameMismatch'],
    registerNames: ['王建国'],
    others: [{ name: '王建国', relation: 'owner', standing: 'confirmed' }],
  })
  holdPending(li)
  openPage(PendingPage)
  expect(await screen.findByText(/登记册上这户是王建国，这位写的是李明/)).toBeVisible()
  expect(screen.getByText(/名单上没有 1203 这一户/)).toBeVisible()
  expect(screen.getByText(/这户已经有业主了：王建国/)).toBeVisible()
  expect(screen.getByText(/已经有一位叫李明的/)).toBeVisible()
  expect(screen.getByText('这户里还有：王建国（业主，已确认）')).toBeVisible()
})

test('leader: hears what a newcomer said', async () => {
  holdPending(newcomer({ voice: { fileId: 'cloud://test/voice.mp3', seconds: 6 } }))
  openPage(PendingPage)
  expect(await screen.findByText(words.said('小林'))).toBeVisible()
  expect(await screen.findByText('6 秒')).toBeVisible()
})

test('leader: more than a page comes page by page', async () => {
  signIn(aLeader())
  answer('membership.pending', ({ cursor }) =>
    cursor
      ? { items: [newcomer({ userId: 'resident-wu', nickname: '小吴' })], nextCursor: null }
      : { items: [newcomer()], nextCursor: 'next' },
  )
  openPage(PendingPage)
  expect(await screen.findByText('1+ 位在等')).toBeVisible()
  fireEvent.click(screen.getByText('再看一些'))
  expect(await screen.findByText('小吴')).toBeVisible()
})

test('street: sees that someone has waited for too long, and no flat, name or button', async () => {
  holdPending(newcomer({ canDecide: false, roomNumber: '', realName: null, isOverdue: true, vouchBy: null }))
  openPage(PendingPage)
  expect(await screen.findByText(words.onlySeen)).toBeVisible()
  expect(screen.queryByText(words.confirm)).not.toBeInTheDocument()
  expect(screen.queryByText(words.decline)).not.toBeInTheDocument()
})

test('nobody waits; or it can’t be fetched, and is asked once more; or it isn’t mine to see', async () => {
  signIn(aLeader())
  answer('membership.pending', () => {
    throw lost
  })
  openPage(PendingPage)
  await screen.findByText('网络断开了，连上后再点一次')
  answer('membership.pending', () => ({ items: [], nextCursor: null }))
  await userEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText(words.empty)).toBeVisible()
})

test('neighbour: is told that leaders and staff do this', async () => {
  signIn(anAccount())
  answer('membership.pending', () => refuse('Forbidden'))
  openPage(PendingPage)
  expect(await screen.findByText('这件事要社区或楼长来办')).toBeVisible()
})

test('entries: leader and street find those who wait, with their number; a plain neighbour does not', async () => {
  holdPending(newcomer(), newcomer({ userId: 'resident-wu', isOverdue: true }))
  const { unmount } = openPage(RoleEntries)
  expect(await screen.findByText('2 位在等，1 位等久了')).toBeVisible()
  expect(screen.getByText(roleEntryWords.pending.title)).toBeVisible()
  expect(screen.getByText(roleEntryWords.residents.title)).toBeVisible()
  unmount()
  signIn(anAccount({ roles: [aGrant('streetOffice', places.street)] }))
  const street = openPage(RoleEntries)
  expect(await screen.findByText(roleEntryWords.pendingNone)).toBeVisible()
  expect(screen.queryByText(roleEntryWords.residents.title)).not.toBeInTheDocument()
  street.unmount()
  signIn(anAccount())
  openPage(RoleEntries)
  await waitFor(() => expect(requestsOf('account.me').length).toBeGreaterThan(2))
  expect(screen.queryByText(roleEntryWords.pending.title)).not.toBeInTheDocument()
})
