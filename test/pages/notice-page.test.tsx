import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { untilWords } from '@/copy/notice'
import { noticeForm as words } from '@/copy/notice-form'
import { momentWords } from '@/copy/time'
import { AppError } from '@/domain/shared/errors'
import { startOfDay } from '@/domain/shared/calendar'
import { days, hours } from '@/domain/shared/time'
import { toggleArea } from '@/features/notice/caretaking'
import { forgetNoticeDraft } from '@/features/notice/notice-draft'
import NoticePage from '@/packages/staff/pages/notice'
import { aGrant, aLeader, aStaffMember } from '../support/factories/account'
import { aHandbook } from '../support/factories/handbook'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { aNoticeView } from './_support/notices'
import { openPage, signIn } from './_support/render-page'
import { holdPlaces } from './_support/residents'

const leader = aLeader({
  roles: [aGrant('microGridLeader', places.building4, { areaName: '幸福里小区 4栋' })],
})
const counts = { residents: 312, households: 128, groups: 1, needCare: 9, nextAt: null as number | null }
const tap = async (said: string | RegExp) => userEvent.click(await screen.findByText(said))
const published = () => requestsOf('notice.publish').map(({ input }) => input as Record<string, unknown>)

function hold(preview = counts): void {
  holdPlaces()
  answer('notice.list', () => ({ items: [], nextCursor: null }))
  answer('notice.preview', () => preview)
  answer('notice.publish', () => ({ notice: aNoticeView() }))
}

function write(title = '明天停水', text = '九点到十一点'): void {
  fireEvent.change(screen.getByLabelText(words.title), { target: { value: title } })
  fireEvent.change(screen.getByLabelText(words.text), { target: { value: text } })
}

test('leader of one building: has nothing to choose, and is told whom it reaches before it goes out', async () => {
  signIn(leader)
  hold()
  openPage(NoticePage)
  expect(await screen.findByText('幸福里小区 4栋（整栋楼）')).toBeVisible()
  expect(await screen.findByText(words.counts(312, 128, 9))).toBeVisible()
  expect(requestsOf('place.children')).toEqual([])
  write()
  await tap(words.publish)
  expect(screen.getByText(words.checkHint)).toBeVisible()
  expect(requestsOf('notice.publish')).toHaveLength(0)
  await tap(words.confirm)
  await waitFor(() => expect(published()).toHaveLength(1))
  expect(published()[0]).toEqual({
    areaPaths: [places.building4],
    title: '明天停水',
    text: '九点到十一点',
    photoFileIds: [],
    button: null,
    isUrgent: false,
    publishAt: null,
    expiresAt: null,
    visitAfterHours: null,
  })
})

test('staff: chooses several buildings; the count follows; the whole estate takes their place', async () => {
  signIn(aStaffMember())
  hold()
  answer('notice.preview', ({ areaPaths }) => ({ ...counts, residents: areaPaths.length * 100 }))
  openPage(NoticePage)
  await tap('4栋')
  expect(await screen.findByText(words.counts(100, 128, 9))).toBeVisible()
  await tap('5栋')
  expect(await screen.findByText(words.counts(200, 128, 9))).toBeVisible()
  await tap('全小区')
  expect(await screen.findByText(words.counts(100, 128, 9))).toBeVisible()
  write()
  await tap(words.publish)
  await tap(words.confirm)
  await waitFor(() => expect(published()[0]?.areaPaths).toEqual([places.estate]))
})

test('an area chosen twice is not chosen; a part narrows the whole, the whole holds its parts', () => {
  const area = (areaPath: string) => ({ areaPath, areaName: areaPath })
  const paths = (chosen: { areaPath: string }[]) => chosen.map(({ areaPath }) => areaPath)
  const both = toggleArea([area(places.building4)], area(places.building41))
  expect(paths(both)).toEqual([places.building4, places.building41])
  expect(paths(toggleArea(both, area(places.building4)))).toEqual([places.building41])
  expect(paths(toggleArea(both, area(places.estate)))).toEqual([places.estate])
  expect(paths(toggleArea([area(places.estate)], area(places.building5)))).toEqual([places.building5])
})

test('staff: without an area, title or text nothing is sent, and what is missing is said', async () => {
  signIn(aStaffMember())
  hold()
  openPage(NoticePage)
  await tap(words.publish)
  expect(screen.getByText(words.areaMissing)).toBeVisible()
  expect(screen.getByText(words.titleShort)).toBeVisible()
  expect(screen.getByText(words.textShort)).toBeVisible()
  expect(requestsOf('notice.preview')).toHaveLength(0)
  expect(published()).toEqual([])
})

