import type { Account } from '@/domain/account/schema'
import { importErrorWords } from '@/copy/place'
import { days, minutes } from '@/domain/shared/time'
import { aHousehold, cast, flats, grids, useNeighbours } from '../../support/neighbours'
import { clockOf } from '../../support/clock-of'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { makeXlsx } from '../../support/make-xlsx'
import { workingMorning } from '../../support/test-cloud'
import { opened } from '../../support/test-key'
import { csv, estateRows, headline, listsOf } from './_support/lists'
import { signalId } from '../../support/signal-id'

const test = useNeighbours()
const lists = listsOf(test)
const six = ['6栋', '2单元', '3', '302', '', '', '']

describe('files', () => {
  const table = [headline, ['6栋', '1单元', '15', '15-2', '1号微网格', '李秀兰', '业主'], six]
  const plain = table.map((row) => row.join(',')).join('\r\n')
  // 楼栋,单元,楼层,房号,微网格,姓名,关系 and a flat of 6栋 in GBK, as Excel in China writes a CSV.
  const gbk = Buffer.from(
    'c2a5b6b02cb5a5d4aa2cc2a5b2e32cb7bfbac52ccea2cdf8b8f12cd0d5c3fb2cb9d8cfb50d0a36b6b02c31b5a5d4aa2c31352c31352d322c2c2c0d0a36b6b02c32b5a5d4aa2c332c3330322c2c2c',
    'hex',
  )
  const files: [name: string, content: Buffer][] = [
    ['CSV in UTF-8', Buffer.from(plain)],
    ['CSV in UTF-8 with its mark', Buffer.from(`\ufeff${plain}`)],
    [
      'CSV in UTF-16 between tabs, as Excel calls Unicode text',
      Buffer.from(`\ufeff${plain.replace(/,/g, '\t')}`, 'utf16le'),
    ],
    ['XLSX', makeXlsx(table.map((row) => row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell))))],
  ]
  it.each(files)('%s is read', async (_name, content) => {
    const output = await lists.preview(lists.upload(content))
    expect(output.errors).toEqual([])
    expect(output.counts).toMatchObject({
      rows: 2,
      newBuildings: 1,
      newUnits: 2,
      newGrids: 1,
      newHouseholds: 2,
    })
    expect(output.sample.slice(0, 2)).toEqual([headline, table[1]])
  })

  it('reads CSV in GBK', async () => {
    const { errors, counts, ignoredColumns } = await lists.preview(lists.upload(gbk))
    expect(errors).toEqual([])
    expect(counts).toMatchObject({ rows: 2, newBuildings: 1, newUnits: 2, newHouseholds: 2 })
    expect(ignoredColumns).toEqual([])
  })

  it('tells of a door that Excel took for a day', async () => {
    const days = makeXlsx([headline, ['6栋', '1单元', 15, new Date(Date.UTC(2025, 1, 15)), null, null, null]])
    const { errors } = await lists.preview(lists.upload(days))
    expect(errors).toEqual([{ row: 2, column: 'room', problem: 'becameADay', value: '2025-02-15' }])
  })

  const broken: [what: string, content: Buffer, words: string][] = [
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
      '这份文件打不开，要 Excel 的 .xlsx 或 CSV 表格。',
    ],
    [
      'an XLSX cut short',
      makeXlsx(table).subarray(0, 300),
      '这份文件打不开，要 Excel 的 .xlsx 或 CSV 表格。',
    ],
    [
      'an old .xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '这是老版的 .xls 文件，用 Excel 打开，另存为 .xlsx 再选一次。',
    ],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), '文件超过 5 MB 了，请分成几份。'],
    ['nothing', Buffer.from(''), '第 1 行，楼栋：没有这一列，请在表头写上。'],
  ]
  it.each(broken)('%s is told in words', async (_what, content, words) => {
    const output = await lists.preview(lists.upload(content))
    expect(output.import).toBeNull()
    expect(output.errors[0] && importErrorWords(output.errors[0])).toBe(words)
  })

  it('staff: cannot read a file that somebody else uploaded, or one that is no list', async () => {
    for (const fileId of [
      lists.upload(csv(six), 'staff-deng'),
      test.cloud.storage.write('photos/one.csv', csv(six)),
      lists.upload(csv(six)).replace('imports/', 'imports/../imports/'),
    ]) {
      expect(
        await test.as(cast.staff).code('place.previewImport', { estatePath: places.estate, fileId }),
      ).toBe('Forbidden')
    }
  })
})

describe('a list with errors', () => {
  it('puts nothing in place, and can’t be run', async () => {
    const output = await lists.preview(lists.upload(csv(six, ['6栋', '2单元', '4', '302', '', '', ''])))
    expect(output).toMatchObject({ import: null, errorCount: 2, sample: [] })
    expect(await lists.households({ buildingPath: `${places.estate}b6/` })).toEqual([])
    expect(await test.cloud.database.count('placeImports', { state: 'ready' })).toBe(0)
    const [refused] = await test.cloud.database.find('placeImports')
    expect(await test.as(cast.staff).code('place.runImport', { importId: String(refused?._id) })).toBe(
      'Conflict',
    )
  })

  it('answers the first two hundred errors and says how many there are', async () => {
    const rows = Array.from({ length: 300 }, () => ['6栋', '', '', '15O2', '', '', ''])
    const { errors, errorCount } = await lists.preview(lists.upload(csv(...rows)))
    expect([errors.length, errorCount]).toEqual([200, 300])
  })
})

