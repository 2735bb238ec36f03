import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'

/** The ledger of who can still be told what: one tap, one message more of each kind. */
export const giveConsent = action('account.consent', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const moments = [...new Set(input.moments)]
    const more = Object.fromEntries(moments.map((moment) => [`consents.${moment}`, command.inc(1)]))
    await store.accounts.update({ _id: actor._id }, {}, more)
    return {}
  },
})
