import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { certificateWords as words } from '@/copy/certificate'
import { errorWords } from '@/copy/errors'
import type { MyCertificate } from '@/domain/certificate/contract'
import { dayKey } from '@/domain/shared/calendar'
import { AppError } from '@/domain/shared/errors'
import CertificatePage from '@/packages/record/pages/certificate'
import { aVolunteer } from '../support/factories/account'
import { places, startOfTests } from '../support/factories/places'
import { answer, downloads, failDownloads, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const aCertificate = (overrides: Partial<MyCertificate> = {}): MyCertificate => ({
  _id: 'certificate-0001',
  code: '4F7K9Q2MXW03',
  maskedName: '王**',
  communityPath: places.community,
  communityName: '幸福社区',
  from: '2025-01-01',
  to: '2025-03-05',
  minutes: 95,
  visits: 3,
  rows: [{ name: '小修小补', visits: 3, minutes: 95 }],
  issuedAt: startOfTests,
  fileId: 'cloud://test/certificates/one.pdf',
  revoked: null,
  ...overrides,
})

function openCertificates(items: MyCertificate[] = [], account = aVolunteer()): void {
  signIn(account)
  answer('certificate.list', () => ({ items, nextCursor: null }))
  openPage(CertificatePage)
}

const asked = () => requestsOf('certificate.issue').map(({ input }) => input)
const year = Number(dayKey(Date.now()).slice(0, 4))

test('volunteer: has none yet, asks for this year’s, and finds it in the list', async () => {
  openCertificates()
  expect(await screen.findByText(words.empty)).toBeVisible()
  answer('certificate.issue', () => ({ certificate: aCertificate(), elsewhere: [] }))
  answer('certificate.list', () => ({ items: [aCertificate()], nextCursor: null }))
  await userEvent.click(screen.getByText(words.issue))
  expect(await screen.findByText('1.5 小时')).toBeVisible()
  expect(asked()).toEqual([{ from: `${year}-01-01`, to: dayKey(Date.now()), communityPath: null }])
  expect(screen.getByText('2025年1月1日至2025年3月5日')).toBeVisible()
  expect(screen.getByText(/编号 4F7K-9Q2M-XW03/)).toBeVisible()
})

test('volunteer: last year is all of last year', async () => {
  openCertificates()
  answer('certificate.issue', () => refuse('NothingServed'))
  await userEvent.click(await screen.findByRole('radio', { name: '去年' }))
  await userEvent.click(screen.getByText(words.issue))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: errorWords(new AppError('NothingServed')) }),
    ),
  )
  expect(asked()).toEqual([{ from: `${year - 1}-01-01`, to: `${year - 1}-12-31`, communityPath: null }])
})

test('volunteer: days of their own can be chosen, each by name', async () => {
  openCertificates()
  await userEvent.click(await screen.findByRole('radio', { name: '自己选' }))
  expect(screen.getByLabelText(new RegExp(`从哪天起：${year}年1月1日`))).toBeVisible()
  expect(screen.getByLabelText(/到哪天止：/)).toBeVisible()
})

test('volunteer: knows under which name before anything is made', async () => {
  openCertificates([], aVolunteer({ realName: '王建国' }))
  expect(await screen.findByText('证明上写您的姓名：王建国')).toBeVisible()
})

test('volunteer: without a network, asking again is one asking', async () => {
  openCertificates()
  answer('certificate.issue', () => {
    throw lost
  })
  await userEvent.click(await screen.findByText(words.issue))
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
  await userEvent.click(screen.getByText(words.issue))
  await waitFor(() => expect(asked()).toHaveLength(2))
  const [one, two] = requestsOf('certificate.issue')
  expect(two!.requestId).toBe(one!.requestId)
})

test('volunteer: service for another community gets its own paper, offered once', async () => {
  openCertificates()
  answer('certificate.issue', ({ communityPath }) => ({
    certificate: aCertificate(),
    elsewhere: communityPath === null ? [places.otherCommunity] : [places.community],
  }))
  await userEvent.click(await screen.findByText(words.issue))
  await userEvent.click(await screen.findByText(words.issueElsewhere))
  await waitFor(() => expect(screen.queryByText(words.issueElsewhere)).toBeNull())
  expect(asked()[1]).toMatchObject({ communityPath: places.otherCommunity })
})

test('volunteer: opens the file in WeChat’s reader, and learns why where it can’t be fetched', async () => {
  openCertificates([aCertificate()])
  const button = await screen.findByLabelText('打开2025年1月1日至2025年3月5日的证明')
  await userEvent.click(button)
  await waitFor(() =>
    expect(Taro.openDocument).toHaveBeenCalledWith({
      filePath: 'wxfile://tmp/1.pdf',
      fileType: 'pdf',
      showMenu: true,
    }),
  )
  expect(downloads).toEqual(['cloud://test/certificates/one.pdf'])
  failDownloads()
  await userEvent.click(button)
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: errorWords(new AppError('Offline')) }),
    ),
  )
})

test('volunteer: one that was taken back says why, and opens no more', async () => {
  openCertificates([aCertificate({ revoked: { at: startOfTests, reason: '登记错了' } })])
  expect(await screen.findByText('社区2025年1月1日作废：登记错了')).toBeVisible()
  expect(screen.queryByText(words.open)).toBeNull()
})

test('volunteer: a list that can’t be had says so and can be asked for again', async () => {
  signIn(aVolunteer())
  answer('certificate.list', () => refuse('Internal'))
  openPage(CertificatePage)
  expect(await screen.findByText('再试一次')).toBeVisible()
})
