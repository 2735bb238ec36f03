import { capabilitiesOf } from '@/domain/account/policy'
import { topicsOf } from '@/domain/signal/topics'
import { action } from '../../_runtime/serve'
import { signalIdOf } from '../../_runtime/signals'
import { presentMe } from '../present-me'

export const me = action('account.me', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor }) => ({
    account: actor && presentMe(actor),
    capabilities: actor ? capabilitiesOf(actor) : [],
    topics: actor ? topicsOf(actor).map(signalIdOf) : [],
  }),
})
