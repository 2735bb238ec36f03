import { action } from '../../_runtime/serve'
import { presentMe } from '../present-me'

/** What volunteers decide for themselves; who is one is not theirs to say. */
export const putVolunteer = action('account.putVolunteer', {
  load: async () => null,
  allow: (actor) => actor.roles.some(({ role }) => role === 'volunteer'),
  handle: async ({ actor, input, store }) => {
    const { skills: chosen, ...volunteer } = input
    const skills = [...new Set(chosen)]
    await store.accounts.update({ _id: actor._id }, { skills, volunteer })
    return { account: presentMe({ ...actor, skills, volunteer }) }
  },
})
