import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { invite as words } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import { HouseholdCodeSheet } from '@/features/invite/household-code-sheet'
import { anAccount } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { code } from './_support/invitations'
import { openPage, signIn } from './_support/render-page'

const hold = (items: InvitationView[]): void => {
  answer('invitation.list', () => ({ items, nextCursor: null }))
  answer('invitation.create', ({ target }) => ({
    invitation: code({ usedCount: 0, target: target ?? { kind: 'home' } }),
  }))
}
const made = () => requestsOf('invitation.create').map(({ input }) => input)

describe('my own household', () => {
  const Sheet = () => (
    <HouseholdCodeSheet householdId="household-1502" areaPath={places.building4} onClose={jest.fn()} />
  )

  test('a member makes a code for a week, and is shown it', async () => {
    signIn(anAccount())
    hold([])
    openPage(Sheet)
    await userEvent.click(await screen.findByText(words.householdMake))
    expect(await screen.findByText(words.householdSentence('幸福里小区 4栋'))).toBeVisible()
    expect(made()).toEqual([
      { areaPath: places.building4, target: { kind: 'household', householdId: 'household-1502' }, days: 7 },
    ])
  })

  test('sees the codes of this flat that still work, and takes one back', async () => {
    signIn(anAccount())
    const target = { kind: 'household', householdId: 'household-1502' } as const
    hold([
      code({ target }),
      code({ _id: 'elsewhere-1', target: { kind: 'household', householdId: 'household-2' } }),
    ])
    answer('invitation.revoke', () => ({ invitation: code({ state: 'revoked' }) }))
    openPage(Sheet)
    expect(await screen.findAllByText(words.show)).toHaveLength(1)
    await userEvent.click(screen.getByText(words.revoke))
    expect(screen.getByText(words.revokeCheck)).toBeVisible()
  })
})
