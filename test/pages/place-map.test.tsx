import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { buildingWords, mapWords } from '@/copy/place'
import type { AreaView, HouseholdView } from '@/domain/place/contract'
import type { PlaceLevel } from '@/domain/shared/area'
import BuildingPage from '@/packages/place/pages/building'
import MapPage from '@/packages/place/pages/map'
import { AppError } from '@/domain/shared/errors'
import { aLeader, anAccount, aStaffMember } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const area = (_id: string, level: PlaceLevel, name: string, overrides: Partial<AreaView> = {}): AreaView => ({
  _id,
  level,
  name,
  fullName: name,
  order: 1,
  householdCount: 6,
  residentCount: 5,
  ...overrides,
})
const estate = area(places.estate, 'estate', '幸福里小区')
const building = area(places.building4, 'building', '4栋', { fullName: '幸福里小区 4栋' })
const unit = area(places.unit, 'unit', '2单元', { fullName: '幸福里小区 4栋2单元' })
const grid = area(`${places.building4}g-1/`, 'grid', '1号微网格', { fullName: '幸福里小区 4栋 1号微网格' })

const flat = (roomNumber: string, overrides: Partial<HouseholdView> = {}): HouseholdView => ({
  _id: `household-${roomNumber}`,
  areaPath: places.unit,
  buildingPath: places.building4,
  estatePath: places.estate,
  areaName: '幸福里小区 4栋2单元',
  gridPath: null,
  floor: Number(roomNumber.slice(0, -2)),
  roomNumber,
  register: [],
  isUnlisted: false,
  residentCount: 0,
  ...overrides,
})

const holdBuilding = (flats: HouseholdView[]): void => {
  answer('place.children', () => ({ area: building, children: [unit, grid] }))
  answer('place.households', () => ({ items: flats, nextCursor: null }))
}
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const sheet = () => within(screen.getByRole('dialog'))
const write = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe('the map', () => {
  test('staff: the one community that they keep is open at once; an estate leads on', async () => {
    signIn(aStaffMember())
    const community = area(places.community, 'community', '幸福社区')
    answer('place.children', ({ areaPath }) =>
      areaPath ? { area: community, children: [estate] } : { area: null, children: [community] },
    )
    openPage(MapPage)
    fireEvent.click(await button('幸福里小区'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: `/packages/place/pages/map/index?area=${encodeURIComponent(places.estate)}`,
    })
    expect(screen.getAllByText('6 户 · 5 位邻居')).toHaveLength(2)
  })

  test('staff: add a building; a name that is taken is told in the sheet, and nothing is lost', async () => {
    signIn(aStaffMember())
    answer('place.children', () => ({ area: estate, children: [] }))
    answer('place.putArea', () => {
      throw new AppError('Conflict', { what: 'name' })
    })
    openPage(MapPage, { area: places.estate })
    expect(await screen.findByText(mapWords.empty.estate)).toBeVisible()
    fireEvent.click(await button(mapWords.add.estate))
    write(mapWords.nameLabel, '4栋')
    fireEvent.click(sheet().getByText(mapWords.save))
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: mapWords.sameName })),
    )
    expect(screen.getByLabelText(mapWords.nameLabel)).toHaveValue('4栋')
    expect(requestsOf('place.putArea')[0]?.input).toEqual({
      parentPath: places.estate,
      areaPath: null,
      name: '4栋',
    })
  })

  test('staff: taking a place off the map is confirmed in words that name the consequence', async () => {
    signIn(aStaffMember())
    answer('place.children', () => ({ area: estate, children: [] }))
    answer('place.retireArea', () => ({}))
    openPage(MapPage, { area: places.estate })
    fireEvent.click(await button(mapWords.retire))
    expect(screen.getByText(mapWords.retireCheck('estate'))).toBeVisible()
    expect(requestsOf('place.retireArea')).toHaveLength(0)
    fireEvent.click(sheet().getByText(mapWords.retire))
    await waitFor(() => expect(requestsOf('place.retireArea')).toHaveLength(1))
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  })

  test('staff: a list is taken out in two taps, told that residents see it', async () => {
    signIn(aStaffMember())
    answer('place.children', () => ({ area: estate, children: [] }))
    answer('place.export', () => ({ fileId: 'cloud://test/exports/list.csv', rows: 432 }))
    ;(Taro.getFileSystemManager as unknown as jest.Mock).mockReturnValue({
      readFile: ({ success }: { success: (result: object) => void }) => success({ data: '楼栋' }),
      writeFile: ({ success }: { success: () => void }) => success(),
    })
    ;(Taro.getDeviceInfo as unknown as jest.Mock).mockReturnValue({ platform: 'ios' })
    openPage(MapPage, { area: places.estate })
    fireEvent.click(await button(mapWords.export))
    expect(screen.getByText(mapWords.exportCheck)).toBeVisible()
    fireEvent.click(sheet().getByText(mapWords.exportStart))
    fireEvent.click(await screen.findByText(mapWords.exportSave))
    await waitFor(() =>
      expect(Taro.shareFileMessage).toHaveBeenCalledWith(
        expect.objectContaining({ fileName: '幸福里小区住户名单.csv' }),
      ),
    )
  })

  test('leader: looks, and is offered nothing to change', async () => {
    signIn(aLeader())
    answer('place.children', ({ areaPath }) =>
      areaPath ? { area: building, children: [unit] } : { area: null, children: [building] },
    )
    openPage(MapPage)
    expect(await button('幸福里小区 4栋')).toBeVisible()
    expect(screen.queryByText(mapWords.add.estate)).toBeNull()
  })

  test('nobody’s map, and no network: each has its face', async () => {
    signIn(anAccount())
    answer('place.children', () => ({ area: null, children: [] }))
    const { unmount } = openPage(MapPage)
    expect(await screen.findByText(mapWords.none)).toBeVisible()
    unmount()
    answer('place.children', () => {
      throw lost
    })
    openPage(MapPage)
    expect(await screen.findByText('再试一次')).toBeVisible()
  })
})

