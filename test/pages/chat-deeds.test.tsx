import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { chat, messageActionWords } from '@/copy/chat'
import { momentWords } from '@/copy/time'
import type { MessageAction } from '@/domain/chat/contract'
import { afterQuiet, timeOfDay } from '@/domain/shared/calendar'
import { hours, minutes } from '@/domain/shared/time'
import { keepDraft } from '@/features/chat/drafts'
import { wishForTopic } from '@/features/chat/topic-wish'
import { refreshAfterTopic } from '@/features/session/keys'
import ChatPage from '@/pages/chat'
import { openMessage, routes } from '@/routes'
import { places } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { aGroup, aLine, holdDetail, holdGroup } from './_support/held-group'
import { openPage } from './_support/render-page'

const groupPath = places.building4
const all: MessageAction[] = [
  'reply',
  'copy',
  'thumb',
  'forward',
  'toOrder',
  'askToOrder',
  'toTopic',
  'toPromise',
  'report',
  'remove',
  'silence',
]
const opened = (url: string) => expect(Taro.navigateTo).toHaveBeenCalledWith({ url })

/** Long presses the first line and does this with it. */
async function choose(part: string, action: MessageAction, said = '第 1 句'): Promise<void> {
  fireEvent.contextMenu(await screen.findByText(said))
  const sheet = within(screen.getByRole('dialog'))
  fireEvent.click(sheet.getByText(part))
  fireEvent.click(sheet.getByText(messageActionWords[action]))
}

describe('long pressing', () => {
  test('the usual ones are shown at once; the others unfold under 更多 and 管理', async () => {
    holdGroup([aLine(1, { allowedActions: all })])
    openPage(ChatPage)
    fireEvent.contextMenu(await screen.findByText('第 1 句'))
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText(messageActionWords.forward)).toBeVisible()
    for (const hidden of ['toTopic', 'report', 'remove', 'silence'] as const) {
      expect(sheet.queryByText(messageActionWords[hidden])).toBeNull()
    }
    fireEvent.click(sheet.getByText(chat.moreDeeds))
    expect(sheet.getByText(messageActionWords.report)).toBeVisible()
    expect(sheet.queryByText(messageActionWords.remove)).toBeNull()
    fireEvent.click(sheet.getByText(chat.manageDeeds))
    expect(sheet.getByText(messageActionWords.remove)).toBeVisible()
  })

  test('neighbour: without a role there is nothing to manage', async () => {
    holdGroup([aLine(1, { allowedActions: ['reply', 'report'] })])
    openPage(ChatPage)
    fireEvent.contextMenu(await screen.findByText('第 1 句'))
    expect(screen.getByText(chat.moreDeeds)).toBeVisible()
    expect(screen.queryByText(chat.manageDeeds)).toBeNull()
  })

  test('words, picture and voice of mine become an order with all of it', async () => {
    holdGroup([
      aLine(1, { allowedActions: all }),
      aLine(2, {
        isMine: true,
        authorName: '李阿姨',
        allowedActions: ['toOrder'],
        body: { kind: 'image', fileId: 'cloud://test/photos/new/leak.jpg' },
      }),
      aLine(3, {
        isMine: true,
        authorName: '李阿姨',
        allowedActions: ['toOrder'],
        body: { kind: 'voice', fileId: 'cloud://test/voices/new/a.mp3', seconds: 4, peaks: [] },
      }),
    ])
    openPage(ChatPage)
    await choose(chat.moreDeeds, 'toOrder')
    opened(routes.orderNew({ text: '第 1 句', from: { groupPath, seq: 1 } }))
    const mores = screen.getAllByLabelText(chat.moreOf(chat.me))
    for (const more of mores) {
      fireEvent.click(more)
      fireEvent.click(screen.getByText(chat.moreDeeds))
      fireEvent.click(screen.getByText(messageActionWords.toOrder))
    }
    opened(routes.orderNew({ photo: 'cloud://test/photos/new/leak.jpg', from: { groupPath, seq: 2 } }))
    opened(
      routes.orderNew({
        voice: { fileId: 'cloud://test/voices/new/a.mp3', seconds: 4 },
        from: { groupPath, seq: 3 },
      }),
    )
  })

  test('asking its author is confirmed first, and the card stands in the stream', async () => {
    const log = holdGroup([aLine(1, { allowedActions: all })])
    answer('chat.askToOrder', ({ seq }) => {
      const message = aLine(log.length + 1, {
        body: {
          kind: 'orderAsk',
          of: seq,
          excerpt: '第 1 句',
          to: { name: '张三', isMe: false },
          answer: 'none',
        },
        isMine: true,
      })
      log.push(message)
      return { message }
    })
    openPage(ChatPage)
    await choose(chat.moreDeeds, 'askToOrder')
    expect(screen.getByText(chat.askOrderWhy('张三'))).toBeVisible()
    expect(requestsOf('chat.askToOrder')).toHaveLength(0)
    fireEvent.click(screen.getByText(chat.askOrder))
    expect(await screen.findByText('您问张三要不要点一单')).toBeVisible()
    expect(screen.queryByText(chat.askOrderWhy('张三'))).toBeNull()
  })

  test.each([
    ['toPromise', chat.manageDeeds],
    ['report', chat.moreDeeds],
    ['remove', chat.manageDeeds],
    ['silence', chat.manageDeeds],
  ] as const)('%s opens a page of its own', async (deed, part) => {
    holdGroup([aLine(1, { allowedActions: all })])
    openPage(ChatPage)
    await choose(part, deed)
    opened(routes.messageDeed(deed, groupPath, 1))
  })
})

