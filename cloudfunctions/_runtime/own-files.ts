import { randomBytes } from 'node:crypto'
import { deleteFiles } from './sdk'
import { blind } from './sealing'

/** What tells somebody's uploads from those of others. It stays here: who had it could tell whose each of them is. */
export const uploadKeyOf = (openid: string): string => blind('uploads', openid)

const markOf = (uploadKey: string, chance: string): string => blind('upload', `${uploadKey} ${chance}`)

/**
 * Where a person's phone puts one thing that it uploads: chance, and a mark by which we know it as theirs. Each is
 * another one, and no two of them tell that they are of one person, since a file's path goes wherever the file does.
 */
export function newUploadFolder(openid: string): string {
  const chance = randomBytes(16).toString('base64url')
  return `${chance}${markOf(uploadKeyOf(openid), chance)}`
}

const folderInPath = /\/([\w-]{22})([\w-]{22})\//

const isOwn = (uploadKey: string, fileId: string): boolean => {
  const [, chance, mark] = folderInPath.exec(fileId) ?? []
  return chance !== undefined && mark === markOf(uploadKey, chance)
}

/** Papers that we made for somebody. */
const ours = '/my-data/'

/**
 * Deletes what those with these upload keys have uploaded, and papers of ours. Whatever else was given as one's own is
 * somebody else's, and stays.
 */
export const deleteOwnFiles = (uploadKeys: readonly string[], fileIds: readonly string[]): Promise<void> =>
  deleteFiles(
    fileIds.filter((fileId) => fileId.includes(ours) || uploadKeys.some((key) => isOwn(key, fileId))),
  )
