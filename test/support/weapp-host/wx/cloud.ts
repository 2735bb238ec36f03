import { plain } from '../realm/definition'
import type { PlainObject, WxCloudLike } from '../types'
import { asyncApi, type CallOptions, type WxContext } from './context'

/** `wx.cloud`: the test's cloud, called with plain data, with callbacks or promises as in WeChat. */
export function cloudApi({ cloud, recorder, gesture, state }: WxContext): PlainObject {
  const call = <K extends keyof WxCloudLike>(name: K, run: (options: PlainObject) => Promise<object>) => {
    const api = asyncApi(`cloud.${name}`, async (options) => {
      if (!state.online) throw Object.assign(new Error('request:fail '), { errCode: -1 })
      try {
        return { ...(await run(options)) }
      } finally {
        gesture.end()
        recorder.changed()
      }
    })
    return (options?: CallOptions) =>
      api(options)?.catch((failure: PlainObject) => Promise.reject(asError(failure)))
  }
  const optional = (name: 'getTempFileURL' | 'downloadFile' | 'deleteFile') =>
    call(name, async (options) => {
      const member = cloud[name] as ((request: PlainObject) => Promise<object>) | undefined
      if (member) return member.call(cloud, options)
      recorder.error(
        `wx.cloud.${name}`,
        'the app uses it, but the wxCloud that the test gave has no such function',
      )
      throw new Error(`${name} is missing in the test's wxCloud`)
    })
  return {
    init: (options?: unknown) => cloud.init(options),
    callFunction: call('callFunction', async ({ name, data }) =>
      plain(await cloud.callFunction({ name: String(name), data: plain(data) })),
    ),
    uploadFile: call('uploadFile', ({ cloudPath, filePath }) =>
      cloud.uploadFile({ cloudPath: String(cloudPath), filePath: String(filePath) }),
    ),
    getTempFileURL: optional('getTempFileURL'),
    downloadFile: optional('downloadFile'),
    deleteFile: optional('deleteFile'),
    database: (options?: unknown) => cloud.database(options),
  }
}

/** Where other APIs reject with a plain object, the cloud's reject with an Error that has `errCode` and `errMsg`. */
function asError(failure: PlainObject): Error {
  return Object.assign(new Error(String(failure.errMsg)), failure)
}
