import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { appointments, handover, helpWords, naming, personSearch } from '@/copy/appointments'
import type { Account } from '@/domain/account/schema'
import type { AppointmentView } from '@/domain/appointment/contract'
import type { Appointment } from '@/domain/appointment/schema'
import type { ResidentRow } from '@/domain/resident/contract'
import HelpPage from '@/packages/mine/pages/help'
import RolesPage from '@/packages/people/pages/roles'
import NamePage from '@/packages/people/pages/roles/name'
import { anAccount, aLeader, aMembership, aStaffMember, aVolunteer } from '../support/factories/account'
import { anAppointment } from '../support/factories/appointment'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

type Actions = AppointmentView['allowedActions']
function view(allowedActions: Actions, overrides: Partial<Appointment> = {}): AppointmentView {
  const {
    areaAt: _at,
    createdKey: _key,
    handoverAt: _later,
    liveKey: _live,
    endedBy,
    ...shown
  } = anAppointment(overrides)
  return { ...shown, endedByName: endedBy?.name ?? null, allowedActions }
}
const application = view(['sign', 'refuse'], {
  state: 'applied',
  name: '何姐',
  userId: 'resident-he',
  note: '白天都在家',
})
const active = view(['end', 'handOver'])
const row = (overrides: Partial<ResidentRow> = {}): ResidentRow => ({
  userId: 'resident-sun',
  nickname: '楼下小孙',
  state: 'active',
  avatarFileId: null,
  maskedName: null,
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  roomNumber: '1402',
  relation: 'owner',
  standing: 'confirmed',
  until: null,
  ...overrides,
})
const nothingLeft = { takenOrders: 0, series: 0, pendingNeighbours: 0, isLast: false, needsSuccessor: false }
const inputsOf = (action: Parameters<typeof requestsOf>[0]) => requestsOf(action).map(({ input }) => input)

