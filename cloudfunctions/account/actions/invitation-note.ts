import { AppError } from '@/domain/shared/errors'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'

const counters = { scan: 'scanCount', refusal: 'refusalCount' } as const

/** Only a number goes up: who opened a code, or said no, is not kept. */
export const noteInvitation = action('invitation.note', {
  load: async () => null,
  allow: () => true,
  handle: async ({ input, store }) => {
    const noted = await store.invitations.update(
      { _id: input.code },
      {},
      { [counters[input.what]]: command.inc(1) },
    )
    if (noted === 0) throw new AppError('InvitationUnknown')
    return {}
  },
})
