import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { topicWords as words } from '@/copy/topic'
import type { TopicView } from '@/domain/topic/contract'
import { takeTopicWish } from '@/features/chat/topic-wish'
import GatherPage from '@/packages/talk/pages/gather'
import TopicPage from '@/packages/talk/pages/topic'
import TopicsPage from '@/packages/talk/pages/topics'
import { takeChatAim } from '@/platform/chat-aim'
import { routes } from '@/routes'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { aLine } from './_support/held-group'
import { openPage, signIn } from './_support/render-page'
import { aTopic } from './_support/talk'

const groupPath = places.building4
const group = encodeURIComponent(groupPath)
const settled = { decision: '装两个，试三个月', by: { name: '周敏' }, at: Date.now() - 1000 }
const holdTopics = (...items: TopicView[]) => answer('topic.list', () => ({ items, nextCursor: null }))

beforeEach(() => signIn())

describe('the topics of a group', () => {
  test('each with its state; what was decided stands with it; a tap opens it', async () => {
    holdTopics(aTopic(), aTopic({ _id: 'topic-00002', title: '楼道堆物', settled }))
    openPage(TopicsPage, { group })
    expect(await screen.findByText(words.open)).toBeVisible()
    expect(screen.getByText(words.settled)).toBeVisible()
    expect(screen.getByText('装两个，试三个月')).toBeVisible()
    fireEvent.click(screen.getByText('楼道堆物'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.topic('topic-00002') })
  })

  test('none yet: how one comes about', async () => {
    holdTopics()
    openPage(TopicsPage, { group })
    expect(await screen.findByText(words.listEmpty)).toBeVisible()
  })
})

describe('gathering', () => {
  const openGather = () => {
    answer('chat.get', ({ seqs }) => ({ items: seqs.map((seq) => aLine(seq)) }))
    openPage(GatherPage, { group, seqs: '3,1' })
  }

  test('gives what was ticked a name, and opens it', async () => {
    holdTopics()
    answer('topic.open', () => ({ topic: aTopic() }))
    openGather()
    expect(await screen.findByText('第 3 句')).toBeVisible()
    fireEvent.click(screen.getByText(words.gatherSend))
    expect(requestsOf('topic.open')).toHaveLength(0)
    fireEvent.change(screen.getByLabelText(words.gatherTitle), { target: { value: '车棚装不装充电桩' } })
    fireEvent.click(screen.getByText(words.gatherSend))
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: routes.topic('topic-00001') }))
    expect(requestsOf('topic.open')[0]?.input).toEqual({
      groupPath,
      title: '车棚装不装充电桩',
      seqs: [3, 1],
    })
  })

  test('or puts it to what is talked about already: only open ones are offered', async () => {
    holdTopics(
      aTopic(),
      aTopic({ _id: 'topic-00002', title: '楼道堆物', settled, allowedActions: ['reopen'] }),
    )
    answer('topic.add', () => ({ topic: aTopic() }))
    openGather()
    fireEvent.click(await screen.findByText('车棚装不装充电桩'))
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
    expect(requestsOf('topic.add')[0]?.input).toEqual({ topicId: 'topic-00001', seqs: [3, 1] })
    expect(screen.queryByText('楼道堆物')).toBeNull()
  })
})

describe('one topic', () => {
  const hold = (overrides: Partial<TopicView> = {}) => {
    let topic = aTopic(overrides)
    answer('topic.get', () => ({ topic, messages: [aLine(1), aLine(3)] }))
    return (next: Partial<TopicView>) => {
      topic = aTopic(next)
      return { topic }
    }
  }
  const openTopic = () => openPage(TopicPage, { id: 'topic-00001' })

  test('neighbour: what was decided, what was decided before, and what was said; no buttons', async () => {
    hold({
      settled,
      past: [{ decision: '先不装', by: { name: '周敏' }, at: 1 }],
      allowedActions: [],
    })
    openTopic()
    expect(await screen.findByText('装两个，试三个月')).toBeVisible()
    expect(screen.getByText('先不装')).toBeVisible()
    expect(screen.getByText('第 1 句')).toBeVisible()
    for (const button of [words.settle, words.reopen, words.unpin, words.add]) {
      expect(screen.queryByText(button)).toBeNull()
    }
  })

  test('a message leads to where it was said', async () => {
    hold()
    openTopic()
    fireEvent.click(await screen.findByText('第 3 句'))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: routes.chat })
    expect(takeChatAim()).toEqual({ groupPath, seq: 3 })
  })

  test('leader: settles it in words, which then stand there', async () => {
    const become = hold()
    answer('topic.settle', ({ decision }) =>
      become({ settled: { ...settled, decision }, allowedActions: ['reopen', 'unpin'] }),
    )
    openTopic()
    fireEvent.click(await screen.findByText(words.settle))
    const sheet = within(screen.getByRole('dialog'))
    fireEvent.change(sheet.getByLabelText(words.settleField), { target: { value: '装三个' } })
    fireEvent.click(sheet.getByText(words.settle))
    expect(await screen.findByText(words.unpin)).toBeVisible()
    expect(screen.getByText('装三个')).toBeVisible()
    expect(requestsOf('topic.settle')[0]?.input).toEqual({ topicId: 'topic-00001', decision: '装三个' })
  })

  test.each([
    ['reopen', 'topic.reopen', words.reopenWhy],
    ['unpin', 'topic.unpin', words.unpinWhy],
  ] as const)('leader: %s is confirmed first', async (button, action, why) => {
    const become = hold({ settled, allowedActions: ['reopen', 'unpin'] })
    answer(action, () => become({ allowedActions: ['add'] }))
    openTopic()
    fireEvent.click(await screen.findByText(words[button]))
    expect(screen.getByText(why)).toBeVisible()
    expect(requestsOf(action)).toHaveLength(0)
    fireEvent.click(within(screen.getByRole('dialog')).getByText(words[button]))
    await waitFor(() => expect(requestsOf(action)[0]?.input).toEqual({ topicId: 'topic-00001' }))
    expect(await screen.findByText(words.open)).toBeVisible()
  })

  test('more for it: the chat opens where it left off, ticking for this topic', async () => {
    hold()
    openTopic()
    fireEvent.click(await screen.findByText(words.add))
    expect(takeChatAim()).toEqual({ groupPath, seq: 3 })
    expect(takeTopicWish(places.building5)).toBeNull()
    expect(takeTopicWish(groupPath)).toBe('topic-00001')
    expect(takeTopicWish(groupPath)).toBeNull()
  })

  test('without a network: says so, and tries again', async () => {
    answer('topic.get', () => {
      throw lost
    })
    openTopic()
    const again = await screen.findByText('再试一次')
    hold()
    fireEvent.click(again)
    expect(await screen.findByText('车棚装不装充电桩')).toBeVisible()
  })
})
