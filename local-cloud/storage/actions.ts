import type { WireAnswer, WireRequest } from '../database/actions'
import { isPlainObject } from '../database/wire'
import { CloudError, invalidParameter } from '../errors'
import { checkCloudPath } from './file-path'
import type { FileStore } from './file-store'

/** Who asks for storage, and the address under which they reach this cloud. */
export interface StorageCaller {
  /** Empty for functions. */
  openid: string
  /** `http://host:port` */
  base: string
  /** Clients may replace and delete only what they uploaded; functions anything. */
  isClient: boolean
}

type Action = (files: FileStore, request: WireRequest, caller: StorageCaller) => WireAnswer

/** How many files a request may name (source: the WeChat docs on getTempFileURL and deleteFile). */
const MOST_FILES = 50

/** How long a link holds, in seconds: two hours unless asked otherwise, one day at most. */
const USUAL_AGE = 7200
const LONGEST_AGE = 86_400

/** The storage actions of the wire by name, without `storage.` in front. */
export const STORAGE_ACTIONS: Record<string, Action> = {
  getUploadMetadata: (files, request, caller) => {
    const path = checkCloudPath(request.path)
    if (isAnothers(files, files.fileId(path), caller)) {
      throw new CloudError(
        'STORAGE_EXCEED_AUTHORITY',
        `[PermissionDenied] ${path} was uploaded by someone else`,
      )
    }
    return {
      data: {
        url: files.uploadUrl(caller.base, path, caller.openid),
        token: 'local',
        authorization: 'local',
        fileId: files.fileId(path),
        // Travels in a header: plain ASCII, whatever the path.
        cosFileId: Buffer.from(path).toString('base64url'),
      },
    }
  },
  batchGetDownloadUrl: (files, request, caller) => ({
    data: { download_list: listOf(request.file_list).map((item) => downloadEntry(files, item, caller)) },
  }),
  batchDeleteFile: (files, request, caller) => ({
    data: { delete_list: listOf(request.fileid_list).map((fileid) => deleteEntry(files, fileid, caller)) },
  }),
}

function downloadEntry(
  files: FileStore,
  item: unknown,
  { base, openid }: StorageCaller,
): Record<string, unknown> {
  const { fileid, max_age: asked } = isPlainObject(item) ? item : { fileid: item, max_age: undefined }
  const maxAge = typeof asked === 'number' && asked > 0 ? Math.min(asked, LONGEST_AGE) : USUAL_AGE
  const url = files.downloadUrl(base, fileid, maxAge, openid)
  if (url === null)
    return { code: 'STORAGE_FILE_NONEXIST', fileid, fileID: fileid, download_url: '', tempFileURL: '' }
  return { code: 'SUCCESS', fileid, fileID: fileid, download_url: url, tempFileURL: url, maxAge }
}

function deleteEntry(files: FileStore, fileid: unknown, caller: StorageCaller): Record<string, unknown> {
  if (isAnothers(files, fileid, caller)) return { code: 'STORAGE_EXCEED_AUTHORITY', fileid, fileID: fileid }
  const code = files.remove(fileid) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST'
  return { code, fileid, fileID: fileid }
}

/** True for a file that is there and that this client has not uploaded. */
function isAnothers(files: FileStore, fileid: unknown, { isClient, openid }: StorageCaller): boolean {
  const file = isClient ? files.find(fileid) : undefined
  return file !== undefined && file.uploader !== openid
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalidParameter('a list of files is expected')
  if (value.length > MOST_FILES)
    throw invalidParameter(`at most ${MOST_FILES} files at once, not ${value.length}`)
  return value as unknown[]
}
