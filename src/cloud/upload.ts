import { AppError } from '@/domain/shared/errors'
import { randomId } from '@/platform/random-id'
import { cloud } from './provider'
import { within } from './timeout'

const patience = 60_000

/**
 * Puts a picture of this phone into the cloud's storage.
 * @returns its file id.
 * @throws AppError Offline or Timeout.
 */
export async function uploadPhoto(filePath: string): Promise<string> {
  const cloudPath = `photos/${randomId()}.jpg`
  const sent = cloud()
    .then((client) => client.uploadFile({ cloudPath, filePath }))
    .catch(() => {
      throw new AppError('Offline')
    })
  const { fileID } = await within(patience, sent, () => new AppError('Timeout'))
  return fileID
}
