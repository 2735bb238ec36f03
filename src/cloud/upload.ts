import { AppError } from '@/domain/shared/errors'
import { randomId } from '@/platform/random-id'
import { call } from './call'
import { cloud } from './provider'
import { within } from './timeout'

const patience = 60_000

/** A few in store, one for each thing that is uploaded: see `account.uploadFolders`. */
const folders: string[] = []
let asked: Promise<unknown> | null = null

async function nextFolder(): Promise<string> {
  const folder = folders.pop()
  if (folder !== undefined) return folder
  asked ??= call('account.uploadFolders', {}).then((given) => folders.push(...given.folders))
  try {
    await asked
  } finally {
    asked = null
  }
  return nextFolder()
}

async function upload(cloudPath: string, filePath: string): Promise<string> {
  const sent = cloud()
    .then((client) => client.uploadFile({ cloudPath, filePath }))
    .catch(() => {
      throw new AppError('Offline')
    })
  const { fileID } = await within(patience, sent, () => new AppError('Timeout'))
  return fileID
}

/**
 * Puts a picture of this phone into the cloud's storage.
 * @returns its file id.
 * @throws AppError Offline or Timeout, and what `call` throws.
 */
export const uploadPhoto = async (filePath: string): Promise<string> =>
  upload(`photos/${await nextFolder()}/${randomId()}.jpg`, filePath)

/** The same for a recorded voice. @throws AppError as `uploadPhoto`. */
export const uploadVoice = async (filePath: string): Promise<string> =>
  upload(`voices/${await nextFolder()}/${randomId()}.mp3`, filePath)

/**
 * The same for a list of flats; only who uploaded it may have it read (see `cloudfunctions/place/plan-import.ts`).
 * @throws AppError Offline or Timeout.
 */
export const uploadList = (filePath: string, userId: string, extension: string): Promise<string> =>
  upload(`imports/${userId}/${randomId()}.${extension}`, filePath)
