import { canReadHandbook } from '@/domain/handbook/policy'
import { action } from '../../../_runtime/serve'
import { findHandbook } from '../../find-handbook'
import { presentHandbook } from './present'

export const getHandbook = action('handbook.get', {
  fetch: ({ input, now, store }) => findHandbook(store, input.communityPath, now),
  load: async (_call, handbook) => handbook,
  allow: (actor, { _id }) => canReadHandbook(actor, _id),
  handle: async ({ actor }, handbook) => ({ handbook: presentHandbook(actor, handbook) }),
})
