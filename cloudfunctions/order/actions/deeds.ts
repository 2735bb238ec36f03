import { action } from '../../_runtime/serve'

/** Deeds looked at: some years of a busy volunteer's. */
const most = 1000
const shownThanks = 30

export const listDeeds = action('order.deeds', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, store }) => {
    const fields = ['served', 'service', 'requesterId', 'review'] as const
    const found = await store.orders.findParts({ servedIds: actor._id }, fields, {
      orderBy: ['createdKey', 'desc'],
      limit: most,
    })
    const mine = found.flatMap(({ served }) => served.filter(({ userId }) => userId === actor._id))
    const thanks = found.flatMap(({ review, service }) =>
      review && review.thanks !== ''
        ? [{ words: review.thanks, serviceName: service.name, at: review.at }]
        : [],
    )
    return {
      orders: found.length,
      minutes: mine.reduce((sum, { minutes }) => sum + minutes, 0),
      people: new Set(found.map(({ requesterId }) => requesterId)).size,
      thanks: thanks.slice(0, shownThanks),
    }
  },
})
