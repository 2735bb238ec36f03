import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { appointments, handover, helpWords, naming, personSearch } from '@/copy/appointments'
import { dataWords } from '@/copy/mine'
import type { Account } from '@/domain/account/schema'
import type { AppointmentView } from '@/domain/appointment/contract'
import type { Role } from '@/domain/shared/role'
import { keepConsent, privacyVersion } from '@/features/invitation/consent'
import HelpPage from '@/packages/mine/pages/help'
import { Farewell } from '@/packages/mine/pages/data/_components/farewell'
import RolesPage from '@/packages/people/pages/roles'
import { aGrant, aMembership, anAccount } from '../support/factories/account'
import { anAppointment } from '../support/factories/appointment'
import { places, startOfTests } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { look } from './_support/invitations'
import { openPage, signIn } from './_support/render-page'

const view = (overrides: Partial<AppointmentView> = {}): AppointmentView => ({
  ...anAppointment(),
  endedByName: null,
  allowedActions: [],
  ...overrides,
})
const inputOf = (action: Parameters<typeof requestsOf>[0]) => requestsOf(action)[0]?.input

describe('a code for a role', () => {
  const openCode = (role: Role, account: Account | null = null): void => {
    signIn(account)
    answer('invitation.look', () =>
      look({ target: { kind: 'role', role }, areaPath: places.community, areaName: '幸福社区' }),
    )
    answer('appointment.apply', () => ({ appointment: view({ state: 'applied', role }) }))
    openPage(HelpPage, { code: 'code-of-role' })
  }

  test('newcomer: is asked nothing before agreeing to the privacy guide', async () => {
    openCode('communityStaff')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/join/index?scene=code-of-role' }),
    )
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('a new colleague who lives elsewhere: gives a name, with what they agreed to', async () => {
    keepConsent()
    openCode('communityStaff')
    fireEvent.click(await screen.findByText(helpWords.byCodeSubmit))
    expect(screen.getByText(helpWords.nicknameMissing)).toBeVisible()
    expect(requestsOf('appointment.apply')).toHaveLength(0)
    await userEvent.type(screen.getByLabelText(helpWords.nickname), '小邓')
    expect(screen.queryByText('修东西')).toBeNull()
    fireEvent.click(screen.getByText(helpWords.byCodeSubmit))
    await waitFor(() =>
      expect(inputOf('appointment.apply')).toMatchObject({
        code: 'code-of-role',
        nickname: '小邓',
        privacyVersion,
      }),
    )
  })

  test('volunteer: says what they can and when, as without a code', async () => {
    keepConsent()
    openCode('volunteer', anAccount())
    fireEvent.click(await screen.findByText('修东西'))
    fireEvent.click(screen.getByLabelText('周六上午'))
    fireEvent.click(screen.getByText(helpWords.byCodeSubmit))
    await waitFor(() =>
      expect(inputOf('appointment.apply')).toMatchObject({
        skills: ['repair'],
        times: [{ weekday: 6, from: 480, to: 720 }],
      }),
    )
  })
})

test('resident with homes in two communities: chooses where to help', async () => {
  const elsewhere = { areaPath: `${places.otherCommunity}e1/b1/`, areaName: '平安里小区 1栋' }
  signIn(anAccount({ memberships: [aMembership(), aMembership(elsewhere)] }))
  answer('appointment.mine', () => ({ items: [] }))
  answer('appointment.apply', () => ({ appointment: view({ state: 'applied' }) }))
  openPage(HelpPage)
  fireEvent.click(await screen.findByRole('radio', { name: helpWords.around('平安里小区') }))
  fireEvent.click(screen.getByText(helpWords.submit))
  await waitFor(() =>
    expect(inputOf('appointment.apply')).toMatchObject({ communityPath: places.otherCommunity }),
  )
})

test('street: names somebody, and as the last officer finds who comes after, from a day on', async () => {
  const street = anAccount({ _id: 'street-song', roles: [aGrant('streetOffice', places.street)] })
  const mine = view({
    userId: 'street-song',
    name: '小宋',
    role: 'streetOffice',
    areaPath: places.street,
    allowedActions: ['end', 'handOver'],
  })
  signIn(street)
  answer('appointment.list', () => ({ items: [mine], nextCursor: null }))
  answer('appointment.duties', () => ({
    duties: { takenOrders: 0, series: 0, pendingNeighbours: 0, isLast: true, needsSuccessor: true },
  }))
  answer('resident.find', () => ({
    items: [
      {
        ...{
          userId: 'resident-sun',
          nickname: '小孙',
          state: 'active',
          avatarFileId: null,
          maskedName: null,
        },
        ...{ areaPath: places.building4, areaName: '幸福里小区 4栋', roomNumber: '', relation: 'owner' },
        ...{ standing: 'confirmed', until: null },
      },
    ],
  }))
  answer('appointment.end', () => ({ appointment: view({ state: 'agreed', since: startOfTests }) }))
  openPage(RolesPage)
  expect(await screen.findByText(appointments.name)).toBeVisible()
  fireEvent.click(await screen.findByText(handover.quit))
  await userEvent.type(await screen.findByLabelText(handover.successorNeeded), '小孙')
  fireEvent.click(screen.getByText(personSearch.find))
  fireEvent.click(await screen.findByLabelText(personSearch.chosen('小孙')))
  expect(requestsOf('resident.find')[0]?.input).toMatchObject({ areaPath: places.street })
  const [, first] = screen.getAllByRole('radio', { name: /起$|^马上$/ })
  fireEvent.click(first!)
  expect(screen.getByText(naming.sinceHint)).toBeVisible()
  fireEvent.click(screen.getByText('要搬家了'))
  fireEvent.click(screen.getByText(handover.confirm))
  await waitFor(() =>
    expect(inputOf('appointment.end')).toMatchObject({
      successorId: 'resident-sun',
      since: expect.any(Number) as number,
    }),
  )
})

test('the last holder of a role: is told before the final tap that somebody has to come first', async () => {
  signIn(anAccount())
  const none = {
    openOrders: 0,
    takenOrders: 0,
    visits: 0,
    series: 0,
    homes: 1,
    dependents: [],
    removedFrom: [],
  }
  const roles = [{ role: 'streetOffice', areaName: '和平街道', isLast: true }]
  answer('account.farewell', () => ({ farewell: { ...none, roles } }))
  openPage(Farewell)
  fireEvent.click(await screen.findByRole('button', { name: dataWords.cancelButton }))
  expect(await screen.findByText(/^和平街道只剩您一位负责/)).toBeVisible()
  expect(screen.queryByText(dataWords.cancelNext)).toBeNull()
})
