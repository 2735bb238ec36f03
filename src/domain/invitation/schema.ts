import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { timestampSchema, type Timestamp } from '../shared/time'

/**
 * The code behind a QR picture. It travels as the `scene` of a mini-program code, which holds at most 32
 * visible characters: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
 */
export const invitationCodeSchema = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/)

export const invitationSchema = z.object({
  _id: invitationCodeSchema,
  areaPath: areaPathSchema,
  areaName: z.string(),
  createdBy: idSchema,
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  maxUses: z.number().int().positive(),
  usedCount: z.number().int().nonnegative(),
  revokedAt: timestampSchema.nullable(),
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
