import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { chat, messageActionWords, takeBackThumb } from '@/copy/chat'
import { errorWords } from '@/copy/errors'
import { AppError } from '@/domain/shared/errors'
import { refreshAfterTopic } from '@/features/session/keys'
import ChatPage from '@/pages/chat'
import { places } from '../support/factories/places'
import { answer, refuse, requestsOf } from './_support/fake-cloud'
import { aGroup, aLine, changeLine, holdGroup } from './_support/held-group'
import { openPage } from './_support/render-page'

/** The page with the client it asks through, so that a test can say that a signal has moved. */
function openLive() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <ChatPage />
    </QueryClientProvider>,
  )
  return () =>
    act(() => refreshAfterTopic(queries, `chat:${places.building4}`) as Promise<unknown> as Promise<void>)
}

const mine = (seq: number, text: string) =>
  aLine(seq, {
    body: { kind: 'text', text },
    isMine: true,
    authorName: '李阿姨',
    sentAt: Date.now() - 1000,
    allowedActions: ['reply', 'copy', 'thumb', 'forward', 'recall'],
  })
const press = async (words: string): Promise<void> =>
  void fireEvent.contextMenu(await screen.findByText(words))

describe('what has changed since', () => {
  test('a message that its author took back while I look: asked for in one call, and gone', async () => {
    const log = holdGroup([aLine(1), aLine(2), aLine(3)])
    const signal = openLive()
    await screen.findByText('第 1 句')
    changeLine(log, 1, { state: 'recalled', body: { kind: 'text', text: ' ' }, allowedActions: [] })
    changeLine(log, 2, { thumbCount: 3 })
    await signal()
    expect(await screen.findByText(chat.recalledBy('张三'))).toBeVisible()
    expect(screen.getByText(chat.thumbs(3))).toBeVisible()
    expect(screen.queryByText('第 1 句')).toBeNull()
    expect(requestsOf('chat.get').map(({ input }) => input)).toEqual([
      { groupPath: places.building4, seqs: [1, 2] },
    ])
  })

  test('a page of nothing but changes: goes on to where something was said', async () => {
    const log = [aLine(1), aLine(2)]
    for (let thumb = 0; thumb < 40; thumb += 1) changeLine(log, 1, { thumbCount: thumb + 1 })
    holdGroup(log)
    openPage(ChatPage)
    expect(await screen.findByText('第 1 句')).toBeVisible()
    expect(screen.getByText(chat.thumbs(40))).toBeVisible()
  })

  test('without an answer it is asked for again with the next signal', async () => {
    const log = holdGroup([aLine(1)])
    const signal = openLive()
    await screen.findByText('第 1 句')
    answer('chat.get', () => refuse('Internal'))
    changeLine(log, 1, { thumbCount: 1 })
    await signal()
    await waitFor(() => expect(requestsOf('chat.get')).toHaveLength(1))
    answer('chat.get', () => ({ items: [log[0]!] }))
    await signal()
    expect(await screen.findByText(chat.thumbs(1))).toBeVisible()
  })
})

