import { groupActions } from '@/domain/group/policy'
import { action } from '../../../_runtime/serve'
import { findPlaceGroup } from '../../find-group'
import { presentGroup } from '../../group/present-group'
import { ruleHouse } from '../../group/rule-house'

export const setGroupHours = action('group.setHours', {
  fetch: ({ input, store }) => findPlaceGroup(store, input.groupPath),
  load: async (_call, group) => group,
  allow: (actor, { groupPath }) => groupActions(actor, groupPath).includes('setHours'),
  handle: async (call, group) => {
    const { actor, input, now } = call
    // Looked at first, since there may be no such place.
    presentGroup(actor, group, now)
    const { announcementHours } = input
    const settings = await ruleHouse(call, group, {
      body: { kind: 'house', what: announcementHours ? 'hours' : 'noHours', hours: announcementHours },
      change: (found) => ({ ...found, announcementHours }),
    })
    return { group: presentGroup(actor, group, now, settings) }
  },
})