describe('ticking messages for a topic', () => {
  const pickable = (seq: number) => aLine(seq, { allowedActions: ['reply', 'toTopic'] })

  test('the pressed one is ticked; more are, one is not any more; they go along in their order', async () => {
    holdGroup([pickable(1), pickable(2), pickable(3), aLine(4)])
    openPage(ChatPage)
    await choose(chat.moreDeeds, 'toTopic', '第 3 句')
    expect(screen.getByText(chat.picked(1))).toBeVisible()
    expect(screen.queryByLabelText(chat.field)).toBeNull()
    const boxes = screen.getAllByRole('checkbox')
    expect(boxes).toHaveLength(3)
    expect(boxes[2]).toHaveAttribute('aria-checked', 'true')
    fireEvent.click(boxes[0]!)
    fireEvent.click(boxes[1]!)
    fireEvent.click(boxes[1]!)
    fireEvent.click(screen.getByText(chat.gather))
    opened(routes.gather(groupPath, [1, 3]))
    expect(await screen.findByLabelText(chat.field)).toBeVisible()
  })

  test('giving up leaves all as it was', async () => {
    holdGroup([pickable(1)])
    openPage(ChatPage)
    await choose(chat.moreDeeds, 'toTopic')
    fireEvent.click(screen.getByText(chat.pickDone))
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.getByLabelText(chat.field)).toBeVisible()
  })

  test('a topic that asked for more: what is ticked is added to it', async () => {
    holdGroup([pickable(1), pickable(2)])
    answer('topic.add', () => ({
      topic: {
        _id: 'topic-00001',
        groupPath,
        title: '车棚',
        seqs: [1, 2],
        version: 2,
        opened: { by: { name: '周敏' }, at: 1 },
        settled: null,
        past: [],
        allowedActions: [],
      },
    }))
    wishForTopic({ groupPath, topicId: 'topic-00001' })
    openPage(ChatPage)
    expect(await screen.findByText(chat.picked(0))).toBeVisible()
    fireEvent.click((await screen.findAllByRole('checkbox'))[1]!)
    fireEvent.click(screen.getByText(chat.addPicked))
    await waitFor(() =>
      expect(requestsOf('topic.add').map(({ input }) => input)).toEqual([
        { topicId: 'topic-00001', seqs: [2] },
      ]),
    )
    expect(await screen.findByLabelText(chat.field)).toBeVisible()
  })
})