describe('what can be done with a message', () => {
  test('long pressing offers what is allowed, and only that', async () => {
    holdGroup([aLine(1, { allowedActions: ['reply', 'thumb'] })])
    openPage(ChatPage)
    await press('第 1 句')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText(messageActionWords.reply)).toBeVisible()
    expect(sheet.getByText(messageActionWords.thumb)).toBeVisible()
    expect(sheet.queryByText(messageActionWords.recall)).toBeNull()
    expect(sheet.queryByText(messageActionWords.copy)).toBeNull()
  })

  test('without long pressing: 更多 opens the same', async () => {
    holdGroup([aLine(1)])
    openPage(ChatPage)
    fireEvent.click(await screen.findByLabelText(chat.moreOf('张三')))
    expect(screen.getByText(messageActionWords.forward)).toBeVisible()
  })

  test('copies the words', async () => {
    holdGroup([aLine(1)])
    openPage(ChatPage)
    await press('第 1 句')
    fireEvent.click(screen.getByText(messageActionWords.copy))
    expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: '第 1 句' })
  })

  test('a thumb is given, shown, and taken back', async () => {
    const log = holdGroup([aLine(1)])
    answer('chat.thumb', ({ isOn }) => ({
      message: changeLine(log, 1, { thumbCount: isOn ? 1 : 0, isThumbed: isOn }),
    }))
    openPage(ChatPage)
    await press('第 1 句')
    fireEvent.click(screen.getByText(messageActionWords.thumb))
    expect(await screen.findByText(chat.thumbsMine(1))).toBeVisible()
    await press('第 1 句')
    fireEvent.click(screen.getByText(takeBackThumb))
    await waitFor(() => expect(screen.queryByText(chat.thumbsMine(1))).toBeNull())
    expect(requestsOf('chat.thumb').map(({ input }) => input)).toMatchObject([
      { isOn: true },
      { isOn: false },
    ])
  })

  test('author: takes back within two minutes, and writes it anew', async () => {
    const log = holdGroup([aLine(1), mine(2, '三点开会')])
    answer('chat.recall', ({ seq }) => ({
      message: changeLine(log, seq, {
        state: 'recalled',
        body: { kind: 'text', text: ' ' },
        allowedActions: [],
      }),
    }))
    openPage(ChatPage)
    await press('三点开会')
    fireEvent.click(screen.getByText(messageActionWords.recall))
    expect(await screen.findByText(chat.recalledMine)).toBeVisible()
    expect(screen.queryByText('三点开会')).toBeNull()
    fireEvent.click(screen.getByText(chat.editAgain))
    expect(await screen.findByDisplayValue('三点开会')).toBeVisible()
  })

  test('author: after two minutes it is no longer offered', async () => {
    holdGroup([aLine(1, { isMine: true, allowedActions: ['reply', 'recall'] })])
    openPage(ChatPage)
    await press('第 1 句')
    expect(screen.getByText(messageActionWords.reply)).toBeVisible()
    expect(screen.queryByText(messageActionWords.recall)).toBeNull()
  })

  test('too late for the cloud: it stands, and says why', async () => {
    holdGroup([mine(1, '三点开会')])
    answer('chat.recall', () => refuse('Conflict'))
    openPage(ChatPage)
    await press('三点开会')
    fireEvent.click(screen.getByText(messageActionWords.recall))
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(
        expect.objectContaining({ title: errorWords(new AppError('Conflict')) }),
      ),
    )
    expect(screen.getByText('三点开会')).toBeVisible()
  })

  test('answers with a quote, which is shown at once; dropping it answers nobody', async () => {
    holdGroup([aLine(1), aLine(2)])
    openPage(ChatPage)
    await press('第 1 句')
    fireEvent.click(screen.getByText(messageActionWords.reply))
    expect(screen.getByText(chat.quote(chat.answering('张三'), '第 1 句'))).toBeVisible()
    const say = (text: string) => {
      fireEvent.change(screen.getByLabelText(chat.field), { target: { value: text } })
      fireEvent.click(screen.getByText(chat.send))
    }
    say('好的')
    expect(screen.getByText(chat.quote('张三', '第 1 句'))).toBeVisible()
    await press('第 2 句')
    fireEvent.click(screen.getByText(messageActionWords.reply))
    fireEvent.click(screen.getByLabelText(chat.dropQuote))
    say('散了')
    await waitFor(() => expect(requestsOf('chat.send')).toHaveLength(2))
    expect(requestsOf('chat.send').map(({ input }) => (input as { replyTo: unknown }).replyTo)).toEqual([
      1,
      null,
    ])
  })

  test('a quote leads to what was said, also outside the window', async () => {
    const log = Array.from({ length: 300 }, (_, index) => aLine(index + 1))
    log.push(aLine(301, { replyTo: { seq: 5, name: '老王', excerpt: '钥匙在我这' } }))
    holdGroup(log)
    openPage(ChatPage)
    fireEvent.click(await screen.findByLabelText(chat.seeQuoted('老王')))
    expect(await screen.findByText('第 5 句')).toBeVisible()
    expect(screen.queryByText('第 300 句')).toBeNull()
    fireEvent.click(screen.getByText(chat.toLatest))
    expect(await screen.findByText('第 300 句')).toBeVisible()
  })

  test('forwards into another of my groups', async () => {
    holdGroup([aLine(1)])
    const groups = [aGroup(), aGroup({ groupPath: places.building5, name: '幸福里小区 5栋' })]
    answer('chat.groups', () => ({ nextCursor: null, items: groups }))
    answer('chat.forward', () => ({ message: aLine(9, { groupPath: places.building5 }) }))
    openPage(ChatPage)
    fireEvent.click(await screen.findByText('幸福里小区 4栋'))
    await press('第 1 句')
    fireEvent.click(screen.getByText(messageActionWords.forward))
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.queryByText('幸福里小区 4栋')).toBeNull()
    fireEvent.click(await sheet.findByText('幸福里小区 5栋'))
    await waitFor(() =>
      expect(requestsOf('chat.forward').map(({ input }) => input)).toEqual([
        { groupPath: places.building4, seq: 1, toGroupPath: places.building5 },
      ]),
    )
  })
})

describe('what is not shown', () => {
  test('a picture that is still checked: hidden for others, with a word for its author', async () => {
    const picture = { kind: 'image', fileId: 'cloud://test/photos/one.jpg' } as const
    holdGroup([
      aLine(1, { isHidden: true, mediaCheck: 'pending', body: { kind: 'text', text: ' ' } }),
      aLine(2, { isHidden: true, mediaCheck: 'risky', body: { kind: 'text', text: ' ' } }),
      aLine(3, { isMine: true, mediaCheck: 'pending', body: picture }),
    ])
    openPage(ChatPage)
    expect(await screen.findByText(chat.hidden)).toBeVisible()
    expect(screen.getByText(chat.refused)).toBeVisible()
    expect(screen.getByText(chat.checking)).toBeVisible()
    expect(await screen.findByLabelText(chat.seePhoto)).toBeVisible()
  })
})

describe('numbers and addresses', () => {
  test('a number opens the call screen, an address is copied', async () => {
    holdGroup([aLine(1, { body: { kind: 'text', text: '物业138 1234 5678，看https://example.com/a' } })])
    openPage(ChatPage)
    fireEvent.click(await screen.findByLabelText(chat.ring('138 1234 5678')))
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13812345678' })
    fireEvent.click(screen.getByText('https://example.com/a'))
    expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: 'https://example.com/a' })
  })
})
