import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { AbortController } from '@/platform/abort-controller'

test('abort: every listener hears it once', () => {
  const controller = new AbortController()
  const heard = jest.fn()
  const gone = jest.fn()
  controller.signal.addEventListener('abort', heard)
  controller.signal.addEventListener('abort', gone)
  controller.signal.removeEventListener('abort', gone)
  controller.abort()
  controller.abort()
  expect(heard).toHaveBeenCalledTimes(1)
  expect(gone).not.toHaveBeenCalled()
  expect(controller.signal.aborted).toBe(true)
  expect(() => controller.signal.throwIfAborted()).toThrow('aborted')
})

test('a question asked again while it is on its way is answered with the newer answer', async () => {
  const native = globalThis.AbortController
  Object.assign(globalThis, { AbortController })
  const queries = new QueryClient()
  const answers: ((value: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve))
  const observer = new QueryObserver(queries, { queryKey: ['order'], queryFn, initialData: 'placed' })
  const stop = observer.subscribe(() => undefined)
  void queries.invalidateQueries()
  void queries.invalidateQueries()
  answers.forEach((answer, index) => answer(index === answers.length - 1 ? 'dispatched' : 'placed'))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(answers.length).toBeGreaterThan(1)
  expect(observer.getCurrentResult().data).toBe('dispatched')
  stop()
  queries.clear()
  Object.assign(globalThis, { AbortController: native })
})
