import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { careNeedNames, registering as words } from '@/copy/residents'
import { AppError } from '@/domain/shared/errors'
import RegisterPage from '@/packages/people/pages/register'
import { aGrant, aLeader, anAccount, aStaffMember } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'
import { aFlat, aResident, aRow, gridOne, holdPlaces } from './_support/residents'

const tap = async (words: string | RegExp) => userEvent.click(await screen.findByText(words))
const write = async (label: string, text: string) => userEvent.type(await screen.findByLabelText(label), text)
const put = () => requestsOf('resident.put').map(({ input }) => input)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([given]) => given?.title)
const hold = (...flats: ReturnType<typeof aFlat>[]): void => {
  holdPlaces()
  answer('place.households', () => ({ items: flats, nextCursor: null }))
  answer('resident.put', () => ({ userId: 'grandmother-li' }))
}

test('leader: registers someone without a phone: a flat of the list, no number, what needs care', async () => {
  signIn(aLeader())
  hold(aFlat('1502'))
  openPage(RegisterPage, { area: places.building4 })
  await write(words.nickname, '李奶奶')
  await write(words.flat, '1502')
  expect(await screen.findByText(words.flatKnown('幸福里小区 4栋 1502'))).toBeVisible()
  expect(screen.getByText(words.submit)).toHaveAttribute('aria-disabled', 'true')
  await tap('家人')
  await tap(careNeedNames.livesAlone)
  await tap(careNeedNames.elder)
  await tap(careNeedNames.elder)
  await tap(words.submit)
  await waitFor(() => expect(toasts()).toContain(words.done('李奶奶')))
  expect(put()).toEqual([
    {
      userId: null,
      nickname: '李奶奶',
      realName: null,
      phone: null,
      areaPath: places.building4,
      roomNumber: '1502',
      relation: 'family',
      guardianId: null,
      careNeeds: ['livesAlone'],
    },
  ])
  expect(Taro.navigateBack).toHaveBeenCalled()
})

test('leader: stairwells that count alike are asked about; the flat goes to its own stairwell', async () => {
  signIn(aLeader())
  hold(aFlat('502'), aFlat('502', places.unit))
  openPage(RegisterPage, { area: places.building4 })
  await write(words.nickname, '李奶奶')
  await write(words.flat, '502')
  await tap('业主')
  expect(screen.getByText(words.submit)).toHaveAttribute('aria-disabled', 'true')
  await tap('幸福里小区 4栋 2单元')
  await tap(words.submit)
  await waitFor(() => expect(put()).toMatchObject([{ areaPath: places.unit, roomNumber: '502' }]))
})

test('leader: a flat that the list lacks is said, and may be all the same', async () => {
  signIn(aLeader())
  hold(aFlat('1502'))
  openPage(RegisterPage, { area: places.building4 })
  await write(words.nickname, '李奶奶')
  await write(words.flat, '1703')
  expect(await screen.findByText(words.flatUnknown)).toBeVisible()
  await tap('业主')
  await tap(words.submit)
  await waitFor(() => expect(put()).toMatchObject([{ areaPath: places.building4, roomNumber: '1703' }]))
})

test('leader of a micro-grid: to its own flats only', async () => {
  signIn(aLeader({ roles: [aGrant('microGridLeader', gridOne)] }))
  hold(aFlat('1502'))
  openPage(RegisterPage, { area: gridOne })
  await write(words.nickname, '李奶奶')
  await tap('业主')
  await write(words.flat, '301')
  expect(await screen.findByText(words.flatNotMine)).toBeVisible()
  expect(screen.getByText(words.submit)).toHaveAttribute('aria-disabled', 'true')
  await userEvent.clear(screen.getByLabelText(words.flat))
  await write(words.flat, '1502')
  await tap(words.submit)
  // Its address is the building, not the micro-grid.
  await waitFor(() => expect(put()).toMatchObject([{ areaPath: places.building4, roomNumber: '1502' }]))
})

