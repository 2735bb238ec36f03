import { phoneSchema } from '@/domain/shared/contact'
import { AppError } from '@/domain/shared/errors'
import { phoneOf } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { changeOwn } from '../../change-own'
import { presentMe } from '../../present-me'
import { trailLine } from '../../trail'

/** My number, from WeChat itself: a code is good once, so the same request again answers what the first one noted. */
export const putPhone = action('account.putPhone', {
  load: async () => null,
  allow: (actor) => actor.state === 'active',
  handle: async (call) => {
    const { actor, input, now, requestId, store } = call
    const line = { key: requestId, event: 'corrected', userId: actor._id, by: actor, at: now } as const
    const phone = phoneSchema.safeParse(await phoneOf(input.code))
    if (!phone.success) {
      const [isNoted, account] = await Promise.all([
        store.trail.get(trailLine(line)._id),
        store.accounts.get(actor._id),
      ])
      if (!isNoted || !account) throw new AppError('NotFound')
      return { account: presentMe(account) }
    }
    const account = await changeOwn(call, (known) => ({
      account: { ...known, phone: phone.data },
      trail: [line],
      fields: { phone: phone.data },
    }))
    return { account: presentMe(account) }
  },
})
