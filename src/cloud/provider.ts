import Taro from '@tarojs/taro'
import type { CloudClient } from './client'

/** Taro types a snapshot as a plain answer. */
const docsOf = (snapshot: unknown): readonly unknown[] => {
  const docs = (snapshot as { docs?: unknown }).docs
  return Array.isArray(docs) ? docs : []
}

function connect(): CloudClient {
  const env = process.env.TARO_APP_CLOUD_ENV
  // Without a name WeChat takes the first environment of the account.
  Taro.cloud.init({ ...(env ? { env } : {}), traceUser: true })
  return {
    callFunction: async ({ name, data }) => {
      const { result } = await Taro.cloud.callFunction({ name, data: data as object })
      return { result }
    },
    watchSignals: (topics, { onDocs, onError }) => {
      const db = Taro.cloud.database()
      const watcher = db
        .collection('signals')
        .where({ _id: db.command.in([...topics]) })
        .watch({ onChange: (snapshot: unknown) => onDocs(docsOf(snapshot)), onError })
      return { close: () => void watcher.close() }
    },
    uploadFile: async (options) => {
      const { fileID } = await Taro.cloud.uploadFile(options)
      return { fileID }
    },
    downloadFile: async (fileID) => (await Taro.cloud.downloadFile({ fileID })).tempFilePath,
    // WeChat's image component reads file ids itself.
    resolveFiles: (fileIds) => Promise.resolve(new Map(fileIds.map((id) => [id, id]))),
  }
}

let client: Promise<CloudClient> | null = null

/** The cloud, connected once. */
export function cloud(): Promise<CloudClient> {
  client ??= Promise.resolve().then(connect)
  return client
}
