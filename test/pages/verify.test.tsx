import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { verifyWords as words } from '@/copy/certificate'
import type { Verdict } from '@/domain/certificate/contract'
import VerifyPage from '@/packages/record/pages/verify'
import { startOfTests } from '../support/factories/places'
import { answer, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const code = '4F7K9Q2MXW03'
type Known = Exclude<Verdict, { state: 'unknown' }>
const verdict = (overrides: Partial<Known> = {}): Known => ({
  state: 'valid',
  certificate: {
    code,
    maskedName: '王**',
    communityName: '幸福社区',
    from: '2025-01-01',
    to: '2025-03-05',
    minutes: 95,
    visits: 3,
    issuedAt: startOfTests,
  },
  today: { minutes: 95, visits: 3 },
  revokedAt: null,
  allowedActions: [],
  ...overrides,
})

beforeEach(() => signIn(null))

test('anyone: opened by the code on the paper, reads at once that it is true, and what it must say', async () => {
  answer('certificate.verify', () => verdict())
  openPage(VerifyPage, { scene: code })
  expect(await screen.findByText(words.valid)).toBeVisible()
  for (const part of [
    '王**',
    '2025年1月1日至2025年3月5日',
    '1.5 小时（1 小时 35 分钟）',
    '3 次',
    '幸福社区',
    words.same,
  ]) {
    expect(screen.getByText(part)).toBeVisible()
  }
  expect(screen.queryByText(words.revoke)).toBeNull()
})

test('anyone: types the number as it comes', async () => {
  answer('certificate.verify', () => verdict())
  openPage(VerifyPage)
  await userEvent.type(await screen.findByLabelText(words.label), '4f7k 9q2m xwo3')
  await userEvent.click(screen.getByText(words.check))
  expect(await screen.findByText(words.valid)).toBeVisible()
  expect(requestsOf('certificate.verify').map(({ input }) => input)).toEqual([{ code }])
})

test('anyone: half a number is not asked about', async () => {
  openPage(VerifyPage)
  await userEvent.type(await screen.findByLabelText(words.label), '4F7K-9Q')
  await userEvent.click(screen.getByText(words.check))
  expect(screen.getByText(words.wrong)).toBeVisible()
  expect(requestsOf('certificate.verify')).toHaveLength(0)
})

test('anyone: scans the code on the paper, as WeChat tells of its own codes', async () => {
  answer('certificate.verify', () => verdict())
  jest
    .mocked(Taro.scanCode)
    .mockResolvedValueOnce({ path: `packages/record/pages/verify/index?scene=${code}`, result: '' } as never)
  openPage(VerifyPage)
  await userEvent.click(await screen.findByText(words.scan))
  expect(await screen.findByText(words.valid)).toBeVisible()
})

test('anyone: a code of something else is none', async () => {
  jest.mocked(Taro.scanCode).mockResolvedValueOnce({ path: '', result: 'https://example.com' } as never)
  openPage(VerifyPage)
  await userEvent.click(await screen.findByText(words.scan))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: words.notOurs })),
  )
})

test('anyone: a number that nobody issued is said to be unknown, not to be an error', async () => {
  answer('certificate.verify', () => ({ state: 'unknown' }))
  openPage(VerifyPage, { scene: code })
  expect(await screen.findByText(words.unknown)).toBeVisible()
  expect(screen.queryByText('再试一次')).toBeNull()
})

test('anyone: hours that were corrected since are told', async () => {
  answer('certificate.verify', () => verdict({ today: { minutes: 80, visits: 3 } }))
  openPage(VerifyPage, { scene: code })
  expect(await screen.findByText(words.changed(80, 3))).toBeVisible()
  expect(screen.queryByText(words.same)).toBeNull()
})

test('anyone: one that was taken back is told by word and day', async () => {
  answer('certificate.verify', () => verdict({ state: 'revoked', revokedAt: startOfTests }))
  openPage(VerifyPage, { scene: code })
  expect(await screen.findByText(words.revoked)).toBeVisible()
  expect(screen.getByText('社区在2025年1月1日作废了它')).toBeVisible()
})

test('anyone: where the cloud has no answer, it can be asked again', async () => {
  answer('certificate.verify', () => refuse('Internal'))
  openPage(VerifyPage, { scene: code })
  expect(await screen.findByText('再试一次')).toBeVisible()
})

test('staff: takes it back, with a reason', async () => {
  answer('certificate.verify', () => verdict({ allowedActions: ['revoke'] }))
  openPage(VerifyPage, { scene: code })
  await userEvent.click(await screen.findByText(words.revoke))
  expect(screen.getByText(words.revokeCheck)).toBeVisible()
  answer('certificate.revoke', () => ({ code, revokedAt: startOfTests }))
  answer('certificate.verify', () => verdict({ state: 'revoked', revokedAt: startOfTests }))
  await userEvent.click(screen.getByRole('radio', { name: '开错了人' }))
  const confirm = screen.getAllByText(words.revoke).at(-1)!
  await userEvent.click(confirm)
  expect(await screen.findByText(words.revoked)).toBeVisible()
  expect(requestsOf('certificate.revoke')[0]?.input).toEqual({ code, reason: '开错了人' })
})
