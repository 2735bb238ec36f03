import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { errorWords } from '@/copy/errors'
import { eachNames, paperNames, printWords as words } from '@/copy/print-page'
import { mostCodes } from '@/domain/print/contract'
import { AppError } from '@/domain/shared/errors'
import { CodePaperSheet, PapersSheet } from '@/packages/staff/pages/invite/_components/papers-sheet'
import { places } from '../support/factories/places'
import { answer, downloads, failDownloads, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage } from './_support/render-page'

const areas = [
  { areaPath: places.estate, areaName: '幸福里小区' },
  { areaPath: places.building4, areaName: '幸福里小区 4栋' },
]
const fileId = 'cloud://test/papers/one.pdf'
const onClose = jest.fn()
const openSheet = () => openPage(() => <PapersSheet areas={areas} onClose={onClose} />)
const told = (title: string) =>
  waitFor(() => expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title })))

test('staff: chooses where, one for what, and the paper; the file opens by itself', async () => {
  answer('print.posters', () => ({ fileId, codes: 12, made: 3, left: 0 }))
  openSheet()
  await userEvent.click(screen.getByRole('radio', { name: '幸福里小区 4栋' }))
  await userEvent.click(screen.getByRole('radio', { name: eachNames.unit }))
  await userEvent.click(screen.getByRole('radio', { name: paperNames.slip }))
  await userEvent.click(screen.getByText(words.make))
  expect(await screen.findByText(words.made(12, 3))).toBeVisible()
  await waitFor(() => expect(Taro.openDocument).toHaveBeenCalledTimes(1))
  expect(downloads).toEqual([fileId])
  expect(requestsOf('print.posters')[0]?.input).toEqual({
    areaPath: places.building4,
    each: 'unit',
    paper: 'slip',
  })
})

test('staff of a community: goes down to an estate, whose codes are made some at a time', async () => {
  const community = { areaPath: places.community, areaName: '幸福社区' }
  const at = { order: 1, householdCount: 0, residentCount: 0 }
  answer('place.children', ({ areaPath }) => ({
    area: { ...at, _id: areaPath ?? '', level: 'community', name: '幸福社区', fullName: '幸福社区' },
    children:
      areaPath === places.community
        ? [{ ...at, _id: places.estate, level: 'estate', name: '幸福里小区', fullName: '幸福里小区' }]
        : [],
  }))
  const answers = [
    () => ({ fileId: null, codes: 30, made: 20, left: 10 }),
    () => {
      throw lost
    },
    () => ({ fileId, codes: 30, made: 10, left: 0 }),
  ]
  answer('print.posters', () => answers.shift()!())
  openPage(() => <PapersSheet areas={[community]} onClose={onClose} />)
  await userEvent.click(await screen.findByRole('radio', { name: '幸福里小区' }))
  await userEvent.click(screen.getByText(words.make))
  expect(await screen.findByText(words.stopped(20, 30))).toBeVisible()
  await userEvent.click(screen.getByText(words.make))
  expect(await screen.findByText(/^30 张做好了/)).toBeVisible()
  const [first, second, third] = requestsOf('print.posters')
  expect(third!.input).toMatchObject({ areaPath: places.estate })
  expect(second!.requestId).not.toBe(first!.requestId)
  expect(third!.requestId).toBe(second!.requestId)
})

test('staff: too many buildings: is told to take them one by one', async () => {
  answer('print.posters', () => refuse('LimitReached'))
  openSheet()
  await userEvent.click(screen.getByText(words.make))
  await told(words.tooMany(mostCodes))
})

test('staff: without a network, trying again repeats the same request', async () => {
  answer('print.posters', () => {
    throw lost
  })
  openSheet()
  await userEvent.click(screen.getByText(words.make))
  await told(errorWords(new AppError('Offline')))
  await userEvent.click(screen.getByText(words.make))
  await waitFor(() => expect(requestsOf('print.posters')).toHaveLength(2))
  const [one, two] = requestsOf('print.posters')
  expect(two!.requestId).toBe(one!.requestId)
})

test('staff: a file that could not be fetched is opened again, not made again', async () => {
  answer('print.posters', () => ({ fileId, codes: 2, made: 0, left: 0 }))
  openSheet()
  failDownloads()
  await userEvent.click(screen.getByText(words.make))
  await told(errorWords(new AppError('Offline')))
  failDownloads(false)
  await userEvent.click(screen.getByText(words.open))
  await waitFor(() => expect(Taro.openDocument).toHaveBeenCalledTimes(1))
  expect(requestsOf('print.posters')).toHaveLength(1)
})

test('leader: prints one code as a poster', async () => {
  answer('print.invitation', () => ({ fileId }))
  openPage(() => <CodePaperSheet code="invite-building-4" areaName="幸福里小区 4栋" onClose={onClose} />)
  await userEvent.click(screen.getByText(words.make))
  expect(await screen.findByText(words.oneMade)).toBeVisible()
  expect(requestsOf('print.invitation')[0]?.input).toEqual({ code: 'invite-building-4', paper: 'poster' })
})
