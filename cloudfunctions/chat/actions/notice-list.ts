import { isCurrent } from '@/domain/account/index-fields'
import type { Actor } from '@/domain/account/policy'
import { canReadNotice } from '@/domain/notice/policy'
import { addressKeys } from '@/domain/notice/schema'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { presentNotices } from '../present-notice'

/** The keys under which notices to me stand; `groupPath` narrows them to those that reach one building. */
function keysOf(actor: Actor, groupPath: string | null): string[] {
  if (groupPath !== null) return addressKeys.wanted([groupPath], [])
  const pathsOf = (places: readonly { areaPath: string }[]): string[] =>
    places.map(({ areaPath }) => areaPath)
  return addressKeys.wanted(pathsOf(actor.memberships.filter(isCurrent)), pathsOf(actor.roles))
}

export const listNotices = action('notice.list', {
  load: async ({ actor, input }) => keysOf(actor, input.groupPath),
  allow: () => true,
  handle: async ({ actor, input, store }, keys) => {
    if (keys.length === 0) return { items: [], nextCursor: null }
    const page = await store.notices.page({ addressKeys: command.in(keys) }, 'publishedKey', 'desc', input)
    const readable = page.items.filter((notice) => canReadNotice(actor, notice))
    return { items: await presentNotices(store, actor, readable), nextCursor: page.nextCursor }
  },
})