describe('a building', () => {
  const flats = [
    flat('301', { residentCount: 2, gridPath: grid._id }),
    flat('302'),
    flat('1502', { isUnlisted: true }),
  ]

  test('is drawn as it stands: the highest floor first, who lives there, and what no list knows', async () => {
    signIn(aStaffMember())
    holdBuilding(flats)
    openPage(BuildingPage, { area: places.building4 })
    expect(await button(buildingWords.flatLabel('301', 2, '1号微网格'))).toBeVisible()
    const floors = screen.getAllByText(/^\d+层$/).map(({ textContent }) => textContent)
    expect(floors).toEqual(['15层', '3层'])
    expect(screen.getByText(buildingWords.unlisted)).toBeVisible()
  })

  test('staff: open a flat, add somebody to its register, save', async () => {
    signIn(aStaffMember())
    holdBuilding(flats)
    answer('place.household', () => ({ household: flat('302') }))
    answer('place.putHousehold', () => ({ household: flat('302') }))
    openPage(BuildingPage, { area: places.building4 })
    fireEvent.click(await button(/^302，/))
    fireEvent.click(await screen.findByText(buildingWords.registerAdd))
    expect(screen.getByText(buildingWords.seenHint)).toBeVisible()
    write(buildingWords.registerName(1), '李秀兰')
    fireEvent.click(sheet().getByText('租客'))
    write(buildingWords.floorLabel, '9')
    fireEvent.click(sheet().getByText(buildingWords.saveFlat))
    expect(await screen.findByText(buildingWords.floorWrong)).toBeVisible()
    write(buildingWords.floorLabel, '')
    fireEvent.click(sheet().getByText(buildingWords.saveFlat))
    await waitFor(() =>
      expect(requestsOf('place.putHousehold')[0]?.input).toEqual({
        areaPath: places.unit,
        roomNumber: '302',
        floor: null,
        register: [{ name: '李秀兰', relation: 'tenant' }],
      }),
    )
  })

  test('leader: sees the names of a flat and can change none', async () => {
    signIn(aLeader())
    holdBuilding(flats)
    answer('place.household', () => ({
      household: flat('302', { register: [{ name: '李秀兰', relation: 'owner' }] }),
    }))
    openPage(BuildingPage, { area: places.building4 })
    fireEvent.click(await button(/^302，/))
    expect(await screen.findByText('李秀兰')).toBeVisible()
    expect(screen.queryByText(buildingWords.saveFlat)).toBeNull()
    expect(screen.queryByText(buildingWords.removeFlat)).toBeNull()
  })

  test('staff: make a micro-grid of a floor and a flat', async () => {
    signIn(aStaffMember())
    holdBuilding(flats)
    answer('place.putGrid', () => ({ area: grid }))
    openPage(BuildingPage, { area: places.building4 })
    fireEvent.click(await button(buildingWords.addGrid))
    fireEvent.click(await button('3层'))
    fireEvent.click(screen.getByRole('checkbox', { name: /^1502，/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: /^301，/ }))
    fireEvent.click(await button(buildingWords.gridDone(2)))
    write(mapWords.nameLabel, '3号微网格')
    fireEvent.click(sheet().getByText(mapWords.save))
    await waitFor(() =>
      expect(requestsOf('place.putGrid')[0]?.input).toEqual({
        buildingPath: places.building4,
        gridPath: null,
        name: '3号微网格',
        householdIds: ['household-302', 'household-1502'],
      }),
    )
  })

  test('staff: add a flat; a number that no door has is told', async () => {
    signIn(aStaffMember())
    holdBuilding([])
    answer('place.putHousehold', () => ({ household: flat('303') }))
    openPage(BuildingPage, { area: places.building4 })
    expect(await screen.findByText(buildingWords.empty)).toBeVisible()
    fireEvent.click(await button(buildingWords.addFlat))
    write(buildingWords.room, '三零三')
    fireEvent.click(sheet().getByText(buildingWords.saveFlat))
    expect(await screen.findByText(buildingWords.roomWrong)).toBeVisible()
    write(buildingWords.room, '303')
    fireEvent.click(sheet().getByText(buildingWords.saveFlat))
    await waitFor(() =>
      expect(requestsOf('place.putHousehold')[0]?.input).toMatchObject({
        areaPath: places.unit,
        roomNumber: '303',
      }),
    )
  })
})
