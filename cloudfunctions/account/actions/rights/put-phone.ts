import { phoneSchema } from '@/domain/shared/contact'
import { AppError } from '@/domain/shared/errors'
import { phoneOf } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { presentMe } from '../../present-me'

/** A code is good once: the same request again finds the number already noted. */
export const putPhone = action('account.putPhone', {
  load: async () => null,
  allow: (actor) => actor.state === 'active',
  handle: async ({ actor, input, store }) => {
    const phone = phoneSchema.safeParse(await phoneOf(input.code))
    if (!phone.success) throw new AppError('NotFound')
    await store.accounts.update({ _id: actor._id }, { phone: phone.data })
    return { account: presentMe({ ...actor, phone: phone.data }) }
  },
})
