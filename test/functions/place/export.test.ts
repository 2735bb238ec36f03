import { places } from '../../support/factories/places'
import { cast, flats, useNeighbours } from '../../support/neighbours'
import { csv, estateRows, listsOf } from './_support/lists'

const test = useNeighbours()
const lists = listsOf(test)

const exported = async (requestId?: string): Promise<{ text: string; rows: number }> => {
  const { fileId, rows } = await test
    .as(cast.staff)
    .call('place.export', { estatePath: places.estate }, requestId)
  return { text: String(test.cloud.storage.read(fileId)), rows }
}

it('staff: every flat, building by building, floor by floor, with Excel’s mark', async () => {
  const { text, rows } = await exported()
  expect(rows).toBe(flats.length)
  expect(text.split('\r\n')).toEqual([
    '\ufeff楼栋,单元,楼层,房号,微网格,姓名,关系',
    '4栋,,3,301,2号微网格,,',
    '4栋,,3,302,2号微网格,,',
    '4栋,,14,1401,1号微网格,,',
    '4栋,,14,1402,1号微网格,吴建国,业主',
    '4栋,,15,1501,1号微网格,,',
    '4栋,,15,1502,1号微网格,林国强,业主',
    '5栋,,3,301,,,',
    '',
  ])
})

it('the import reads it back and finds nothing to do', async () => {
  await lists.put(csv(...estateRows(2, 12), ['翠竹轩', '东单元', '-1', 'B101', '', '李秀兰', '租客']))
  const before = await lists.households()
  const { text } = await exported()
  const again = await lists.preview(lists.upload(Buffer.from(text)))
  expect(again.counts).toEqual({
    rows: flats.length + 97,
    newBuildings: 0,
    newUnits: 0,
    newGrids: 0,
    newHouseholds: 0,
    changedHouseholds: 0,
    unchangedHouseholds: flats.length + 97,
    missingHouseholds: 0,
  })
  await lists.run(again.import?._id ?? '')
  expect(await lists.households()).toEqual(before)
})

it('more than a thousand flats are all there', async () => {
  await lists.put(csv(...estateRows(9, 30)))
  expect((await exported()).rows).toBe(flats.length + 1080)
})

it('those who live where the list names somebody see that it was taken, once a day', async () => {
  await exported('request-export-1')
  await exported('request-export-2')
  const lines = await test.cloud.database.find('accesses', { by: 'staff-chen' })
  expect(lines.map(({ userId, kind, areaName }) => [userId, kind, areaName]).sort()).toEqual([
    ['housemate-he', 'list', '幸福里'],
    ['mother-lin', 'list', '幸福里'],
    ['person-lin', 'list', '幸福里'],
    ['unconfirmed-wu', 'list', '幸福里'],
  ])
})

it('sent twice it is one file, and another’s request is no way to get at it', async () => {
  const estate = { estatePath: places.estate }
  const first = await test.as(cast.staff).call('place.export', estate, 'export-of-chen-1')
  const again = await test.as(cast.staff).call('place.export', estate, 'export-of-chen-1')
  expect(again.fileId).toBe(first.fileId)
  expect(await test.as(cast.secondStaff).code('place.export', estate, 'export-of-chen-1')).toBe('Conflict')
})
