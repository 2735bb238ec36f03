import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { entryWords, handbookWords, officeWords, serviceWords, serviceWrong } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import type { AutoStep, Service } from '@/domain/handbook/schema'
import EntryPage from '@/packages/staff/pages/handbook/entry'
import HandbookPage from '@/packages/staff/pages/handbook/index'
import ServicePage from '@/packages/staff/pages/handbook/service'
import { anAccount, aStaffMember } from '../support/factories/account'
import { aGuideEntry, aHandbook, aService } from '../support/factories/handbook'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

let handbook: HandbookView

/** The cloud keeps this handbook, as it really does: a save of another version is refused. */
function keepHandbook(overrides: Partial<HandbookView> = {}): void {
  handbook = { ...aHandbook(), canEdit: true, ...overrides }
  signIn(aStaffMember())
  answer('handbook.get', () => ({ handbook }))
  answer('handbook.putService', ({ version, service }) => {
    if (version !== handbook.version) refuse('Conflict')
    const put = service as Service
    const others = handbook.services.filter(({ id }) => id !== put.id)
    handbook = { ...handbook, version: version + 1, services: [...others, put] }
    return { handbook }
  })
  answer('handbook.putOffice', ({ version, calendar, quiet, phone }) => {
    if (version !== handbook.version) refuse('Conflict')
    handbook = { ...handbook, version: version + 1, calendar, quiet, phone }
    return { handbook }
  })
}

const colleague = {
  at: Date.now(),
  by: 'staff-sun',
  byName: '孙社工',
  change: 'handbook.putService',
  note: '',
}
/** A colleague saves another name for the repair while I write. */
function colleagueRenames(name: string, id = 'repair'): void {
  const services = handbook.services.map((one) => (one.id === id ? { ...one, name } : one))
  handbook = { ...handbook, version: handbook.version + 1, services, trail: [colleague] }
}

const openService = (id: string) => openPage(ServicePage, { community: places.community, id })
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}
const saved = () => requestsOf('handbook.putService').map(({ input }) => input as { service: Service })
const lastSaved = (): Service => saved()[saved().length - 1]!.service

test('resident: is told who keeps the handbook', async () => {
  signIn(anAccount())
  openPage(HandbookPage)
  expect(await screen.findByText(handbookWords.notStaff)).toBeVisible()
})

test('staff: takes a service out of use, and back', async () => {
  keepHandbook()
  openPage(HandbookPage)
  fireEvent.click(await screen.findByLabelText('停用：小修小补'))
  expect(await screen.findByLabelText('启用：小修小补')).toBeVisible()
  expect(lastSaved()).toEqual({ ...aService(), isActive: false })
})

test('staff: changes a service, says why, and comes back to the list', async () => {
  keepHandbook()
  openService('repair')
  fireEvent.change(await screen.findByLabelText(serviceWords.name), { target: { value: '小修小补二' } })
  fireEvent.click(screen.getByText(serviceWords.two))
  type(handbookWords.note, '独居的多了')
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(requestsOf('handbook.putService')[0]?.input).toEqual({
    communityPath: places.community,
    version: 0,
    note: '独居的多了',
    service: aService({ name: '小修小补二', people: 2 }),
  })
})

test('staff: a service without a name is not sent, and it is said what is missing', async () => {
  keepHandbook()
  openService('')
  fireEvent.click(await screen.findByText(handbookWords.save))
  expect(screen.getByText(serviceWrong.name)).toBeVisible()
  expect(screen.getByText(serviceWrong.deed)).toBeVisible()
  expect(saved()).toHaveLength(0)
})

test('staff: a new service gets everyday words, several at once, and an id that the cloud takes', async () => {
  keepHandbook()
  openService('')
  fireEvent.change(await screen.findByLabelText(serviceWords.name), { target: { value: '理发' } })
  type(serviceWords.deed, '来理发')
  type(serviceWords.wordsAdd, '剪头、理发，推子')
  fireEvent.click(screen.getByLabelText('加上：常用说法'))
  fireEvent.click(screen.getByLabelText('拿掉：推子'))
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(saved()).toHaveLength(1))
  expect(lastSaved()).toMatchObject({ name: '理发', words: ['剪头', '理发'] })
  expect(lastSaved().id).toMatch(/^[A-Za-z0-9-]{2,32}$/)
})

