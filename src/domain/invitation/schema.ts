import * as z from 'zod'
import { ancestorsOf, areaPathSchema, isGrid, type AreaPath, type HomePlace } from '../shared/area'
import { idSchema } from '../shared/ids'
import { roleSchema } from '../shared/role'
import { timestampSchema, type Timestamp } from '../shared/time'

/**
 * The code behind a QR picture. It travels as the `scene` of a mini-program code, which holds at most 32
 * visible characters: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
 */
export const invitationCodeSchema = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/)

/**
 * What a code is for. home: a building or stairwell · household: one flat · role: to apply for a role in the area ·
 * person: someone on the register takes over their own account.
 */
export const invitationTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('household'), householdId: idSchema }),
  z.object({ kind: z.literal('role'), role: roleSchema }),
  z.object({ kind: z.literal('person'), userId: idSchema }),
])
export type InvitationTarget = z.infer<typeof invitationTargetSchema>
export const invitationTargetKindSchema = z.enum(['home', 'household', 'role', 'person'])

export const invitationSchema = z.object({
  _id: invitationCodeSchema,
  target: invitationTargetSchema.default({ kind: 'home' }),
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** For indexes: the area and all above it, and the micro-grid where it is for one or for a flat of one. */
  areaAt: z.array(areaPathSchema).default([]),
  /** For its makers, to tell codes apart: the room number, or the person's name. Sealed at rest, and never shown before joining. */
  targetName: z.string().default(''),
  createdBy: idSchema,
  createdAt: timestampSchema,
  createdKey: z.string().default(''),
  expiresAt: timestampSchema,
  maxUses: z.number().int().positive(),
  /** Those who joined with it. */
  usedCount: z.number().int().nonnegative(),
  /** How often it was opened, and how often someone said no to the privacy guide. */
  scanCount: z.number().int().nonnegative().default(0),
  refusalCount: z.number().int().nonnegative().default(0),
  revokedAt: timestampSchema.nullable(),
  /** For indexes: revoked, used up, or expired, of which the clock takes note within a minute or two. */
  isClosed: z.boolean().default(false),
  /** The QR picture in cloud storage. */
  codeFileId: z.string().nullable(),
})
export type Invitation = z.infer<typeof invitationSchema>

export const invitationStateSchema = z.enum(['valid', 'expired', 'revoked', 'usedUp'])
export type InvitationState = z.infer<typeof invitationStateSchema>

/** Can it still be used? Revoked says more than expired, expired more than used up. */
export function invitationState(invitation: Invitation, now: Timestamp): InvitationState {
  if (invitation.revokedAt !== null) return 'revoked'
  if (now >= invitation.expiresAt) return 'expired'
  if (invitation.usedCount >= invitation.maxUses) return 'usedUp'
  return 'valid'
}

/** How often a code can be used where its maker does not say, and at most. */
export const usesOf: Readonly<Record<InvitationTarget['kind'], { usual: number; most: number }>> = {
  home: { usual: 200, most: 1000 },
  household: { usual: 5, most: 12 },
  role: { usual: 50, most: 1000 },
  person: { usual: 1, most: 1 },
}

/** Where it leads, as policies look at places. */
export const placeOfInvitation = ({
  areaPath,
  areaAt,
}: Pick<Invitation, 'areaPath' | 'areaAt'>): HomePlace => ({
  areaPath,
  gridPath: areaAt.find(isGrid) ?? null,
})

/** The building behind a micro-grid, which is no place to live at; any other area as it is. */
export const areaToLiveIn = (areaPath: AreaPath): AreaPath =>
  isGrid(areaPath) ? (ancestorsOf(areaPath)[3] ?? areaPath) : areaPath
