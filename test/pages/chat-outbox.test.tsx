import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { QueryClient, QueryClientProvider, onlineManager } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { chat, messageActionWords } from '@/copy/chat'
import type { MessageView } from '@/domain/chat/contract'
import { useOutboxes } from '@/features/chat/use-outboxes'
import ChatPage from '@/pages/chat'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { aLine, holdGroup } from './_support/held-group'
import { openPage } from './_support/render-page'

const say = async (text: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(chat.field), { target: { value: text } })
  fireEvent.click(screen.getByText(chat.send))
}
/** Takes what is said, unless `no` has something against it. */
function takes(log: MessageView[], no: (text: string) => void): void {
  answer('chat.send', ({ body }, requestId) => {
    no(body.kind === 'text' ? body.text : body.kind)
    const known = log.find(({ _id }) => _id === requestId)
    if (!known) log.push(aLine(log.length + 1, { _id: requestId, body, isMine: true }))
    return { message: known ?? log[log.length - 1]! }
  })
}
const said = (log: readonly MessageView[]) =>
  log.flatMap(({ body, isMine }) => (isMine && body.kind === 'text' ? [body.text] : []))
const sentIds = () => new Set(requestsOf('chat.send').map(({ requestId }) => requestId))
const anyTime = { timeout: 10_000 }

afterEach(() => act(() => onlineManager.setOnline(true)))

describe('what was not taken in passing', () => {
  test('without a network: goes out by itself once it is back, in its order, under the same ids, once', async () => {
    const log = holdGroup([aLine(1)])
    const send = { isUp: false }
    takes(log, () => {
      if (!send.isUp) throw lost
    })
    openPage(ChatPage)
    await screen.findByText('第 1 句')
    act(() => onlineManager.setOnline(false))
    await say('一')
    await say('二')
    await waitFor(() => expect(screen.getAllByText(chat.failed)).toHaveLength(2))
    send.isUp = true
    act(() => onlineManager.setOnline(true))
    await waitFor(() => expect(screen.queryByText(chat.failed)).toBeNull())
    expect(said(log)).toEqual(['一', '二'])
    expect(sentIds().size).toBe(2)
  })

  test('with a network: is tried again without anybody’s doing, and what was said after it waits', async () => {
    const log = holdGroup([aLine(1)])
    let times = 0
    takes(log, (text) => {
      times += 1
      if (text === '二') expect(said(log)).toEqual(['一'])
      if (times < 3) refuse('Internal')
    })
    openPage(ChatPage)
    await say('一')
    expect(await screen.findByText(chat.failed)).toBeVisible()
    await say('二')
    await waitFor(() => expect(said(log)).toEqual(['一', '二']), anyTime)
    await waitFor(() => expect(screen.queryByText(chat.failed)).toBeNull())
    expect(sentIds().size).toBe(2)
  })

  test('the cloud fails with one alone, again and again: it steps aside for what was said after it, and is said once in the end', async () => {
    const log = holdGroup([aLine(1)])
    const cloud = { failsWith: ['一', '二'] }
    takes(log, (text) => {
      if (cloud.failsWith.includes(text)) refuse('Internal')
    })
    const start = Date.now()
    const clock = jest.spyOn(Date, 'now').mockReturnValue(start)
    const tryAgain = async (times: number): Promise<void> => {
      const tries = requestsOf('chat.send').length
      act(() => onlineManager.setOnline(false))
      act(() => onlineManager.setOnline(true))
      await waitFor(() => expect(requestsOf('chat.send').length).toBeGreaterThanOrEqual(tries + times))
    }
    openPage(ChatPage)
    await say('一')
    await screen.findByText(chat.failed)
    for (let n = 0; n < 5; n += 1) await tryAgain(1)
    await say('二')
    await waitFor(() => expect(screen.getAllByText(chat.failed)).toHaveLength(2))
    clock.mockReturnValue(start + 120_000)
    // The second fails as well: nobody knows whether the cloud is there at all, so nothing is overtaken.
    await tryAgain(2)
    await waitFor(() => expect(screen.getAllByText(chat.failed)).toHaveLength(2))
    expect(screen.queryByText(chat.notTaken)).toBeNull()
    cloud.failsWith = ['一']
    await tryAgain(2)
    await waitFor(() => expect(said(log)).toEqual(['二']))
    expect(await screen.findByText(chat.notTaken)).toBeVisible()
    await say('三')
    await waitFor(() => expect(said(log)).toEqual(['二', '三']))
    cloud.failsWith = []
    fireEvent.click(screen.getByText(chat.notTaken))
    await waitFor(() => expect(said(log)).toEqual(['二', '三', '一']))
    await waitFor(() => expect(screen.queryByText(chat.notTaken)).toBeNull())
    expect(sentIds().size).toBe(3)
    clock.mockRestore()
  })

  test('the chat was left: goes out from wherever one is in the app', async () => {
    const log = holdGroup([aLine(1)])
    takes(log, () => {
      throw lost
    })
    const page = openPage(ChatPage)
    await say('忘了说')
    await screen.findByText(chat.failed)
    page.unmount()
    takes(log, () => undefined)
    const Elsewhere = () => {
      useOutboxes()
      return null
    }
    const elsewhere = render(
      <QueryClientProvider client={new QueryClient()}>
        <Elsewhere />
      </QueryClientProvider>,
    )
    await waitFor(() => expect(said(log)).toEqual(['忘了说']))
    elsewhere.unmount()
    openPage(ChatPage)
    expect(await screen.findAllByText('忘了说')).toHaveLength(1)
    expect(screen.queryByText(chat.failed)).toBeNull()
    expect(sentIds().size).toBe(1)
  })
})

