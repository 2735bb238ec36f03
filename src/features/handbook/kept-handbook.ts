import { handbookViewSchema, type HandbookView } from '@/domain/handbook/contract'
import type { AreaPath } from '@/domain/shared/area'
import { keep, read } from '@/platform/storage'

const keyOf = (communityPath: AreaPath): string => `handbook-${communityPath}`

/** A community's handbook as this phone saw it last, so that an order can be written without a network. */
export function readHandbook(communityPath: AreaPath): HandbookView | null {
  const kept = handbookViewSchema.safeParse(read(keyOf(communityPath)))
  return kept.success ? kept.data : null
}

/** The trail is long, and for staff at their desk. */
export const keepHandbook = (handbook: HandbookView): boolean =>
  keep(keyOf(handbook._id), { ...handbook, trail: null })
