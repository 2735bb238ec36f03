import { isCaretakerAt } from '@/domain/account/policy'
import { callsOf } from '@/domain/order/calls'
import { action } from '../../_runtime/serve'
import { communitiesOf } from '../communities'
import { wholeDesks } from '../desk-scope'
import { findUnreached } from './numbers/count-morning'

/** Orders looked at: those of a whole community, of which a leader sees their building's. */
const looked = 200

export const listCalls = action('order.listCalls', {
  load: async ({ actor }) => [
    ...new Set([...communitiesOf(actor, 'microGridLeader'), ...communitiesOf(actor, 'communityStaff')]),
  ],
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ actor, store }, communities) => {
    const found = await findUnreached(store, wholeDesks(communities), looked)
    return { calls: callsOf(found.filter((order) => isCaretakerAt(actor, order))) }
  },
})