describe('what was refused', () => {
  const openRefused = async (): Promise<MessageView[]> => {
    const log = holdGroup([aLine(1)])
    takes(log, (text) => {
      if (text.includes('坏话')) refuse('ContentRejected')
    })
    openPage(ChatPage)
    await say('坏话')
    await screen.findByText(chat.notFit)
    return log
  }

  test('waits for its author, and holds up nothing', async () => {
    const log = await openRefused()
    act(() => onlineManager.setOnline(false))
    act(() => onlineManager.setOnline(true))
    await say('好话')
    await waitFor(() => expect(said(log)).toEqual(['好话']))
    expect(requestsOf('chat.send')).toHaveLength(2)
  })

  test('is written anew: its words go back behind what stands in the field', async () => {
    await openRefused()
    fireEvent.change(screen.getByLabelText(chat.field), { target: { value: '还想说' } })
    fireEvent.click(screen.getByText(chat.notFit))
    expect(await screen.findByDisplayValue('还想说 坏话')).toBeVisible()
    expect(screen.queryByText(chat.notFit)).toBeNull()
  })

  test('is deleted for good, once that is confirmed', async () => {
    await openRefused()
    fireEvent.click(screen.getByText(chat.letItGo))
    fireEvent.click(within(screen.getByRole('dialog')).getByText(chat.letItGo))
    await waitFor(() => expect(screen.queryByText('坏话')).toBeNull())
  })
})

test('whom a draft calls and what it answers to are kept with it', async () => {
  holdGroup([aLine(1)])
  answer('chat.members', () => ({
    items: [
      { userId: 'resident-wang', nickname: '王芳', title: 'neighbour', avatarFileId: null, isMe: false },
    ],
    nextCursor: null,
  }))
  const page = openPage(ChatPage)
  fireEvent.contextMenu(await screen.findByText('第 1 句'))
  fireEvent.click(screen.getByText(messageActionWords.reply))
  fireEvent.change(screen.getByLabelText(chat.field), { target: { value: '@' } })
  fireEvent.click(await within(screen.getByRole('dialog')).findByText('王芳'))
  page.unmount()
  openPage(ChatPage)
  expect(await screen.findByDisplayValue('@王芳')).toBeVisible()
  expect(screen.getByLabelText(chat.dropQuote)).toBeVisible()
  fireEvent.click(screen.getByText(chat.send))
  await waitFor(() =>
    expect(requestsOf('chat.send')[0]?.input).toMatchObject({ mentionIds: ['resident-wang'], replyTo: 1 }),
  )
})

test('a picture in answer to somebody: the first carries their words', async () => {
  jest.mocked(Taro.chooseMedia).mockResolvedValue({
    tempFiles: [{ tempFilePath: 'wxfile://one.jpg' }, { tempFilePath: 'wxfile://two.jpg' }],
  } as unknown as Taro.chooseMedia.SuccessCallbackResult)
  const log = holdGroup([aLine(1)])
  openPage(ChatPage)
  fireEvent.contextMenu(await screen.findByText('第 1 句'))
  fireEvent.click(screen.getByText(messageActionWords.reply))
  fireEvent.click(screen.getByLabelText(chat.plus))
  fireEvent.click(screen.getByText(chat.photo))
  await waitFor(() => expect(log).toHaveLength(3))
  expect(requestsOf('chat.send').map(({ input }) => input)).toMatchObject([{ replyTo: 1 }, { replyTo: null }])
  expect(screen.queryByLabelText(chat.dropQuote)).toBeNull()
})
