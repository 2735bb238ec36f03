import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { invite as words } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import type { PendingMember } from '@/domain/membership/contract'
import InvitePage from '@/packages/staff/pages/invite'
import PendingPage from '@/packages/staff/pages/pending'
import { aLeader } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const lin: PendingMember = {
  userId: 'resident-lin',
  nickname: '小林',
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  roomNumber: '1203',
  relation: 'tenant',
  joinedAt: Date.now() - 60_000,
}
const code = (overrides: Partial<InvitationView> = {}): InvitationView => ({
  _id: 'invite-building-4',
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  createdAt: Date.UTC(2025, 0, 1),
  expiresAt: Date.UTC(2025, 2, 1),
  maxUses: 200,
  usedCount: 12,
  codeFileId: 'cloud://test/code.png',
  state: 'valid',
  ...overrides,
})
const areas = [{ areaPath: places.building4, areaName: '幸福里小区 4栋' }]

/** Who waits, until they are decided on. */
function holdPending(...waiting: PendingMember[]): void {
  signIn(aLeader())
  let items = waiting
  answer('membership.pending', () => ({ items }))
  answer('membership.decide', ({ userId, standing }) => {
    items = items.filter((one) => one.userId !== userId)
    return { userId, standing }
  })
}

test('leader: sees who waits, at which door, and welcomes them with one tap', async () => {
  holdPending(lin)
  openPage(PendingPage)
  expect(await screen.findByText('幸福里小区 4栋 1203')).toBeVisible()
  expect(screen.getByText(/在这里租房/)).toBeVisible()
  fireEvent.click(screen.getByText(words.confirm))
  expect(await screen.findByText(new RegExp(words.pendingEmpty))).toBeVisible()
  expect(requestsOf('membership.decide')[0]?.input).toEqual({
    userId: 'resident-lin',
    areaPath: places.building4,
    roomNumber: '1203',
    standing: 'confirmed',
  })
})

test('leader: turning someone away is asked twice, with what it means', async () => {
  holdPending(lin)
  openPage(PendingPage)
  fireEvent.click(await screen.findByText(words.decline))
  expect(requestsOf('membership.decide')).toHaveLength(0)
  expect(screen.getByText(words.declineCheck)).toBeVisible()
  fireEvent.click(screen.getByText(words.declineConfirm))
  await waitFor(() =>
    expect(requestsOf('membership.decide')[0]?.input).toMatchObject({ standing: 'declined' }),
  )
})

test('leader: makes a code and is shown it at once, with what to say', async () => {
  signIn(aLeader())
  answer('invitation.list', () => ({ items: [], areas }))
  answer('invitation.create', () => ({ invitation: code({ usedCount: 0 }) }))
  openPage(InvitePage)
  fireEvent.click(await screen.findByText(words.create))
  fireEvent.click(screen.getByText('30 天'))
  fireEvent.click(within(screen.getByRole('dialog')).getByText(words.create))
  expect(await screen.findByText(words.sentence('幸福里小区 4栋'))).toBeVisible()
  expect(requestsOf('invitation.create')[0]?.input).toEqual({
    areaPath: places.building4,
    days: 30,
    maxUses: 200,
  })
  await waitFor(() =>
    expect(screen.getByLabelText(words.codeAlt('幸福里小区 4栋'))).toHaveAttribute(
      'src',
      'cloud://test/code.png',
    ),
  )
})

test('leader: taking a code out of use is confirmed in words that name the consequence', async () => {
  signIn(aLeader())
  answer('invitation.list', () => ({ items: [code()], areas }))
  answer('invitation.revoke', () => ({ invitation: code({ state: 'revoked' }) }))
  openPage(InvitePage)
  expect(await screen.findByText(words.left(188))).toBeVisible()
  fireEvent.click(screen.getByText(words.revoke))
  expect(screen.getByText(words.revokeCheck)).toBeVisible()
  fireEvent.click(within(screen.getByRole('dialog')).getByText(words.revoke))
  await waitFor(() =>
    expect(requestsOf('invitation.revoke')[0]?.input).toEqual({ code: 'invite-building-4' }),
  )
})
