import { Connection } from './connection'
import { ClientDatabase } from './database'
import { failure, Http } from './http'
import type { CloudClientOptions } from './types'

/** What may be uploaded: bytes, or the address of a `blob:`. */
export type FileSource = Blob | ArrayBuffer | Uint8Array | string

/** The shape of `wx.cloud`, for browsers and Node, against a local cloud. */
export interface CloudClient {
  /** Does nothing; WeChat's has it. */
  init(): void
  callFunction(call: {
    name: string
    data?: unknown
  }): Promise<{ result: unknown; requestID: string; errMsg: string }>
  database(): ClientDatabase
  uploadFile(file: { cloudPath: string; filePath: FileSource }): Promise<{ fileID: string; errMsg: string }>
  getTempFileURL(request: { fileList: (string | { fileID: string; maxAge?: number })[] }): Promise<{
    fileList: { fileID: string; tempFileURL: string; status: number; errMsg: string }[]
    errMsg: string
  }>
  /** Gives the content, and as `tempFilePath` an address from which it can be had for two hours. */
  downloadFile(request: {
    fileID: string
  }): Promise<{ tempFilePath: string; content: ArrayBuffer; errMsg: string }>
  deleteFile(request: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  /** Allows one message of each template, as the tap on WeChat's dialogue does. */
  consent(templateIds: string[]): Promise<Record<string, 'accept'>>
  /** A code for `phonenumber.getPhoneNumber`, as the phone-number button gives. */
  phoneCode(): Promise<{ code: string }>
}

/** Makes a client for one persona. Nothing is sent before the first request. */
export function createCloudClient(options: CloudClientOptions): CloudClient {
  const http = new Http(options)
  const connection = new Connection(options)
  return {
    init: () => undefined,
    callFunction: async ({ name, data }) => {
      const { requestId, data: answer } = await http.send('cloud.callFunction', 'functions.invokeFunction', {
        function_name: name,
        request_data: JSON.stringify(data ?? {}),
      })
      const result: unknown = JSON.parse(String(answer.response_data))
      return { result, requestID: requestId, errMsg: 'cloud.callFunction:ok' }
    },
    database: () => new ClientDatabase({ http, connection }),
    uploadFile: ({ cloudPath, filePath }) => uploadFile(http, cloudPath, filePath),
    getTempFileURL: ({ fileList }) => getTempFileURL(http, fileList),
    downloadFile: ({ fileID }) => downloadFile(http, fileID),
    deleteFile: async ({ fileList }) => {
      const { data } = await http.send('cloud.deleteFile', 'storage.batchDeleteFile', {
        fileid_list: fileList,
      })
      const list = data.delete_list as { code: string; fileID: string }[]
      return { fileList: list.map(({ code, fileID }) => ({ fileID, status: code === 'SUCCESS' ? 0 : -1 })) }
    },
    consent: async (templateIds) => {
      await http.send('requestSubscribeMessage', 'local.consent', { templateIds })
      return Object.fromEntries(templateIds.map((id) => [id, 'accept' as const]))
    },
    phoneCode: async () => {
      const { data } = await http.send('getPhoneNumber', 'local.phoneCode', {})
      return { code: String(data.code) }
    },
  }
}

async function uploadFile(
  http: Http,
  cloudPath: string,
  source: FileSource,
): ReturnType<CloudClient['uploadFile']> {
  const { data } = await http.send('cloud.uploadFile', 'storage.getUploadMetadata', { path: cloudPath })
  const body =
    typeof source === 'string' ? await (await http.reach('cloud.uploadFile', source)).blob() : source
  const response = await http.reach('cloud.uploadFile', String(data.url), {
    method: 'PUT',
    body: body as BodyInit,
  })
  if (!response.ok) throw failure('cloud.uploadFile', -503001, await response.text())
  return { fileID: String(data.fileId), errMsg: 'cloud.uploadFile:ok' }
}

async function getTempFileURL(
  http: Http,
  fileList: (string | { fileID: string; maxAge?: number })[],
): ReturnType<CloudClient['getTempFileURL']> {
  const asked = fileList.map((file) =>
    typeof file === 'string' ? { fileid: file } : { fileid: file.fileID, max_age: file.maxAge },
  )
  const { data } = await http.send('cloud.getTempFileURL', 'storage.batchGetDownloadUrl', {
    file_list: asked,
  })
  const list = data.download_list as { code: string; fileID: string; tempFileURL: string }[]
  return {
    fileList: list.map(({ code, fileID, tempFileURL }) => ({
      fileID,
      tempFileURL,
      status: code === 'SUCCESS' ? 0 : -503003,
      errMsg: code === 'SUCCESS' ? 'ok' : code,
    })),
    errMsg: 'cloud.getTempFileURL:ok',
  }
}

async function downloadFile(http: Http, fileID: string): ReturnType<CloudClient['downloadFile']> {
  const { fileList } = await getTempFileURL(http, [fileID])
  const url = fileList[0]?.tempFileURL
  if (!url) throw failure('cloud.downloadFile', -503003, 'storage file not exists')
  const response = await http.reach('cloud.downloadFile', url)
  if (!response.ok) throw failure('cloud.downloadFile', -503001, await response.text())
  return { tempFilePath: url, content: await response.arrayBuffer(), errMsg: 'cloud.downloadFile:ok' }
}
