import type { Invitation, InvitationTarget } from '@/domain/invitation/schema'
import type { Area } from '@/domain/place/schema'
import { areasOfHome, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { days as inDays, type Timestamp } from '@/domain/shared/time'
import { openapi, uploadFile } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** The page that a scanned code opens. */
const landingPage = 'pages/join/index'

export interface NewInvitation {
  /** Of `invitationCodeSchema`: it becomes the code itself, so that a retry makes no second one. */
  id: string
  area: Pick<Area, '_id' | 'fullName'>
  /** Of the flat that it is for, where it counts to one. */
  gridPath?: AreaPath | null
  /** The room number or the person's name, for its makers. */
  targetName?: string
  target: InvitationTarget
  /** How long it can be used. */
  days: number
  maxUses: number
  /** The user id of its maker, who was allowed to (see `canInviteTo`). */
  by: string
  now: Timestamp
}

/**
 * An invitation with its QR picture in storage; the same id again gives the first one. One wait.
 * @throws AppError Conflict where the id belongs to another invitation
 */
export async function makeInvitation(store: Store, wanted: NewInvitation): Promise<Invitation> {
  // The picture first: an invitation without one would be of no use, a picture without one harms nobody.
  const { buffer } = await openapi.wxacode.getUnlimited({
    scene: wanted.id,
    page: landingPage,
    checkPath: false,
  })
  const { document } = await store.invitations.insertOnce({
    _id: wanted.id,
    target: wanted.target,
    areaPath: wanted.area._id,
    areaName: wanted.area.fullName,
    areaAt: areasOfHome({ areaPath: wanted.area._id, gridPath: wanted.gridPath ?? null }),
    targetName: wanted.targetName ?? '',
    createdBy: wanted.by,
    createdAt: wanted.now,
    createdKey: pageKey(wanted.now, wanted.id),
    expiresAt: wanted.now + inDays(wanted.days),
    maxUses: wanted.maxUses,
    usedCount: 0,
    scanCount: 0,
    refusalCount: 0,
    revokedAt: null,
    isClosed: false,
    codeFileId: await uploadFile(`invitations/${wanted.id}.png`, buffer),
  })
  return ownInvitation(document, wanted)
}

/**
 * A request id that was used for another invitation is no way to get at that one.
 * @throws AppError Conflict
 */
export function ownInvitation(invitation: Invitation, { by, area, target }: NewInvitation): Invitation {
  const isSame =
    invitation.createdBy === by &&
    invitation.areaPath === area._id &&
    targetKey(invitation.target) === targetKey(target)
  if (!isSame) throw new AppError('Conflict')
  return invitation
}

/** Targets as texts, so that two can be compared. */
export function targetKey(target: InvitationTarget): string {
  switch (target.kind) {
    case 'home':
      return 'home'
    case 'household':
      return `household:${target.householdId}`
    case 'role':
      return `role:${target.role}`
    case 'person':
      return `person:${target.userId}`
  }
}