describe('谁在担任', () => {
  function openRoles(items: readonly AppointmentView[], account: Account = aStaffMember()): void {
    signIn(account)
    answer('appointment.list', ({ view: wanted }) => ({
      items: items.filter(({ state }) => (wanted === 'open' ? state === 'applied' : state === wanted)),
      nextCursor: null,
    }))
    openPage(RolesPage)
  }

  test('staff: signs an application after reading what it gives', async () => {
    openRoles([application])
    answer('appointment.sign', () => ({ appointment: { ...application, state: 'active' } }))
    expect(await screen.findByText('“白天都在家”')).toBeVisible()
    fireEvent.click(screen.getByLabelText('同意：何姐'))
    expect(screen.getByText(appointments.signCheck.volunteer)).toBeVisible()
    expect(requestsOf('appointment.sign')).toHaveLength(0)
    const buttons = screen.getAllByText(appointments.sign)
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement)
    await waitFor(() => expect(inputsOf('appointment.sign')).toEqual([{ appointmentId: application._id }]))
  })

  test('staff: sees that a colleague has signed an application, and that one more is wanted', async () => {
    const by = { userId: 'staff-liu', name: '刘洋', at: 1_736_000_000_000 }
    openRoles([{ ...application, role: 'communityStaff', signatures: [by], allowedActions: [] }])
    expect(await screen.findByText(appointments.signedFirst('刘洋'))).toBeVisible()
  })

  test('staff: refuses with a reason, and without one can’t', async () => {
    openRoles([application])
    answer('appointment.refuse', () => ({ appointment: { ...application, state: 'refused' } }))
    fireEvent.click(await screen.findByLabelText('不同意：何姐'))
    const buttons = screen.getAllByText(appointments.refuse)
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement)
    expect(requestsOf('appointment.refuse')).toHaveLength(0)
    fireEvent.click(screen.getByText('这会儿人手够了'))
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement)
    await waitFor(() =>
      expect(inputsOf('appointment.refuse')).toEqual([
        { appointmentId: application._id, reason: '这会儿人手够了' },
      ]),
    )
  })

  test('staff: sees what is on someone’s hands before they end their role, and names who comes after', async () => {
    openRoles([active])
    answer('appointment.duties', () => ({ duties: { ...nothingLeft, takenOrders: 2, series: 1 } }))
    answer('resident.find', () => ({
      items: [row(), row({ userId: 'resident-old', nickname: '没手机的', state: 'registered' })],
    }))
    answer('appointment.end', () => ({ appointment: { ...active, state: 'ended' } }))
    fireEvent.click(await screen.findByText(appointments.views.active))
    fireEvent.click(await screen.findByLabelText('交接：王师傅'))
    expect(await screen.findByText(handover.takenOrders(2))).toBeVisible()
    expect(screen.getByText(handover.goesToOffice)).toBeVisible()
    fireEvent.click(screen.getByText('任期到了'))
    await userEvent.type(screen.getByLabelText(handover.successor), '小孙')
    fireEvent.click(screen.getByText(personSearch.find))
    fireEvent.click(await screen.findByLabelText(personSearch.chosen('楼下小孙')))
    expect(screen.queryByText('没手机的')).toBeNull()
    expect(screen.getByText(handover.goesToSuccessor('楼下小孙'))).toBeVisible()
    fireEvent.click(screen.getByText(handover.confirm))
    await waitFor(() =>
      expect(inputsOf('appointment.end')).toEqual([
        { appointmentId: active._id, reason: '任期到了', successorId: 'resident-sun', since: null },
      ]),
    )
  })

  test('staff: the last of a role can’t go before someone else is named; then it waits for a colleague', async () => {
    const staff = view(['end', 'handOver'], { role: 'communityStaff', userId: 'staff-deng', name: '邓社工' })
    openRoles([staff])
    answer('appointment.duties', () => ({ duties: { ...nothingLeft, needsSuccessor: true } }))
    answer('resident.find', () => ({ items: [row()] }))
    answer('appointment.end', () => refuse('SecondNeeded'))
    fireEvent.click(await screen.findByText(appointments.views.active))
    fireEvent.click(await screen.findByLabelText('交接：邓社工'))
    expect(await screen.findByText(handover.needsSuccessor)).toBeVisible()
    fireEvent.click(screen.getByText('调到别处'))
    fireEvent.click(screen.getByText(handover.confirm))
    expect(requestsOf('appointment.end')).toHaveLength(0)
    await userEvent.type(screen.getByLabelText(handover.successorNeeded), '小孙')
    fireEvent.click(screen.getByText(personSearch.find))
    fireEvent.click(await screen.findByLabelText(personSearch.chosen('楼下小孙')))
    expect(screen.getByText(handover.second)).toBeVisible()
    fireEvent.click(screen.getByText(handover.confirm))
    await waitFor(() => expect(screen.queryByText(handover.confirm)).toBeNull())
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: handover.secondAsked }))
  })

  test('an empty list, a lost network, and who has no office', async () => {
    openRoles([])
    expect(await screen.findByText(appointments.empty.open)).toBeVisible()
    answer('appointment.list', () => {
      throw lost
    })
    fireEvent.click(screen.getByText(appointments.views.past))
    expect(await screen.findByText('再试一次')).toBeVisible()
  })

  test('neighbour: is told that this is the office’s', async () => {
    openRoles([], anAccount())
    expect(await screen.findByText('这件事要社区或楼长来办')).toBeVisible()
    expect(requestsOf('appointment.list')).toHaveLength(0)
  })
})

test('staff: names a neighbour as leader of a building, step by step', async () => {
  signIn(aStaffMember())
  const area = (_id: string, name: string, level: 'community' | 'building') => ({
    _id,
    level,
    name,
    fullName: name,
    order: 0,
    householdCount: 0,
    residentCount: 0,
  })
  answer('place.children', ({ areaPath }) =>
    areaPath === places.community
      ? {
          area: area(places.community, '幸福社区', 'community'),
          children: [area(places.building4, '4栋', 'building')],
        }
      : { area: area(places.building4, '4栋', 'building'), children: [] },
  )
  answer('resident.find', () => ({ items: [row()] }))
  answer('appointment.propose', () => ({ appointment: active }))
  openPage(NamePage, { area: encodeURIComponent(places.community) })
  await userEvent.type(await screen.findByLabelText(naming.who), '小孙')
  fireEvent.click(screen.getByText(personSearch.find))
  fireEvent.click(await screen.findByLabelText(personSearch.chosen('楼下小孙')))
  fireEvent.click(await screen.findByText('4栋'))
  expect(await screen.findByText(naming.areaHint('4栋'))).toBeVisible()
  fireEvent.click(screen.getByText('社区工作者'))
  expect(screen.getByText(naming.two)).toBeVisible()
  fireEvent.click(screen.getByText('微网格长'))
  fireEvent.click(screen.getByText(naming.submit))
  await waitFor(() =>
    expect(inputsOf('appointment.propose')).toEqual([
      {
        userId: 'resident-sun',
        role: 'microGridLeader',
        areaPath: places.building4,
        since: null,
        until: null,
        note: '',
      },
    ]),
  )
})

