import { searchHandbook } from '@/domain/handbook/search'
import { dangersOfWish, fetchWishPlace } from '../read-wish'
import { ordersAlike } from '@/domain/order/alike'
import { isCaretakerInside } from '@/domain/account/policy'
import type { Beneficiary } from '@/domain/order/parts'
import { canOrderTo } from '@/domain/order/policy'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'

/** How many of each are shown: more is no help any more. */
const shown = { guide: 2, similar: 3 }
/** Open orders of the building that are looked at for similar ones, the earliest due. */
const lookedAt = 30

/** A preview tells nothing of the one it is for: which words, and whose consent, is asked with the order. */
const helped = ({ beneficiaryId }: { beneficiaryId: string | null }): Beneficiary =>
  beneficiaryId === null
    ? { kind: 'self' }
    : { kind: 'other', name: '-', relation: 'resident', userId: beneficiaryId, consent: 'standing' }

export const previewOrder = action('order.preview', {
  fetch: ({ input, now, store }) =>
    fetchWishPlace(store, { homePath: input.homePath, beneficiary: helped(input), roomNumber: '' }, now),
  load: async (_call, place) => place,
  allow: (actor, place, { homePath }) =>
    canOrderTo(actor, homePath, place.buildingPath, true, { charge: place.beneficiary }) ||
    isCaretakerInside(actor, homePath),
  handle: async ({ actor, input, store }, { handbook, buildingPath }) => {
    const service = handbook.services.find(({ id }) => id === input.serviceId) ?? null
    const named = handbook.guide.filter(({ id }) => id === service?.guideId)
    const found = searchHandbook(handbook, input.text).guide.filter((entry) => !named.includes(entry))
    const open = await store.orders.findParts(
      { buildingPath, phase: command.in(['waiting', 'later', 'moving']) },
      ['_id', 'service', 'text', 'requesterId', 'followerIds', 'status', 'createdAt'],
      { orderBy: ['dueKey', 'asc'], limit: lookedAt },
    )
    const alike = ordersAlike(open, { serviceId: input.serviceId, text: input.text, userId: actor._id })
    return {
      dangers: dangersOfWish(service, input),
      guide: [...named, ...found].slice(0, shown.guide),
      similar: alike.slice(0, shown.similar).map((order) => ({
        orderId: order._id,
        serviceName: order.service.name,
        createdAt: order.createdAt,
        status: order.status,
        isFollowed: order.followerIds.includes(actor._id),
      })),
    }
  },
})
