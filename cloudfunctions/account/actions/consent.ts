import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'

/** More requests nobody has on their way at once. */
const remembered = 20

/** The ledger of who can still be told what: one tap, one message more of each kind. */
export const giveConsent = action('account.consent', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, requestId, store }) => {
    const moments = [...new Set(input.moments)]
    const more = Object.fromEntries(moments.map((moment) => [`consents.${moment}`, command.inc(1)]))
    const isNew = { _id: actor._id, consentIds: command.nin([requestId]) }
    const consentIds = command.push({ each: [requestId], slice: -remembered })
    await store.accounts.update(isNew, {}, { ...more, consentIds })
    return {}
  },
})