test('staff: an answer may mean danger', async () => {
  keepHandbook()
  openService('repair')
  fireEvent.click(await screen.findByText(serviceWords.addQuestion))
  type(serviceWords.question(1), '冒火花吗？')
  fireEvent.click(screen.getByText(serviceWords.addChoice))
  const sheet = screen.getByRole('dialog')
  fireEvent.change(within(sheet).getByLabelText(serviceWords.choice), { target: { value: '冒' } })
  fireEvent.click(within(sheet).getByText('漏电'))
  fireEvent.click(within(sheet).getByText(handbookWords.done))
  expect(await screen.findByText('危险：漏电')).toBeVisible()
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(saved()).toHaveLength(1))
  expect(lastSaved().questions[0]).toMatchObject({
    text: '冒火花吗？',
    choices: [{ text: '冒', danger: 'electric' }],
  })
})

test('staff: dispatching by itself is read as sentences, in the order of time', async () => {
  const hall: AutoStep = { to: 'hall', count: 1, afterMinutes: 10 }
  keepHandbook({ services: [aService({ auto: [hall] })] })
  openService('repair')
  expect(await screen.findByText('点单后 10 分钟还没人接，放到接单大厅，谁先接谁去')).toBeVisible()
  fireEvent.click(screen.getByText(serviceWords.addStep))
  fireEvent.click(within(screen.getByRole('dialog')).getByText('5 位'))
  fireEvent.click(within(screen.getByRole('dialog')).getByText(handbookWords.add))
  expect(await screen.findByText('一点单，马上请离得最近、会这一样的 5 位')).toBeVisible()
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(saved()).toHaveLength(1))
  expect(lastSaved().auto).toEqual([{ to: 'nearest', count: 5, afterMinutes: 0 }, hall])
})

test('staff: whose job it is: someone else’s has nothing to order', async () => {
  keepHandbook()
  openService('repair')
  fireEvent.click(await screen.findByText(serviceWords.others))
  fireEvent.click(screen.getByText('下水道堵塞（幸福里物业）'))
  expect(screen.queryByText(serviceWords.skills)).not.toBeInTheDocument()
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(lastSaved().guideId).toBe('drain'))
})

test('staff: a colleague was quicker with the same service; what I typed stays, and goes through on the next tap', async () => {
  keepHandbook()
  openService('repair')
  fireEvent.change(await screen.findByLabelText(serviceWords.name), { target: { value: '我写的' } })
  colleagueRenames('别人写的')
  fireEvent.click(screen.getByText(handbookWords.save))
  expect(await screen.findByText(handbookWords.meanwhileHere('孙社工'))).toBeVisible()
  expect(screen.getByLabelText(serviceWords.name)).toHaveValue('我写的')
  expect(Taro.navigateBack).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(handbook.services.find(({ id }) => id === 'repair')?.name).toBe('我写的')
})

test('staff: or takes what the colleague wrote', async () => {
  keepHandbook()
  openService('repair')
  fireEvent.change(await screen.findByLabelText(serviceWords.name), { target: { value: '我写的' } })
  colleagueRenames('别人写的')
  fireEvent.click(screen.getByText(handbookWords.save))
  fireEvent.click(await screen.findByText(handbookWords.takeTheirs))
  expect(screen.getByLabelText(serviceWords.name)).toHaveValue('别人写的')
  expect(screen.queryByText(handbookWords.takeTheirs)).not.toBeInTheDocument()
})

test('staff: a colleague changed another service; both are kept', async () => {
  keepHandbook()
  openService('repair')
  fireEvent.change(await screen.findByLabelText(serviceWords.name), { target: { value: '我写的' } })
  colleagueRenames('看病', 'hospital')
  fireEvent.click(screen.getByText(handbookWords.save))
  expect(await screen.findByText(handbookWords.meanwhileElsewhere)).toBeVisible()
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(handbook.services.map(({ name }) => name)).toEqual(expect.arrayContaining(['我写的', '看病']))
})

