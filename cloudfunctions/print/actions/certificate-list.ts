import { action } from '../../_runtime/serve'
import { presentMine } from '../present-certificate'

export const listCertificates = action('certificate.list', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const { items, nextCursor } = await store.certificates.page(
      { userId: actor._id },
      'issuedKey',
      'desc',
      input,
    )
    return { items: items.map(presentMine), nextCursor }
  },
})
