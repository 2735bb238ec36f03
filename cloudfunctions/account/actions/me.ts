import { capabilitiesOf } from '@/domain/account/policy'
import { topicsOf } from '@/domain/signal/topics'
import { uploadFolderOf } from '../../_runtime/own-files'
import { action } from '../../_runtime/serve'
import { presentMe } from '../present-me'

export const me = action('account.me', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, openid }) => ({
    account: actor && presentMe(actor),
    capabilities: actor ? capabilitiesOf(actor) : [],
    topics: actor ? topicsOf(actor) : [],
    uploadFolder: uploadFolderOf(openid),
  }),
})
