import { AppError } from '@/domain/shared/errors'
import { randomId } from '@/platform/random-id'
import { cloud } from './provider'
import { within } from './timeout'

const patience = 60_000

/** Told by `account.me`: what lies in it counts as this person's own, and can be deleted as such. */
let folder = 'new'
export const setUploadFolder = (name: string): void => {
  if (name !== '') folder = name
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
 * @throws AppError Offline or Timeout.
 */
export const uploadPhoto = (filePath: string): Promise<string> =>
  upload(`photos/${folder}/${randomId()}.jpg`, filePath)

/** The same for a recorded voice. @throws AppError Offline or Timeout. */
export const uploadVoice = (filePath: string): Promise<string> =>
  upload(`voices/${folder}/${randomId()}.mp3`, filePath)

/**
 * The same for a list of flats; only who uploaded it may have it read (see `cloudfunctions/place/plan-import.ts`).
 * @throws AppError Offline or Timeout.
 */
export const uploadList = (filePath: string, userId: string, extension: string): Promise<string> =>
  upload(`imports/${userId}/${randomId()}.${extension}`, filePath)
