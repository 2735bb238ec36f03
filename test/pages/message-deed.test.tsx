import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { deedWords, reportReasonNames } from '@/copy/moderation'
import { promise as promiseWords } from '@/copy/promise'
import { nearDayWords } from '@/copy/time'
import type { MessageAction, MessageView } from '@/domain/chat/contract'
import { startOfDay, timeOfDay } from '@/domain/shared/calendar'
import { days, hours } from '@/domain/shared/time'
import MessagePage from '@/packages/talk/pages/message'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { aLine } from './_support/held-group'
import { openPage, signIn } from './_support/render-page'
import { aCase } from './_support/talk'

const groupPath = places.building4
const deeds: MessageAction[] = ['toPromise', 'report', 'remove', 'silence']

function openDeed(deed: string, message: Partial<MessageView> = {}): void {
  signIn()
  answer('chat.get', ({ seqs }) => ({
    items: seqs.map((seq) => aLine(seq, { allowedActions: deeds, ...message })),
  }))
  openPage(MessagePage, { deed, group: encodeURIComponent(groupPath), seq: '7' })
}
const sent = (action: Parameters<typeof requestsOf>[0]) => requestsOf(action).map(({ input }) => input)
const goneBack = () => waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())

test('report: with the words before one, a reason at a tap, and back', async () => {
  answer('moderation.report', () => ({}))
  openDeed('report')
  expect(await screen.findByText('第 7 句')).toBeVisible()
  fireEvent.click(screen.getByText(deedWords.report.send))
  expect(sent('moderation.report')).toEqual([])
  fireEvent.click(screen.getByText(reportReasonNames.scam))
  fireEvent.click(screen.getByText(deedWords.report.send))
  await goneBack()
  expect(sent('moderation.report')).toEqual([{ groupPath, seq: 7, reason: 'scam' }])
})

test('moderator: takes a message away with a reason, which may be their own words too', async () => {
  answer('moderation.remove', () => ({ case: aCase() }))
  openDeed('remove')
  expect(await screen.findByText(deedWords.remove.why)).toBeVisible()
  fireEvent.click(screen.getByText(deedWords.remove.send))
  expect(sent('moderation.remove')).toEqual([])
  fireEvent.click(screen.getByText(deedWords.remove.reasons[1]))
  fireEvent.change(screen.getByLabelText(deedWords.own), { target: { value: '第三次了' } })
  fireEvent.click(screen.getByText(deedWords.remove.send))
  await goneBack()
  expect(sent('moderation.remove')).toEqual([{ groupPath, seq: 7, reason: '打广告，第三次了' }])
})

test('moderator: a pause has a length and a reason', async () => {
  answer('moderation.silence', () => ({ case: aCase() }))
  openDeed('silence')
  fireEvent.click(await screen.findByText('1 天'))
  fireEvent.click(screen.getByText(deedWords.silence.send))
  expect(sent('moderation.silence')).toEqual([])
  fireEvent.click(screen.getByText('刷屏'))
  fireEvent.click(screen.getByText(deedWords.silence.send))
  await goneBack()
  expect(sent('moderation.silence')).toEqual([{ groupPath, seq: 7, minutes: 1440, reason: '刷屏' }])
})

test('moderator: promises an answer; the words stand there already, the day is a tap', async () => {
  answer('promise.make', () => ({
    promise: {
      _id: 'promise-001',
      groupPath,
      groupName: '4栋',
      seq: 7,
      question: '第 7 句',
      words: promiseWords.usual,
      dueAt: Date.now() + days(3),
      isOpen: true,
      version: 1,
      asked: { name: '张三' },
      made: { by: { name: '周敏' }, at: Date.now() },
      kept: null,
      delays: [],
      isOverdue: false,
      allowedActions: ['keep', 'delay'],
    },
  }))
  openDeed('toPromise')
  expect(await screen.findByDisplayValue(promiseWords.usual)).toBeVisible()
  fireEvent.click(screen.getByText(nearDayWords(startOfDay(Date.now()) + days(3), Date.now())))
  fireEvent.click(screen.getByText(promiseWords.makeConfirm))
  await goneBack()
  const [{ dueAt, ...rest }] = sent('promise.make') as [{ dueAt: number }]
  expect(rest).toEqual({ groupPath, seq: 7, words: promiseWords.usual })
  expect(startOfDay(dueAt)).toBe(startOfDay(Date.now() + days(3)))
  expect(timeOfDay(dueAt)).toBe(hours(18))
})

test('pressed again after the network was gone: the same request once more', async () => {
  let isLost = true
  answer('moderation.report', () => {
    if (isLost) throw lost
    return {}
  })
  openDeed('report')
  fireEvent.click(await screen.findByText(reportReasonNames.rude))
  fireEvent.click(screen.getByText(deedWords.report.send))
  await waitFor(() => expect(requestsOf('moderation.report')).toHaveLength(1))
  isLost = false
  await waitFor(() => {
    fireEvent.click(screen.getByText(deedWords.report.send))
    expect(requestsOf('moderation.report')).toHaveLength(2)
  })
  const [first, second] = requestsOf('moderation.report')
  expect(second?.requestId).toBe(first?.requestId)
})

test.each(['toPromise', 'report', 'remove'])(
  '%s: somebody was quicker, it is no longer possible',
  async (deed) => {
    openDeed(deed, { allowedActions: ['reply'] })
    expect(await screen.findByText(deedWords.lost)).toBeVisible()
  },
)

test('a message that is not there any more: says so', async () => {
  signIn()
  answer('chat.get', () => ({ items: [] }))
  openPage(MessagePage, { deed: 'report', group: encodeURIComponent(groupPath), seq: '7' })
  expect(await screen.findByText(deedWords.lost)).toBeVisible()
})
