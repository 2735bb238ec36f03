import type { Media, MediaPlace } from '@/domain/media/schema'
import type { Timestamp } from '@/domain/shared/time'
import { stableId } from '../account/stable-id'
import type { Store } from './store'

interface Given {
  of: MediaPlace
  files: readonly Media[]
  byUserId: string
  now: Timestamp
}

/**
 * Notes that WeChat has to be asked about these files; the clock asks within ten seconds
 * (`timers/actions/ask-about-files.ts`), and they are shown meanwhile. Written at the same time as the document that
 * they stand in, this is no wait more, and nobody stands waiting until WeChat has taken nine pictures. Done again
 * while the verdict is out it changes nothing.
 */
export async function checkLater(store: Store, { of, files, byUserId, now }: Given): Promise<void> {
  await Promise.all(
    files.map((file) =>
      store.mediaChecks.addNew({
        ...file,
        _id: stableId('media', file.fileId, of.kind, of.id),
        of,
        byUserId,
        givenAt: now,
        traceId: null,
        recheckAt: now,
      }),
    ),
  )
}
