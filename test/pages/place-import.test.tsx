import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { importWords as words } from '@/copy/place'
import type { Output } from '@/domain/contracts'
import ImportPage from '@/packages/place/pages/import'
import { aStaffMember } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

type Preview = Output<'place.previewImport'>
const found = {
  _id: 'request-import',
  estatePath: places.estate,
  state: 'ready' as const,
  done: 0,
  total: 1200,
}
const preview = (overrides: Partial<Preview> = {}): Preview => ({
  import: found,
  counts: {
    rows: 1300,
    newBuildings: 3,
    newUnits: 6,
    newGrids: 0,
    newHouseholds: 1190,
    changedHouseholds: 10,
    unchangedHouseholds: 0,
    missingHouseholds: 2,
  },
  ignoredColumns: ['面积'],
  errors: [],
  errorCount: 0,
  sample: [
    ['楼栋', '房号'],
    ['4栋', '1502'],
  ],
  ...overrides,
})

const choose = (size = 1000): void => {
  const file = { path: 'wxfile://list.xlsx', name: '住户.XLSX', size }
  ;(Taro.chooseMessageFile as unknown as jest.Mock).mockResolvedValue({ tempFiles: [file] })
}
const openImport = (): void => {
  signIn(aStaffMember())
  openPage(ImportPage, { estate: places.estate })
}
const tap = async (text: string): Promise<void> => void fireEvent.click(await screen.findByText(text))

test('staff: choose a list, see what it would change, say go, and watch it to its end', async () => {
  choose()
  answer('place.previewImport', () => preview())
  let done = 0
  answer('place.runImport', () => {
    done += 600
    return { import: { ...found, done, state: done === 1200 ? 'done' : 'running' } }
  })
  openImport()
  await tap(words.choose)
  expect(await screen.findByText(words.right(1300))).toBeVisible()
  expect(screen.getByText('1190')).toBeVisible()
  expect(screen.queryByText(words.counts.newGrids)).toBeNull()
  expect(screen.getByText(words.missingHint)).toBeVisible()
  expect(screen.getByText(words.ignored('面积'))).toBeVisible()
  expect(requestsOf('place.runImport')).toHaveLength(0)
  await tap(words.put)
  expect(await screen.findByText(new RegExp(words.doneHint(1200)))).toBeVisible()
  expect(requestsOf('place.runImport')).toHaveLength(2)
})

test('a list with errors: each is told by row and column, and there is nothing to say go to', async () => {
  choose()
  answer('place.previewImport', () =>
    preview({
      import: null,
      errorCount: 201,
      errors: [{ row: 17, column: 'room', problem: 'notARoom', value: '15O2' }],
    }),
  )
  openImport()
  await tap(words.choose)
  expect(await screen.findByText('第 17 行，房号：“15O2”里有字母 O，是不是 1502？')).toBeVisible()
  expect(screen.getByText(words.wrong(201))).toBeVisible()
  expect(screen.getByText(words.wrongMore(1))).toBeVisible()
  expect(screen.queryByText(words.put)).toBeNull()
  expect(screen.getByText(words.chooseAgain)).toBeVisible()
})

test('the network is gone half-way: it says that the cloud goes on, and can be gone on with', async () => {
  choose()
  answer('place.previewImport', () => preview())
  let times = 0
  answer('place.runImport', () => {
    times += 1
    if (times === 2) throw lost
    return { import: { ...found, done: times === 1 ? 500 : 1200, state: times === 1 ? 'running' : 'done' } }
  })
  openImport()
  await tap(words.choose)
  await tap(words.put)
  expect(await screen.findByText(words.stopped)).toBeVisible()
  expect(screen.getByText(words.progress(500, 1200))).toBeVisible()
  await tap(words.continue)
  expect(await screen.findByText(new RegExp(words.doneHint(1200)))).toBeVisible()
})

test('a file that is too large is not even sent, and giving up is no error', async () => {
  choose(6 * 1024 * 1024)
  openImport()
  await tap(words.choose)
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: words.tooLarge })),
  )
  ;(Taro.chooseMessageFile as unknown as jest.Mock).mockRejectedValue(new Error('cancel'))
  await tap(words.choose)
  expect(requestsOf('place.previewImport')).toHaveLength(0)
  expect(screen.getByText(words.lead)).toBeVisible()
})