describe('a list put in place', () => {
  it('changes nothing before staff say go', async () => {
    const before = [await lists.households(), await test.cloud.database.find('areas')]
    const { import: found } = await lists.preview(lists.upload(csv(...estateRows(1, 3))))
    expect(found).toMatchObject({ state: 'ready', done: 0, total: 12 })
    expect([await lists.households(), await test.cloud.database.find('areas')]).toEqual(before)
  })

  it('makes buildings, stairwells and grids, then flats, under the names of the list', async () => {
    await lists.put(csv(['翠竹轩', '东单元', '2', '201', '幸福网格', '李秀兰', '租客'], six))
    const areas = await test.cloud.database.find('areas', { _id: { $regex: `^${places.estate}(x1|b6)/` } })
    expect(areas.map(({ _id, fullName }) => [_id, fullName]).sort()).toEqual([
      [`${places.estate}b6/`, '幸福里小区 6栋'],
      [`${places.estate}b6/u2/`, '幸福里小区 6栋2单元'],
      [`${places.estate}x1/`, '幸福里小区 翠竹轩'],
      [`${places.estate}x1/g-x1/`, '幸福里小区 翠竹轩 幸福网格'],
      [`${places.estate}x1/x1/`, '幸福里小区 翠竹轩东单元'],
    ])
    expect(await lists.households({ areaPath: `${places.estate}x1/x1/` })).toEqual([
      expect.objectContaining({
        areaName: '幸福里小区 翠竹轩东单元',
        gridPath: `${places.estate}x1/g-x1/`,
        roomNumber: '201',
        register: [{ name: '李秀兰', relation: 'tenant' }],
        isUnlisted: false,
      }),
    ])
  })

  it('is unchanged when it comes again, in whatever order, and tells what the new one lacks', async () => {
    const rows = estateRows(2, 5)
    await lists.put(csv(...rows))
    const before = await lists.households()
    const again = await lists.put(csv(...[...rows].reverse()))
    expect(again.counts).toMatchObject({ newHouseholds: 0, changedHouseholds: 0, unchangedHouseholds: 40 })
    expect(await lists.households()).toEqual(before)
    const shorter = await lists.preview(lists.upload(csv(...rows.slice(1))))
    // What the estate had before counts among them.
    expect(shorter.counts.missingHouseholds).toBe(flats.length + 1)
    await lists.run(shorter.import?._id ?? '')
    expect(await lists.households()).toEqual(before)
  })

  it('updates floor, grid and register of a changed row, and leaves alone what it has no column for', async () => {
    const output = await lists.put(csv(['4栋', '', '15', '1502', '2号微网格', '林国强', '业主']))
    expect(output.counts).toMatchObject({ newGrids: 0, newHouseholds: 0, changedHouseholds: 1 })
    const [flat] = await lists.households({ _id: aHousehold({ roomNumber: '1502' })._id })
    expect(flat).toMatchObject({ gridPath: grids.two, register: [{ name: '林国强', relation: 'owner' }] })
    await lists.put(Buffer.from('楼栋,房号\n4栋,1502'))
    expect(await lists.households({ _id: flat?._id })).toEqual([flat])
  })

  it('people follow their flat into another micro-grid, with all that hangs on it', async () => {
    await lists.put(csv(['4栋', '', '15', '1502', '2号微网格', '林国强', '业主']))
    for (const id of ['person-lin', 'housemate-he', 'mother-lin']) {
      const account = opened(
        'accounts',
        (await test.cloud.database.get('accounts', id)) as unknown as Account,
      )
      expect(account.memberships[0]).toMatchObject({ gridPath: grids.two, roomNumber: '1502' })
      expect(account.homeAt).toContain(grids.two)
      expect(account.homeAt).not.toContain(grids.one)
      expect(await test.cloud.database.get('signals', signalId(`user:${id}`))).toMatchObject({ n: 1 })
    }
    const removed = (await test.cloud.database.get('accounts', 'removed-xu')) as unknown as Account
    expect(removed.memberships[0]).toMatchObject({ gridPath: grids.one })
  })

  it('a flat that a newcomer named before the list did is listed now, and stays theirs', async () => {
    const flat = aHousehold({ roomNumber: '1601', isUnlisted: true, gridPath: null })
    await test.cloud.database.insert('households', [flat])
    const { counts } = await lists.put(csv(['4栋', '', '16', '1601', '', '', '']))
    expect(counts).toMatchObject({ newHouseholds: 0, changedHouseholds: 1 })
    expect(await lists.households({ _id: flat._id })).toEqual([
      expect.objectContaining({ isUnlisted: false }),
    ])
  })

  it('a part that comes twice, or two at once, put every flat there once', async () => {
    const { import: found } = await lists.preview(lists.upload(csv(...estateRows(4, 10))))
    const run = () => test.as(cast.staff).call('place.runImport', { importId: found?._id ?? '' })
    await Promise.all([run(), run(), run()])
    await lists.run(found?._id ?? '')
    expect(await lists.households({ buildingPath: { $gte: `${places.estate}b11/` } })).toHaveLength(
      160 + flats.filter(({ buildingPath }) => buildingPath >= `${places.estate}b11/`).length,
    )
    expect(await test.cloud.database.count('areas', { level: 'building' })).toBe(6)
  })

  it('the clock finishes what a phone began, and only after the phone has been still for a minute', async () => {
    const clock = clockOf(test)
    const { import: found } = await lists.preview(lists.upload(csv(...estateRows(7, 20))))
    const importId = found?._id ?? ''
    const first = await test.as(cast.staff).call('place.runImport', { importId })
    expect(first.import).toMatchObject({ state: 'running', done: 500, total: 560 })
    await clock.minute()
    expect(await test.cloud.database.get('placeImports', importId)).toMatchObject({
      state: 'running',
      done: 500,
    })
    test.cloud.clock.set(workingMorning + minutes(2))
    await clock.minute()
    expect(await test.cloud.database.get('placeImports', importId)).toMatchObject({
      state: 'done',
      done: 560,
    })
    expect(await lists.households()).toHaveLength(flats.length + 560)
  })

  it('a file with names is deleted once it is done with, refused, or forgotten for a day', async () => {
    const clock = clockOf(test)
    const done = lists.upload(csv(six))
    const { import: found } = await lists.preview(done)
    await lists.run(found?._id ?? '')
    const refused = lists.upload(csv(['6栋', '', '', '15O2', '', '', '']))
    await lists.preview(refused)
    const forgotten = lists.upload(csv(six))
    const { import: left } = await lists.preview(forgotten)
    const { fileId: exported } = await test.as(cast.staff).call('place.export', { estatePath: places.estate })
    const there = () =>
      [done, refused, forgotten, exported].map((file) => test.cloud.storage.read(file) !== null)
    test.cloud.clock.set(workingMorning + minutes(2))
    await clock.minute()
    expect(there()).toEqual([false, true, true, true])
    test.cloud.clock.set(workingMorning + days(1) + minutes(2))
    await clock.minute()
    expect(there()).toEqual([false, false, false, false])
    expect(await test.as(cast.staff).code('place.runImport', { importId: left?._id ?? '' })).toBe('Conflict')
    expect(await test.cloud.database.count('placeImports', { wakeAt: { $ne: null } })).toBe(0)
  })

  it('a list whose file is lost ends as failed, and the clock tries it no more; what is in place stays', async () => {
    const clock = clockOf(test)
    const file = lists.upload(csv(...estateRows(7, 20)))
    const { import: found } = await lists.preview(file)
    const importId = found?._id ?? ''
    await test.as(cast.staff).call('place.runImport', { importId })
    const gone = file.replace('.csv', '-gone.csv')
    await test.cloud.database.update('placeImports', { _id: importId }, { $set: { fileId: gone } })
    test.cloud.clock.set(workingMorning + minutes(2))
    await clock.minute()
    const kept = () => test.cloud.database.get('placeImports', importId)
    expect(await kept()).toMatchObject({ state: 'failed', done: 500 })
    test.cloud.clock.set(workingMorning + minutes(4))
    await clock.minute()
    expect(await kept()).toMatchObject({ state: 'failed', wakeAt: null })
    expect(await lists.households()).toHaveLength(flats.length + 500)
  })

  it('a list that no longer fits, since its estate is gone, is given up', async () => {
    const { import: found } = await lists.preview(lists.upload(csv(six)))
    await test.cloud.database.update('areas', { _id: places.estate }, { $set: { retiredAt: workingMorning } })
    expect(await test.as(cast.staff).code('place.runImport', { importId: found?._id ?? '' })).toBe('Conflict')
    expect(await test.cloud.database.get('placeImports', found?._id ?? '')).toMatchObject({
      state: 'cancelled',
    })
  })

  it('three thousand flats: preview and six parts and few waits for each', async () => {
    const startedAt = performance.now()
    const rows = estateRows(25, 30)
    const output = await lists.preview(lists.upload(csv(...rows)))
    expect(output.counts).toMatchObject({
      rows: 3000,
      newBuildings: 25,
      newUnits: 50,
      newGrids: 50,
      newHouseholds: 3000,
    })
    expect(lastAnswer(test, 'place.previewImport').waits).toBeLessThanOrEqual(3)
    expect(await lists.run(output.import?._id ?? '')).toBe(6)
    const last = lastAnswer(test, 'place.runImport')
    expect(last.waits).toBeLessThanOrEqual(5)
    expect(await lists.households()).toHaveLength(flats.length + 3000)
    // A third of it on a machine that has little else to do.
    expect(performance.now() - startedAt).toBeLessThan(60_000)
  }, 90_000)
})
