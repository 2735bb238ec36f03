import type { CloudClient } from './client'
import { localClient } from './local-client.h5'

/** The cloud on this machine, in the shape of `provider.ts`. */
export async function cloud(): Promise<CloudClient> {
  const client = await localClient()
  return {
    callFunction: (options) => client.callFunction(options),
    watchSignals: (topics, { onDocs, onError }) =>
      client
        .database()
        .collection('signals')
        .where({ _id: { $in: [...topics] } })
        .watch({ onChange: ({ docs }) => onDocs(docs), onError }),
    uploadFile: (options) => client.uploadFile(options),
    downloadFile: async (fileId) => {
      const { fileList } = await client.getTempFileURL({ fileList: [fileId] })
      const address = fileList[0]?.tempFileURL
      if (!address) throw new Error('no such file')
      return address
    },
    resolveFiles: async (fileIds) => {
      const { fileList } = await client.getTempFileURL({ fileList: [...fileIds] })
      return new Map(fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
    },
  }
}
