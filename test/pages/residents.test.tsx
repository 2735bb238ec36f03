import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { finding, residents as words } from '@/copy/residents'
import { days } from '@/domain/shared/time'
import ResidentsPage from '@/packages/people/pages/residents'
import { routes } from '@/routes'
import { aGrant, aLeader, anAccount, aStaffMember } from '../support/factories/account'
import { places, startOfTests } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'
import { aRow, gridOne, holdPlaces } from './_support/residents'

const tap = async (words: string | RegExp) => userEvent.click(await screen.findByText(words))
const listed = () => requestsOf('resident.list').map(({ input }) => input)
const rows = [
  aRow(),
  aRow({ userId: 'resident-wang', nickname: '老王', state: 'active', roomNumber: '201', maskedName: null }),
  aRow({
    userId: 'resident-wu',
    nickname: '小吴',
    state: 'active',
    roomNumber: '1502',
    relation: 'tenant',
    standing: 'unconfirmed',
    until: startOfTests + days(31) - 8 * 3_600_000,
  }),
]
const hold = (items = rows): void => {
  holdPlaces()
  answer('resident.list', () => ({ items, nextCursor: null }))
}

test('leader: sees who lives in the building, door by door, with masked names and what is out of the ordinary', async () => {
  signIn(aLeader())
  hold()
  openPage(ResidentsPage)
  expect(await screen.findByText('幸福里小区 4栋 201')).toBeVisible()
  const doors = screen.getAllByText(/^幸福里小区 4栋 \d+$/).map(({ textContent }) => textContent)
  expect(doors).toEqual(['幸福里小区 4栋 201', '幸福里小区 4栋 1502'])
  expect(screen.getAllByText('李**')).toHaveLength(2)
  expect(screen.getByText(words.noPhone)).toBeVisible()
  expect(screen.getByText('○ 等确认')).toBeVisible()
  expect(screen.getByText('租客 · 租到2025年1月31日')).toBeVisible()
  expect(screen.getByText(new RegExp(`3 位.*${words.seen}`))).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: words.open('老王', '幸福里小区 4栋 201') }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.person('resident-wang') })
})

test('leader: a building of several pages is read to its end', async () => {
  signIn(aLeader())
  holdPlaces()
  answer('resident.list', ({ cursor }) =>
    cursor
      ? {
          items: [aRow({ userId: 'resident-late', nickname: '最后一位', roomNumber: '101' })],
          nextCursor: null,
        }
      : { items: rows, nextCursor: 'next' },
  )
  openPage(ResidentsPage)
  expect(await screen.findByText('最后一位')).toBeVisible()
  expect(listed()).toHaveLength(2)
})

test('leader: narrows it down to a stairwell or a micro-grid', async () => {
  signIn(aLeader())
  hold()
  openPage(ResidentsPage)
  await tap('1号微网格')
  await waitFor(() => expect(listed()).toContainEqual(expect.objectContaining({ areaPath: gridOne })))
})

test('leader of a micro-grid: reads that one alone; a flat is found among those that are there', async () => {
  signIn(aLeader({ roles: [aGrant('microGridLeader', gridOne, { areaName: '4栋 1号微网格' })] }))
  hold()
  openPage(ResidentsPage)
  expect(await screen.findByText('4栋 1号微网格')).toBeVisible()
  expect(requestsOf('place.children')).toEqual([])
  await userEvent.type(screen.getByLabelText(finding.flat), '201')
  await tap(finding.find)
  expect(await screen.findByText(finding.found(1))).toBeVisible()
  expect(screen.getByText('老王')).toBeVisible()
  expect(requestsOf('resident.find')).toEqual([])
  for (const input of listed()) expect(input).toEqual({ areaPath: gridOne, limit: 50, cursor: null })
})

test('staff: goes from the community down to a building, and back up; nobody lists a whole community', async () => {
  signIn(aStaffMember())
  hold()
  openPage(ResidentsPage)
  expect(await screen.findByText(words.chooseFirst)).toBeVisible()
  expect(listed()).toEqual([])
  await tap('幸福里')
  await tap('4栋')
  expect(await screen.findByText('李奶奶')).toBeVisible()
  expect(listed()).toMatchObject([{ areaPath: places.building4 }])
  await tap(words.elsewhere)
  await tap('5栋')
  await waitFor(() => expect(listed()[1]).toMatchObject({ areaPath: places.building5 }))
})

test('staff: finds by name in the whole community, and by flat only in a building', async () => {
  signIn(aStaffMember())
  hold()
  answer('resident.find', ({ by }) => ({ items: by.kind === 'name' ? rows : [aRow()] }))
  openPage(ResidentsPage)
  const flat = await screen.findByLabelText(finding.flat)
  await userEvent.type(flat, '1502')
  expect(screen.getByText(finding.flatWide)).toBeVisible()
  await userEvent.type(screen.getByLabelText(finding.name), '李桂芳')
  await tap(finding.find)
  // A name and a flat: of those found by name, the ones of that flat.
  expect(await screen.findByText(finding.found(2))).toBeVisible()
  expect(requestsOf('resident.find').map(({ input }) => input)).toEqual([
    { areaPath: places.community, by: { kind: 'name', name: '李桂芳' } },
  ])
  await tap(finding.all)
  expect(screen.getByText(words.chooseFirst)).toBeVisible()
})

test('leader: finds by flat in the building; nobody there is said', async () => {
  signIn(aLeader())
  hold()
  answer('resident.find', () => ({ items: [] }))
  openPage(ResidentsPage)
  await userEvent.type(await screen.findByLabelText(finding.flat), '999')
  await tap(finding.find)
  expect(await screen.findByText(finding.none)).toBeVisible()
  expect(requestsOf('resident.find')[0]?.input).toEqual({
    areaPath: places.building4,
    by: { kind: 'flat', roomNumber: '999' },
  })
})

test('empty, or not to be fetched: both are said, and the button to add someone stays', async () => {
  signIn(aLeader())
  holdPlaces()
  answer('resident.list', () => {
    throw lost
  })
  openPage(ResidentsPage)
  await screen.findByText('网络断开了，连上后再点一次')
  hold([])
  await tap('再试一次')
  expect(await screen.findByText(words.empty)).toBeVisible()
  await tap(words.add)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.register(places.building4) })
})

test('neighbour: is told whose page this is, and nothing is asked of the cloud', async () => {
  signIn(anAccount())
  openPage(ResidentsPage)
  expect(await screen.findByText(words.noArea)).toBeVisible()
  expect(listed()).toEqual([])
})
