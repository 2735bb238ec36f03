import { action } from '../../../_runtime/serve'
import { findFarewell } from '../../find-farewell'

export const farewell = action('account.farewell', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, store }) => ({ farewell: await findFarewell(store, actor) }),
})
