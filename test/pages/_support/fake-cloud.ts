import type { WatchHandlers } from '@/cloud/client'
import type { ActionName, CallInput, Output } from '@/domain/contracts'
import { AppError, type ErrorCode } from '@/domain/shared/errors'
import type { Request } from '@/domain/shared/envelope'

type Handler = (input: never, requestId: string) => unknown

const handlers = new Map<string, Handler>()
/** What needs no telling. */
const usual = new Map<string, Handler>([['account.uploadFolders', () => ({ folders: ['folder'] })]])
/** Every request that reached the cloud, in order. */
export const requests: Request[] = []

/** Every watch that was begun, in order. */
export const watches: (WatchHandlers & { topics: readonly string[]; isClosed: boolean })[] = []

/** Says how the cloud answers an action from now on; throw an AppError for a "no", `lost` for no answer at all. */
export function answer<N extends ActionName>(
  action: N,
  handler: (input: CallInput<N>, requestId: string) => Output<N>,
): void {
  handlers.set(action, handler)
}

/** Where every file was put, in order. */
export const uploads: string[] = []
/** Every file that was fetched, in order. */
export const downloads: string[] = []
let downloadFails = false
/** Files can't be fetched from now on, or can again. */
export const failDownloads = (fails = true): void => void (downloadFails = fails)

/** What a handler throws when the network is gone. */
export const lost = new Error('request:fail')

/** What a handler throws when an answer never comes. */
export const silent = new Error('never answered')

export const refuse = (code: ErrorCode): never => {
  throw new AppError(code)
}

export const requestsOf = (action: ActionName): Request[] => requests.filter((one) => one.action === action)

export function resetCloud(): void {
  handlers.clear()
  watches.length = 0
  requests.length = 0
  uploads.length = 0
  downloads.length = 0
  downloadFails = false
}

function invoke(data: Request): unknown {
  requests.push(data)
  const handler = handlers.get(data.action) ?? usual.get(data.action)
  if (!handler) throw new Error(`the test has no answer for ${data.action}`)
  try {
    return { ok: true, data: handler(data.input as never, data.requestId) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, error: { code: error.code, details: error.details }, requestId: data.requestId }
  }
}

/** Takes the place of `src/cloud/provider.ts`: requests are answered as JSON, as on the wire. */
export const cloud = () =>
  Promise.resolve({
    callFunction: async ({ data }: { data: Request }) => {
      await Promise.resolve()
      try {
        return { result: JSON.parse(JSON.stringify(invoke(data))) as unknown }
      } catch (error) {
        if (error === silent) return new Promise<never>(() => undefined)
        throw error
      }
    },
    watchSignals: (topics: readonly string[], handlers: WatchHandlers) => {
      const watch = { ...handlers, topics, isClosed: false }
      watches.push(watch)
      return { close: () => void (watch.isClosed = true) }
    },
    uploadFile: ({ cloudPath }: { cloudPath: string }) => {
      uploads.push(cloudPath)
      return Promise.resolve({ fileID: 'cloud://test/photos/one.jpg' })
    },
    downloadFile: (fileId: string) => {
      downloads.push(fileId)
      return downloadFails ? Promise.reject(lost) : Promise.resolve(`wxfile://tmp/${downloads.length}.pdf`)
    },
    resolveFiles: (fileIds: readonly string[]) => Promise.resolve(new Map(fileIds.map((id) => [id, id]))),
  })
