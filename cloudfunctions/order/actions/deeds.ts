import { creditedMinutes, isByStaff } from '@/domain/order/hours'
import { isForWall } from '@/domain/order/parts'
import { beneficiaryIdOf, type Order } from '@/domain/order/schema'
import { action } from '../../_runtime/serve'

/** Deeds looked at: some years of a busy volunteer's. */
const most = 1000
const shown = 30
const fields = ['_id', 'served', 'service', 'requesterId', 'beneficiary', 'review'] as const
type Deed = Pick<Order, (typeof fields)[number]>

export const listDeeds = action('order.deeds', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, store }) => {
    const found = await store.orders.findParts({ servedIds: actor._id }, fields, {
      orderBy: ['createdKey', 'desc'],
      limit: most,
    })
    return {
      orders: found.length,
      minutes: found.reduce((sum, deed) => sum + creditedMinutes(deed, actor._id), 0),
      people: new Set(found.map(helpedBy)).size,
      thanks: found.flatMap(thanksIn).slice(0, shown),
      corrections: found.flatMap((deed) => correctionsIn(deed, actor._id)).slice(0, shown),
    }
  },
})

/** Who was helped; without an account, by the name that the one who asked for them knows them by. */
const helpedBy = ({ beneficiary, requesterId }: Deed): string =>
  beneficiaryIdOf({ beneficiary, requesterId }) ??
  `${requesterId} ${beneficiary.kind === 'other' ? beneficiary.name : ''}`

function thanksIn({ _id, review, service }: Deed) {
  if (!review || review.thanks === '') return []
  const { thanks: words, at } = review
  return [{ orderId: _id, words, serviceName: service.name, at, onWall: isForWall(review) }]
}

const correctionsIn = ({ _id, served, service }: Deed, userId: string) =>
  served
    .filter((line) => line.userId === userId && isByStaff(line))
    .map(({ minutes, reason, at }) => ({ orderId: _id, serviceName: service.name, minutes, reason, at }))