test('staff: without a network nothing that was typed is lost', async () => {
  keepHandbook()
  answer('handbook.putService', () => {
    throw lost
  })
  openService('repair')
  fireEvent.change(await screen.findByLabelText(serviceWords.name), { target: { value: '我写的' } })
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
  expect(screen.getByLabelText(serviceWords.name)).toHaveValue('我写的')
})

test('staff: office hours, a holiday and the quiet hours', async () => {
  keepHandbook()
  openPage(HandbookPage)
  fireEvent.click(await screen.findByText(handbookWords.tabs.office))
  fireEvent.click(screen.getByText('周六'))
  type(`${officeWords.span(1)}${officeWords.from}`, '9：00')
  type(`${officeWords.quiet}${officeWords.from}`, '22:00')
  type(`${officeWords.holidays}${officeWords.day}`, '2099年5月4日')
  fireEvent.click(screen.getByLabelText(`加上：${officeWords.holidays}${officeWords.day}`))
  expect(screen.getByLabelText('拿掉：2099年5月4日')).toBeVisible()
  fireEvent.click(screen.getByText(handbookWords.save))
  await waitFor(() => expect(handbook.version).toBe(1))
  expect(handbook.calendar).toMatchObject({
    weekdays: [1, 2, 3, 4, 5, 6],
    hours: [
      { from: 540, to: 720 },
      { from: 840, to: 1050 },
    ],
    holidays: ['2099-05-04'],
  })
  expect(handbook.quiet).toEqual({ from: 1320, to: 420 })
  expect(screen.queryByText(handbookWords.meanwhileElsewhere)).not.toBeInTheDocument()
})

test('staff: hours that end before they begin are not sent', async () => {
  keepHandbook()
  openPage(HandbookPage)
  fireEvent.click(await screen.findByText(handbookWords.tabs.office))
  type(`${officeWords.span(1)}${officeWords.from}`, '13:00')
  fireEvent.click(screen.getByText(handbookWords.save))
  expect(screen.getByText(officeWords.spanWrong)).toBeVisible()
  expect(requestsOf('handbook.putOffice')).toHaveLength(0)
})

test('staff: a line of the guide is taken out only after a second word, and not while a service points to it', async () => {
  const gate = aGuideEntry({ id: 'gate', matter: '门禁坏了' })
  keepHandbook({ guide: [aGuideEntry(), gate] })
  answer('handbook.removeGuideEntry', () => ({ handbook }))
  const view = openPage(EntryPage, { community: places.community, id: 'gate' })
  fireEvent.click(await screen.findByText(entryWords.remove))
  expect(requestsOf('handbook.removeGuideEntry')).toHaveLength(0)
  fireEvent.click(within(screen.getByRole('dialog')).getByText(handbookWords.remove))
  await waitFor(() =>
    expect(requestsOf('handbook.removeGuideEntry')[0]?.input).toMatchObject({ entryId: 'gate' }),
  )
  view.unmount()
  openPage(EntryPage, { community: places.community, id: 'drain' })
  expect(await screen.findByText(entryWords.inUse('下水道'))).toBeVisible()
  expect(screen.queryByText(entryWords.remove)).not.toBeInTheDocument()
})

test('staff: sees how often a line of the guide was the answer', async () => {
  keepHandbook({ guide: [aGuideEntry(), aGuideEntry({ id: 'gate', matter: '门禁坏了' })] })
  answer('handbook.asked', () => ({ items: [{ entryId: 'gate', count: 7 }] }))
  openPage(HandbookPage)
  fireEvent.click(await screen.findByText(handbookWords.tabs.guide))
  const gate = await screen.findByLabelText(handbookWords.edit('门禁坏了'))
  expect(await within(gate).findByText(handbookWords.askedFor(7))).toBeVisible()
  expect(screen.getAllByText(/次问到/)).toHaveLength(1)
})

test('staff: sees who changed what, and why', async () => {
  keepHandbook({ trail: [{ ...colleague, note: '独居的多了' }] })
  openPage(HandbookPage)
  expect(await screen.findByText('孙社工改了服务：独居的多了')).toBeVisible()
})