describe('邻里互助', () => {
  function openHelp(items: readonly AppointmentView[], account: Account | null = anAccount()): void {
    signIn(account)
    answer('appointment.mine', () => ({ items: [...items] }))
    openPage(HelpPage)
  }

  test('resident: offers to help with what they can', async () => {
    openHelp([])
    answer('appointment.apply', () => ({ appointment: application }))
    fireEvent.click(await screen.findByText('修东西'))
    fireEvent.click(screen.getByLabelText('周六上午'))
    await userEvent.type(screen.getByLabelText(helpWords.note), '周末有空')
    fireEvent.click(screen.getByText(helpWords.submit))
    await waitFor(() =>
      expect(inputsOf('appointment.apply')).toEqual([
        {
          communityPath: places.community,
          skills: ['repair'],
          cap: 3,
          times: [{ weekday: 6, from: 480, to: 720 }],
          note: '周末有空',
        },
      ]),
    )
  })

  test('resident: waits for an answer, and may take it back', async () => {
    openHelp([view(['refuse'], { state: 'applied', userId: 'resident-li', name: '李阿姨' })])
    answer('appointment.refuse', () => ({ appointment: application }))
    expect(await screen.findByText(helpWords.waiting('志愿者', '幸福社区'))).toBeVisible()
    expect(screen.queryByText(helpWords.submit)).toBeNull()
    fireEvent.click(screen.getByText(appointments.takeBack))
    fireEvent.click(screen.getByText('最近太忙'))
    const buttons = screen.getAllByText(appointments.takeBack)
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement)
    await waitFor(() => expect(requestsOf('appointment.refuse')).toHaveLength(1))
  })

  test('resident: reads why it came to nothing, and may offer again', async () => {
    openHelp([view([], { state: 'refused', reason: '先来社区坐坐', endedAt: 1_736_000_000_000 })])
    expect(await screen.findByText(appointments.because('先来社区坐坐'))).toBeVisible()
    expect(screen.getByText(helpWords.submit)).toBeVisible()
  })

  test('newcomer who is not confirmed yet: is told what comes first', async () => {
    openHelp([], anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }))
    expect(await screen.findByText(helpWords.noHomeYet)).toBeVisible()
    expect(screen.queryByText(helpWords.submit)).toBeNull()
  })

  test('volunteer: not this month, until its end', async () => {
    const me = aVolunteer()
    openHelp([view(['end', 'handOver'])], me)
    answer('account.putVolunteer', ({ skills, ...volunteer }) => ({
      account: { ...me, skills, volunteer: { ...me.volunteer, ...volunteer } },
    }))
    fireEvent.click(await screen.findByText(helpWords.rest))
    const buttons = screen.getAllByText(helpWords.rest)
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement)
    await waitFor(() => expect(requestsOf('account.putVolunteer')).toHaveLength(1))
    const { offUntil } = requestsOf('account.putVolunteer')[0]?.input as { offUntil: number }
    expect(new Date(offUntil + 8 * 3_600_000).toISOString()).toMatch(/-01T00:00:00/)
  })

  test('volunteer: leaves after seeing what goes back; a plain volunteer looks nobody up', async () => {
    openHelp([view(['end', 'handOver'])], aVolunteer())
    answer('appointment.duties', () => ({ duties: { ...nothingLeft, takenOrders: 1 } }))
    answer('appointment.end', () => ({ appointment: { ...active, state: 'ended' } }))
    fireEvent.click(await screen.findByText(handover.quit))
    expect(await screen.findByText(handover.takenOrders(1))).toBeVisible()
    expect(screen.queryByText(personSearch.find)).toBeNull()
    fireEvent.click(screen.getByText('要搬家了'))
    fireEvent.click(screen.getByText(handover.confirm))
    await waitFor(() =>
      expect(inputsOf('appointment.end')).toEqual([
        { appointmentId: active._id, reason: '要搬家了', successorId: null, since: null },
      ]),
    )
  })

  test('leader: may name who comes after', async () => {
    openHelp([view(['end', 'handOver'], { role: 'microGridLeader', areaPath: places.building4 })], aLeader())
    answer('appointment.duties', () => ({ duties: { ...nothingLeft, pendingNeighbours: 3 } }))
    fireEvent.click(await screen.findByText(handover.endOrHandOver))
    expect(await screen.findByText(handover.pendingNeighbours(3))).toBeVisible()
    expect(screen.getByText(handover.goesToStaff)).toBeVisible()
    expect(screen.getByText(personSearch.find)).toBeVisible()
  })
})
