import { call } from '@/cloud/call'
import { uploadPhoto, uploadVoice } from '@/cloud/upload'
import { AppError } from '@/domain/shared/errors'
import { answer, lost, refuse, requests, requestsOf, silent, uploads } from './_support/fake-cloud'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const nobody = () => ({ account: null, capabilities: [], topics: [] })

test('call: goes to the function that serves the action, with the request id it was given', async () => {
  answer('account.me', nobody)
  await expect(call('account.me', {}, { requestId: 'request-0001' })).resolves.toEqual(nobody())
  expect(requests).toEqual([{ action: 'account.me', requestId: 'request-0001', input: {} }])
})

test('call: makes a request id where none was given', async () => {
  answer('account.me', nobody)
  await call('account.me', {})
  await call('account.me', {})
  expect(requests[0]?.requestId).toMatch(/^[\w-]{22}$/)
  expect(requests[0]?.requestId).not.toBe(requests[1]?.requestId)
})

test('call: a "no" of the server keeps its code', async () => {
  answer('account.me', () => refuse('Forbidden'))
  expect(await codeOf(call('account.me', {}))).toBe('Forbidden')
})

test('call: no answer at all is Offline', async () => {
  answer('account.me', () => {
    throw lost
  })
  expect(await codeOf(call('account.me', {}))).toBe('Offline')
})

test('call: an answer that breaks the contract is not let through', async () => {
  answer('account.me', () => ({ account: { nickname: 7 } }) as never)
  expect(await codeOf(call('account.me', {}))).toBe('Internal')
})

test('call: after 15 seconds without an answer it is Timeout', async () => {
  jest.useFakeTimers()
  answer('account.me', () => {
    throw silent
  })
  const code = codeOf(call('account.me', {}))
  await jest.advanceTimersByTimeAsync(15_000)
  expect(await code).toBe('Timeout')
  jest.useRealTimers()
})

test('upload: each goes into a folder of its own, asked for some at a time; without one nothing goes anywhere', async () => {
  answer('account.uploadFolders', () => {
    throw lost
  })
  expect(await codeOf(uploadPhoto('wxfile://one.jpg'))).toBe('Offline')
  expect(uploads).toEqual([])
  let given = 0
  answer('account.uploadFolders', () => ({ folders: [`folder-${(given += 1)}`, `folder-${(given += 1)}`] }))
  await Promise.all([uploadPhoto('wxfile://one.jpg'), uploadVoice('wxfile://two.mp3')])
  expect(requestsOf('account.uploadFolders')).toHaveLength(2)
  await uploadPhoto('wxfile://three.jpg')
  const paths = uploads.map((path) => path.split('/'))
  expect(paths.map(([kind]) => kind).sort()).toEqual(['photos', 'photos', 'voices'])
  expect(new Set(paths.map(([, folder]) => folder)).size).toBe(3)
})
