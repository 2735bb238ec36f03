import { canReadGroup } from '@/domain/chat/policy'
import { action } from '../../../_runtime/serve'
import { findPlaceGroup } from '../../find-group'
import { presentGroup } from '../../group/present-group'

export const getGroup = action('group.get', {
  fetch: ({ input, store }) => findPlaceGroup(store, input.groupPath),
  load: async (_call, group) => group,
  allow: (actor, { groupPath }) => canReadGroup(actor, groupPath),
  handle: async ({ actor, now }, group) => ({ group: presentGroup(actor, group, now) }),
})
