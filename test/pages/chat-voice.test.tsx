import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { chat, messageActionWords } from '@/copy/chat'
import { voiceWords } from '@/copy/voice'
import * as recorder from '@/platform/recorder'
import ChatPage from '@/pages/chat'
import { requestsOf } from './_support/fake-cloud'
import { aLine, holdGroup } from './_support/held-group'
import { openPage } from './_support/render-page'

jest.mock('@/platform/recorder', () => ({
  ...jest.requireActual<object>('@/platform/recorder'),
  createRecorder: jest.fn(),
}))

/** A microphone that has heard so much. */
function hears(seconds: number, peaks: number[] = []): { start: jest.Mock; stop: jest.Mock } {
  const microphone = {
    start: jest.fn(() => Promise.resolve()),
    stop: jest.fn(() => Promise.resolve({ filePath: 'wxfile://voice.mp3', seconds, peaks })),
  }
  jest.mocked(recorder.createRecorder).mockReturnValue(microphone)
  return microphone
}
const touch = (clientY: number) => ({ touches: [{ clientY }] })

async function hold(): Promise<void> {
  fireEvent.click(await screen.findByLabelText(chat.talk))
  fireEvent.touchStart(screen.getByText(chat.hold), touch(700))
  await screen.findByText(chat.holding(0))
}
const letGo = (): void => void fireEvent.touchEnd(screen.getByText(chat.holding(0)))

const voice = (seconds: number) => ({
  kind: 'voice' as const,
  fileId: 'cloud://test/voices/one.mp3',
  seconds,
  peaks: [10, 100],
})

describe('saying it', () => {
  test('held down while speaking: sent with its length and how loud it was', async () => {
    hears(4.2, [20, 100])
    holdGroup([aLine(1)])
    openPage(ChatPage)
    await hold()
    letGo()
    await waitFor(() =>
      expect(requestsOf('chat.send')[0]?.input).toMatchObject({
        body: { kind: 'voice', seconds: 4.2, peaks: [20, 100], fileId: 'cloud://test/photos/one.jpg' },
      }),
    )
    expect(await screen.findByLabelText(voiceWords.listen(4))).toBeVisible()
  })

  test('in answer to somebody: their words go with it, and not with what is said next', async () => {
    hears(4.2)
    const log = holdGroup([aLine(1)])
    openPage(ChatPage)
    fireEvent.contextMenu(await screen.findByText('第 1 句'))
    fireEvent.click(screen.getByText(messageActionWords.reply))
    expect(screen.getByLabelText(chat.dropQuote)).toBeVisible()
    await hold()
    letGo()
    await waitFor(() => expect(log).toHaveLength(2))
    expect(requestsOf('chat.send')[0]?.input).toMatchObject({ body: { kind: 'voice' }, replyTo: 1 })
    expect(screen.queryByLabelText(chat.dropQuote)).toBeNull()
  })

  test('upwards lets it be', async () => {
    const microphone = hears(4)
    holdGroup([aLine(1)])
    openPage(ChatPage)
    await hold()
    fireEvent.touchMove(screen.getByText(chat.holding(0)), touch(600))
    fireEvent.touchEnd(screen.getByText(chat.letGo))
    expect(await screen.findByText(chat.hold)).toBeVisible()
    expect(microphone.stop).toHaveBeenCalled()
    expect(requestsOf('chat.send')).toEqual([])
  })

  test('a slip of the finger is no message', async () => {
    hears(0.2)
    holdGroup([aLine(1)])
    openPage(ChatPage)
    await hold()
    letGo()
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: voiceWords.tooShort })),
    )
    expect(requestsOf('chat.send')).toEqual([])
  })

  test('without a microphone it says that writing works too', async () => {
    const microphone = hears(1)
    microphone.start.mockRejectedValue(new Error('denied'))
    holdGroup([aLine(1)])
    openPage(ChatPage)
    fireEvent.click(await screen.findByLabelText(chat.talk))
    fireEvent.touchStart(screen.getByText(chat.hold), touch(700))
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: voiceWords.refused })),
    )
  })
})

test('a voice not heard yet is marked until it is played, on this phone for good', async () => {
  jest.mocked(Taro.createInnerAudioContext).mockReturnValue({
    onEnded: jest.fn(),
    onError: jest.fn(),
    play: jest.fn(),
    stop: jest.fn(),
    destroy: jest.fn(),
  } as unknown as Taro.InnerAudioContext)
  holdGroup([aLine(1, { body: voice(7) }), aLine(2, { body: voice(3), isMine: true })])
  const page = openPage(ChatPage)
  expect(await screen.findAllByLabelText(chat.notHeard)).toHaveLength(1)
  await waitFor(() =>
    expect(screen.getByLabelText(voiceWords.listen(7))).toHaveAttribute('aria-disabled', 'false'),
  )
  fireEvent.click(screen.getByLabelText(voiceWords.listen(7)))
  expect(screen.queryByLabelText(chat.notHeard)).toBeNull()
  page.unmount()
  openPage(ChatPage)
  await screen.findByLabelText(voiceWords.listen(7))
  expect(screen.queryByLabelText(chat.notHeard)).toBeNull()
})
