import { randomId } from '@/platform/random-id'

/** An id for a new entry: of letters, digits and hyphens alone, see `entryIdSchema`. */
export const newEntryId = (): string => randomId().replace(/_/g, '-')
