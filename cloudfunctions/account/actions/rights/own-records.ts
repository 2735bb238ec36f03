import { accessViewSchema, trailViewSchema } from '@/domain/trail/schema'
import { action } from '../../../_runtime/serve'

/** Who has looked at what is kept of me. */
export const listAccesses = action('account.accesses', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const page = await store.accesses.page({ userId: actor._id }, 'atKey', 'desc', input)
    return { ...page, items: page.items.map((access) => accessViewSchema.parse(access)) }
  },
})

/** What has been done to my homes and roles. */
export const listOwnTrail = action('account.trail', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const page = await store.trail.page({ userId: actor._id }, 'atKey', 'desc', input)
    return { ...page, items: page.items.map((line) => trailViewSchema.parse(line)) }
  },
})
