import { fireEvent, screen, waitFor } from '@testing-library/react'
import { invite as words } from '@/copy/invite'
import type { PendingMember } from '@/domain/membership/contract'
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
