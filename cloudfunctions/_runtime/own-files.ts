import { deleteFiles } from './sdk'
import { blind } from './sealing'

/** Where a person's phone puts what it uploads: told to that phone alone (`account.me`), and telling nobody who it is. */
export const uploadFolderOf = (openid: string): string => blind('uploads', openid)

/** Papers that we made for somebody. */
const ours = '/my-data/'

/**
 * Deletes what lies in these folders, and papers of ours. Whatever else was given as one's own is somebody else's,
 * and stays.
 */
export const deleteOwnFiles = (folders: readonly string[], fileIds: readonly string[]): Promise<void> =>
  deleteFiles(
    fileIds.filter(
      (fileId) => fileId.includes(ours) || folders.some((folder) => fileId.includes(`/${folder}/`)),
    ),
  )