test('child: only with a grown-up of the flat, who has been confirmed and has a phone', async () => {
  signIn(aLeader())
  hold(aFlat('1502'))
  const grownUp = aRow({ userId: 'mother-li', nickname: '李妈妈', state: 'active' })
  answer('resident.find', () => ({
    items: [
      grownUp,
      aRow(),
      { ...grownUp, userId: 'tenant-wu', nickname: '小吴', standing: 'unconfirmed' as const },
    ],
  }))
  openPage(RegisterPage, { area: places.building4 })
  await write(words.nickname, '小宝')
  await write(words.flat, '1502')
  await tap('家人')
  await tap(words.child)
  expect(await screen.findByText('李妈妈')).toBeVisible()
  expect(screen.queryByText('小吴')).not.toBeInTheDocument()
  expect(screen.queryByText('李奶奶')).not.toBeInTheDocument()
  expect(screen.getByText(words.submit)).toHaveAttribute('aria-disabled', 'true')
  await tap('李妈妈')
  await tap(words.submit)
  await waitFor(() => expect(put()).toMatchObject([{ nickname: '小宝', guardianId: 'mother-li' }]))
})

test('child: without anybody to answer for it, whom to bring first is said', async () => {
  signIn(aLeader())
  hold(aFlat('1502'))
  answer('resident.find', () => ({ items: [] }))
  openPage(RegisterPage, { area: places.building4 })
  await write(words.flat, '1502')
  await tap(words.child)
  expect(await screen.findByText(words.noGuardian)).toBeVisible()
})

test('staff: chooses the building on the way', async () => {
  signIn(aStaffMember())
  hold(aFlat('1502'))
  openPage(RegisterPage, { area: places.community })
  await write(words.nickname, '李奶奶')
  await tap('幸福里')
  await tap('4栋')
  await write(words.flat, '1502')
  await tap('业主')
  await tap(words.submit)
  await waitFor(() => expect(put()).toMatchObject([{ areaPath: places.building4 }]))
})

test('what can’t be right is said where it stands, and nothing is sent', async () => {
  signIn(aLeader())
  hold(aFlat('1502'))
  openPage(RegisterPage, { area: places.building4 })
  await write(words.phone, '12345')
  await write(words.realName, '李')
  await write(words.flat, '十五楼')
  expect(screen.getByText(words.phoneWrong)).toBeVisible()
  expect(screen.getByText(words.realNameWrong)).toBeVisible()
  expect(screen.getByText(words.flatWrong)).toBeVisible()
  expect(screen.getByText(words.submit)).toHaveAttribute('aria-disabled', 'true')
})

test('the same person twice in a flat is said in words', async () => {
  signIn(aLeader())
  hold(aFlat('1502'))
  answer('resident.put', () => {
    throw new AppError('Conflict', { doubt: 'samePerson' })
  })
  openPage(RegisterPage, { area: places.building4 })
  await write(words.nickname, '李奶奶')
  await write(words.flat, '1502')
  await tap('业主')
  await tap(words.submit)
  await waitFor(() => expect(toasts()).toContain(words.twice))
  expect(screen.getByDisplayValue('李奶奶')).toBeVisible()
})

test('leader: puts right what stands there; what isn’t touched stays', async () => {
  signIn(aLeader())
  hold(aFlat('1502'))
  answer('resident.get', () => ({ resident: aResident({ allowedActions: ['correct'] }) }))
  openPage(RegisterPage, { id: 'grandmother-li' })
  const name = await screen.findByDisplayValue('李桂芳')
  await userEvent.clear(name)
  await write(words.realName, '李桂香')
  await tap(words.save)
  await waitFor(() => expect(put()).toHaveLength(1))
  expect(put()[0]).toMatchObject({
    userId: 'grandmother-li',
    realName: '李桂香',
    phone: '13800001111',
    areaPath: places.building4,
    roomNumber: '1502',
    relation: 'family',
    careNeeds: ['elder', 'livesAlone'],
  })
})

test('what stands there can’t be fetched: asked once more', async () => {
  signIn(aLeader())
  hold()
  answer('resident.get', () => {
    throw lost
  })
  openPage(RegisterPage, { id: 'grandmother-li' })
  expect(await screen.findByText('再试一次')).toBeVisible()
  answer('resident.get', () => refuse('NotFound'))
  await tap('再试一次')
  expect(await screen.findByText('没找到，可能已经撤下了')).toBeVisible()
})

test('neighbour: gets no form', async () => {
  signIn(anAccount())
  openPage(RegisterPage)
  expect(await screen.findByText('居民登记由楼长和社区来看')).toBeVisible()
  expect(screen.queryByText(words.submit)).not.toBeInTheDocument()
})
