import type { Actor } from '@/domain/account/policy'
import type { HandbookView } from '@/domain/handbook/contract'
import { canEditHandbook } from '@/domain/handbook/policy'
import type { Handbook } from '@/domain/handbook/schema'

/** The handbook as one person may see it: who changed what is for those who keep it. */
export function presentHandbook(actor: Actor, handbook: Handbook): HandbookView {
  const canEdit = canEditHandbook(actor, handbook._id)
  return { ...handbook, trail: canEdit ? handbook.trail : null, canEdit }
}