describe('above the stream', () => {
  const pin = (n: number) => ({
    topicId: `topic-0000${n}`,
    title: `事 ${n}`,
    decision: `就这样 ${n}`,
    by: { name: '周敏' },
    at: n,
  })

  test('what was decided stands there, leads to its topic, and can be folded', async () => {
    holdGroup([aLine(1)])
    holdDetail({ pins: [pin(1), pin(2), pin(3)] })
    openPage(ChatPage)
    fireEvent.click(await screen.findByLabelText(chat.seePin('事 2', '就这样 2')))
    opened(routes.topic('topic-00002'))
    fireEvent.click(screen.getByLabelText(chat.foldPins(3)))
    expect(screen.queryByLabelText(chat.seePin('事 2', '就这样 2'))).toBeNull()
    fireEvent.click(screen.getByLabelText(chat.unfoldPins(3)))
    expect(screen.getByLabelText(chat.seePin('事 2', '就这样 2'))).toBeVisible()
  })

  test('a line that says it was settled brings the decision up without coming back', async () => {
    const log = holdGroup([aLine(1)])
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } })
    render(
      <QueryClientProvider client={queries}>
        <ChatPage />
      </QueryClientProvider>,
    )
    await screen.findByText('第 1 句')
    await waitFor(() => expect(requestsOf('group.get')).toHaveLength(1))
    holdDetail({ pins: [pin(1)] })
    log.push(
      aLine(2, {
        body: { kind: 'topic', topicId: 'topic-00001', what: 'settled', title: '事 1', decision: '就这样 1' },
      }),
    )
    await act(() => refreshAfterTopic(queries, `chat:${groupPath}`) as Promise<unknown> as Promise<void>)
    expect(await screen.findByLabelText(chat.seePin('事 1', '就这样 1'))).toBeVisible()
    expect(requestsOf('group.get')).toHaveLength(2)
  })

  test('who was asked to pause: until when and why, no field, and the way to object; the draft is kept', async () => {
    holdGroup([aLine(1, { allowedActions: ['reply', 'copy'] })])
    keepDraft(groupPath, { text: '我想说', called: [], quote: null })
    const until = Date.now() + hours(1)
    holdDetail({ mute: { why: 'silenced', until, reason: '刷屏' } })
    openPage(ChatPage)
    expect(await screen.findByText(chat.silenced(momentWords(until, Date.now()), '刷屏'))).toBeVisible()
    expect(screen.queryByLabelText(chat.field)).toBeNull()
    fireEvent.contextMenu(screen.getByText('第 1 句'))
    expect(screen.queryByText(messageActionWords.reply)).toBeNull()
    fireEvent.click(screen.getByText(chat.appeal))
    opened(routes.myCases)
  })

  test('once the time is up it is asked anew, and the draft stands in the field', async () => {
    holdGroup([aLine(1)])
    keepDraft(groupPath, { text: '我想说', called: [], quote: null })
    const until = Date.now() - 1
    holdDetail({ mute: { why: 'silenced', until, reason: '刷屏' } })
    openPage(ChatPage)
    expect(await screen.findByDisplayValue('我想说')).toBeVisible()
    await waitFor(() => expect(requestsOf('group.get')).toHaveLength(2))
  })

  test('quiet hours: a neighbour reads until when, those who look after the group write on', async () => {
    const now = Date.now()
    const minute = Math.floor(timeOfDay(now) / minutes(1))
    const announcementHours = { from: (minute + 1430) % 1440, to: (minute + 60) % 1440 }
    holdGroup([aLine(1)])
    holdDetail({ announcementHours })
    const { unmount } = openPage(ChatPage)
    const until = momentWords(afterQuiet(announcementHours, now), now)
    expect(await screen.findByText(chat.announcementsOnly(until))).toBeVisible()
    unmount()
    holdDetail({ announcementHours, allowedActions: ['moderate'] })
    openPage(ChatPage)
    expect(await screen.findByLabelText(chat.field)).toBeVisible()
    expect(screen.queryByText(chat.announcementsOnly(until))).toBeNull()
  })
})

describe('the way in and out', () => {
  test('群信息 opens the page of the group', async () => {
    holdGroup([aLine(1)])
    openPage(ChatPage)
    fireEvent.click(await screen.findByText(chat.about))
    opened(routes.group(groupPath))
  })

  test('from another page to a message of one of my groups: it opens there', async () => {
    const log = Array.from({ length: 300 }, (_, index) => aLine(index + 1))
    holdGroup(log)
    answer('chat.groups', () => ({
      nextCursor: null,
      items: [aGroup({ lastSeq: 300 }), aGroup({ groupPath: places.building5, name: '幸福里小区 5栋' })],
    }))
    openMessage(groupPath, 7)
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: routes.chat })
    openPage(ChatPage)
    expect(await screen.findByText('第 7 句')).toBeVisible()
    expect(screen.queryByText('第 300 句')).toBeNull()
  })
})
