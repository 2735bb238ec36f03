import * as z from 'zod'
import type { Actor } from '../account/policy'
import { idSchema } from '../shared/ids'
import { can } from './policy'
import { isOwnThanks, type Order } from './schema'

/** Thanks as the building reads them: no day, no door, no phone. */
export const thanksOnWallSchema = z.object({
  orderId: idSchema,
  words: z.string(),
  serviceName: z.string(),
  /** Who was there, by the names they are known by. */
  to: z.array(z.string()),
  from: z.string(),
  allowedActions: z.array(z.literal('takeOffWall')),
  /** Whoever looks after the building says why they take it off. */
  needsReason: z.boolean().default(false),
})
export type ThanksOnWall = z.infer<typeof thanksOnWallSchema>

/** What of an order the wall shows; null for one that is not on it. */
export function presentThanks(actor: Actor, order: Order): ThanksOnWall | null {
  const { _id, review, service, takers, wallMonth } = order
  if (!review || wallMonth === null) return null
  const mayTakeOff = can(actor, 'takeOffWall', order)
  return {
    orderId: _id,
    words: review.thanks,
    serviceName: service.name,
    to: takers.filter(({ completedAt }) => completedAt !== null).map(({ name }) => name),
    from: writerOf(order, review.by),
    allowedActions: mayTakeOff ? ['takeOffWall'] : [],
    needsReason: mayTakeOff && !isOwnThanks(actor._id, order),
  }
}

/** The one helped, or who asked for them. */
const writerOf = ({ requesterId, requesterName, beneficiary }: Order, by: string): string =>
  by !== requesterId && beneficiary.kind === 'other' ? beneficiary.name : requesterName
