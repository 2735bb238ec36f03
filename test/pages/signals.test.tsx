import { render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { watchSignals } from '@/cloud/watch'
import { SessionProvider } from '@/features/session/session-provider'
import { useAction } from '@/features/session/use-action'
import { answer, requestsOf, watches } from './_support/fake-cloud'

const settle = () => jest.advanceTimersByTimeAsync(0)

describe('watching signals', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('tells of what has changed since the beginning, and only of that', async () => {
    const changed: string[] = []
    watchSignals(['user:a', 'hall:b'], (topic) => changed.push(topic))
    await settle()
    watches[0]?.onDocs([{ _id: 'user:a', n: 3 }])
    expect(changed).toEqual([])
    watches[0]?.onDocs([
      { _id: 'user:a', n: 4 },
      { _id: 'hall:b', n: 1 },
    ])
    expect(changed).toEqual(['user:a', 'hall:b'])
  })

  test('asks every 15 seconds while the watch is broken, and takes it up again', async () => {
    const changed: string[] = []
    watchSignals(['user:a'], (topic) => changed.push(topic))
    await settle()
    watches[0]?.onError()
    expect(watches[0]?.isClosed).toBe(true)
    await jest.advanceTimersByTimeAsync(45_000)
    expect(changed).toHaveLength(3)
    await jest.advanceTimersByTimeAsync(15_000)
    expect(watches).toHaveLength(2)
    watches[1]?.onDocs([])
    changed.length = 0
    await jest.advanceTimersByTimeAsync(60_000)
    expect(changed).toEqual([])
  })

  test('asks every 15 seconds while the socket cannot be had, before it has ever answered', async () => {
    const changed: string[] = []
    const stop = watchSignals(['chat:a', 'user:b'], (topic) => changed.push(topic))
    await jest.advanceTimersByTimeAsync(30_000)
    expect(changed).toEqual(['chat:a', 'user:b', 'chat:a', 'user:b'])
    watches[0]?.onDocs([])
    await jest.advanceTimersByTimeAsync(60_000)
    expect(changed).toHaveLength(4)
    stop()
  })

  test('asks nothing while nobody looks, and at once when somebody does again', async () => {
    const told: Record<string, () => void> = {}
    jest.mocked(Taro.onAppHide).mockImplementation((hide) => void (told.hide = hide as () => void))
    jest.mocked(Taro.onAppShow).mockImplementation((show) => void (told.show = show as () => void))
    const changed: string[] = []
    const stop = watchSignals(['chat:a'], (topic) => changed.push(topic))
    await settle()
    told.hide?.()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(changed).toEqual([])
    told.show?.()
    expect(changed).toEqual(['chat:a'])
    stop()
  })

  test('is silent once stopped', async () => {
    const changed: string[] = []
    const stop = watchSignals(['user:a'], (topic) => changed.push(topic))
    await settle()
    stop()
    watches[0]?.onError()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(changed).toEqual([])
    expect(watches[0]?.isClosed).toBe(true)
  })
})

function Desk() {
  const { data } = useAction('order.countDesk', {})
  return <div>{data ? `等派 ${data.waiting}` : '正在打开'}</div>
}

test('staff: the desk shows a new order as soon as its signal comes', async () => {
  let waiting = 1
  answer('account.me', () => ({
    account: null,
    capabilities: [],
    topics: ['desk:heping/c1/'],
  }))
  answer('order.countDesk', () => ({ waiting, later: 0, moving: 0, late: 0, unhappy: 0, unsafe: 0 }))
  render(
    <SessionProvider>
      <Desk />
    </SessionProvider>,
  )
  expect(await screen.findByText('等派 1')).toBeInTheDocument()
  await waitFor(() => expect(watches[0]?.topics).toEqual(['desk:heping/c1/']))
  watches[0]?.onDocs([{ _id: 'desk:heping/c1/', n: 1 }])
  waiting = 2
  watches[0]?.onDocs([{ _id: 'desk:heping/c1/', n: 2 }])
  expect(await screen.findByText('等派 2')).toBeInTheDocument()
  expect(requestsOf('account.me')).toHaveLength(1)
})
