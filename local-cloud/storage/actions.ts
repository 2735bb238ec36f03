import type { WireAnswer, WireRequest } from '../database/actions'
import { isPlainObject } from '../database/wire'
import { invalidParameter } from '../errors'
import type { FileStore } from './file-store'

/** Who asks for storage, and the address under which they reach this cloud. */
export interface StorageCaller {
  /** Empty for functions. */
  openid: string
  /** `http://host:port` */
  base: string
  /** Clients may delete only what they uploaded; functions anything. */
  isClient: boolean
}

type Action = (files: FileStore, request: WireRequest, caller: StorageCaller) => WireAnswer

/** The storage actions of the wire by name, without `storage.` in front. */
export const STORAGE_ACTIONS: Record<string, Action> = {
  getUploadMetadata: (files, request, { base, openid }) => {
    const { path, url } = files.uploadUrl(base, request.path, openid)
    return {
      data: {
        url,
        token: 'local',
        authorization: 'local',
        fileId: files.fileId(path),
        // Travels in a header: plain ASCII, whatever the path.
        cosFileId: Buffer.from(path).toString('base64url'),
      },
    }
  },
  batchGetDownloadUrl: (files, request, { base }) => ({
    data: { download_list: listOf(request.file_list).map((item) => downloadEntry(files, item, base)) },
  }),
  batchDeleteFile: (files, request, caller) => ({
    data: { delete_list: listOf(request.fileid_list).map((fileid) => deleteEntry(files, fileid, caller)) },
  }),
}

function downloadEntry(files: FileStore, item: unknown, base: string): Record<string, unknown> {
  const { fileid, max_age: age } = isPlainObject(item) ? item : { fileid: item, max_age: undefined }
  const seconds = typeof age === 'number' && age > 0 ? age : undefined
  const url = files.downloadUrl(base, fileid, seconds)
  if (url === null)
    return { code: 'STORAGE_FILE_NONEXIST', fileid, fileID: fileid, download_url: '', tempFileURL: '' }
  return {
    code: 'SUCCESS',
    fileid,
    fileID: fileid,
    download_url: url,
    tempFileURL: url,
    maxAge: seconds ?? 7200,
  }
}

function deleteEntry(
  files: FileStore,
  fileid: unknown,
  { isClient, openid }: StorageCaller,
): Record<string, unknown> {
  const file = files.find(fileid)
  if (isClient && file && file.uploader !== openid)
    return { code: 'STORAGE_EXCEED_AUTHORITY', fileid, fileID: fileid }
  const code = files.remove(fileid) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST'
  return { code, fileid, fileID: fileid }
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[]
  throw invalidParameter('a list of files is expected')
}
