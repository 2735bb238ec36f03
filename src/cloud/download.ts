import { AppError } from '@/domain/shared/errors'
import { cloud } from './provider'
import { within } from './timeout'

const patience = 60_000

/**
 * Fetches a stored file so that it can be opened (see `platform/open-document.ts`).
 * @throws AppError Offline or Timeout.
 */
export function downloadFile(fileId: string): Promise<string> {
  const fetched = cloud()
    .then((client) => client.downloadFile(fileId))
    .catch(() => {
      throw new AppError('Offline')
    })
  return within(patience, fetched, () => new AppError('Timeout'))
}
