import { isOpenHome } from '@/domain/account/index-fields'
import type { Actor } from '@/domain/account/policy'
import { canReadNotice } from '@/domain/notice/policy'
import { addressKeys } from '@/domain/notice/schema'
import { areasOfHome } from '@/domain/shared/area'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { holding } from '../../notice/find-notice'
import { presentNotices } from '../../notice/present-notice'

/** The keys under which notices to me stand; `groupPath` narrows them to those that reach one building. */
function keysOf(actor: Actor, groupPath: string | null): string[] {
  if (groupPath !== null) return addressKeys.wanted([groupPath], [])
  return addressKeys.wanted(
    actor.memberships.filter(isOpenHome).flatMap(areasOfHome),
    actor.roles.map(({ areaPath }) => areaPath),
  )
}

/** Three waits: which notices are mine hangs on where I live and what I look after. */
export const listNotices = action('notice.list', {
  load: async ({ actor, input }) => keysOf(actor, input.groupPath),
  allow: () => true,
  handle: async ({ actor, input, now, store }, keys) => {
    if (keys.length === 0) return { items: [], nextCursor: null }
    const meant = { addressKeys: command.in(keys), ...(input.view === 'current' ? holding(now) : {}) }
    const page = await store.notices.page(meant, 'publishedKey', 'desc', input)
    const readable = page.items.filter((notice) => canReadNotice(actor, notice))
    return { items: await presentNotices(store, actor, readable, now), nextCursor: page.nextCursor }
  },
})