test('staff: an urgent one says until when, three days at most; a common one may hold for ever', async () => {
  signIn(leader)
  hold()
  openPage(NoticePage)
  expect(await screen.findByText(words.untilNone)).toBeVisible()
  await userEvent.click(screen.getByRole('switch', { name: words.urgent }))
  expect(screen.queryByText(words.untilNone)).toBeNull()
  const now = Date.now()
  expect(screen.queryByText(untilWords(startOfDay(now) + days(7), now))).toBeNull()
  const twoDays = startOfDay(now) + days(2)
  await tap(untilWords(twoDays, now))
  write()
  await tap(words.publish)
  await tap(words.confirm)
  await waitFor(() => expect(published()[0]).toMatchObject({ isUrgent: true, expiresAt: twoDays }))
})

test('leader: sends it tomorrow, and has the unread looked in on a day later', async () => {
  signIn(leader)
  hold()
  openPage(NoticePage)
  await tap(words.whenLater)
  await tap(words.visitsAfter(24))
  write()
  await tap(words.schedule)
  await tap(words.confirmLater)
  const tomorrow = startOfDay(Date.now()) + days(1) + hours(8)
  await waitFor(() => expect(published()[0]).toMatchObject({ publishAt: tomorrow, visitAfterHours: 24 }))
})

test('leader: a button orders a service, opens a page or calls somebody; half of one is not sent', async () => {
  signIn(leader)
  hold()
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), trail: null, canEdit: false } }))
  openPage(NoticePage)
  await tap(words.buttons.call)
  await screen.findByLabelText(words.callName)
  write()
  await tap(words.publish)
  expect(screen.getByText(words.callMissing)).toBeVisible()
  await tap(words.buttons.order)
  const service = aHandbook().services.find(({ guideId, isActive }) => guideId === null && isActive)!
  await tap(service.name)
  await tap(words.publish)
  await tap(words.confirm)
  await waitFor(() => expect(published()[0]?.button).toEqual({ kind: 'order', serviceId: service.id }))
})

test('leader: too soon after the last is said with the hour; it can wait by itself, and nothing typed is lost', async () => {
  const nextAt = Date.now() + hours(1)
  signIn(leader)
  hold({ ...counts, nextAt })
  answer('notice.publish', () => {
    throw new AppError('LimitReached', { retryAt: nextAt })
  })
  openPage(NoticePage)
  expect(await screen.findByText(words.nextAt(nextAt, Date.now()))).toBeVisible()
  write()
  await tap(words.publish)
  await tap(words.confirm)
  expect((await screen.findAllByText(words.limited(nextAt, Date.now()))).length).toBeGreaterThan(0)
  expect(screen.getByLabelText(words.title)).toHaveValue('明天停水')
  await tap(words.sendThen)
  expect(screen.getAllByText(momentWords(nextAt, Date.now())).length).toBeGreaterThan(0)
  expect(screen.queryByText(words.nextAt(nextAt, Date.now()))).toBeNull()
})

test('leader: a notice whose answer was lost is sent again as the same one', async () => {
  signIn(leader)
  hold()
  answer('notice.publish', () => {
    throw lost
  })
  openPage(NoticePage)
  await screen.findByText(words.publish)
  write()
  await tap(words.publish)
  await tap(words.confirm)
  await waitFor(() => expect(published()).toHaveLength(1))
  await waitFor(() => expect(screen.getByText(words.confirm)).not.toBeDisabled())
  await tap(words.confirm)
  await waitFor(() => expect(published()).toHaveLength(2))
  const [one, two] = requestsOf('notice.publish')
  expect(two!.requestId).toBe(one!.requestId)
})

test('leader: what was typed is there again the next time, and can be begun anew', async () => {
  signIn(leader)
  hold()
  const first = openPage(NoticePage)
  await screen.findByText(words.publish)
  write('明天停水', '九点')
  first.unmount()
  openPage(NoticePage)
  expect(await screen.findByText(words.restored)).toBeVisible()
  expect(screen.getByLabelText(words.title)).toHaveValue('明天停水')
  await tap(words.restart)
  expect(screen.getByLabelText(words.title)).toHaveValue('')
  forgetNoticeDraft()
})

test('leader: sees those that were sent, and in how many flats they were read', async () => {
  signIn(leader)
  hold()
  const reach = { read: 140, residents: 312, readHouseholds: 97, households: 128 }
  answer('notice.list', () => ({
    items: [aNoticeView({ reach }), aNoticeView({ _id: 'notice-0002', title: '别人发的' })],
    nextCursor: null,
  }))
  openPage(NoticePage)
  await tap(words.published)
  expect(await screen.findByText('128 户里 97 户看过')).toBeVisible()
  expect(screen.queryByText('别人发的')).toBeNull()
})

test('resident: cannot publish, and is told who can', async () => {
  signIn()
  openPage(NoticePage)
  expect(await screen.findByText(words.noArea)).toBeVisible()
})
