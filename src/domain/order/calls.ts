import * as z from 'zod'
import type { Order } from './schema'

/** Somebody to call, since no message reaches them: what of, and whether the order has a phone (`order.phone`). */
export const callSchema = z.object({
  userId: z.string(),
  nickname: z.string(),
  orderId: z.string(),
  moment: z.string(),
  hasPhone: z.boolean(),
})
export type Call = z.infer<typeof callSchema>

type Unreached = Pick<
  Order,
  '_id' | 'unreached' | 'requesterId' | 'requesterName' | 'beneficiary' | 'contact'
>

/** Everybody whom messages of these orders did not reach, by the name that the order has for them. */
export const callsOf = (orders: readonly Unreached[]): Call[] =>
  orders.flatMap(({ _id, unreached, requesterName, requesterId, beneficiary, contact }) =>
    unreached.map(({ to, moment }) => {
      const isBeneficiary = to !== requesterId && beneficiary.kind === 'other'
      const nickname = isBeneficiary ? beneficiary.name : requesterName
      return { userId: to, nickname, orderId: _id, moment, hasPhone: contact.phone !== null }
    }),
  )
