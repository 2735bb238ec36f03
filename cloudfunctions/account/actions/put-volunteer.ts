import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { presentMe } from '../present-me'

/** What volunteers decide for themselves; who is one is not theirs to say. */
export const putVolunteer = action('account.putVolunteer', {
  load: async () => null,
  allow: (actor) => actor.roles.some(({ role }) => role === 'volunteer'),
  handle: async ({ actor, input, store }) => {
    const { skills: chosen, avoids = actor.volunteer.avoids, ...rest } = input
    const skills = [...new Set(chosen)]
    const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [`volunteer.${key}`, value]))
    // Only those who are named or let go: `order.avoid` may add somebody at this moment.
    const gone = actor.volunteer.avoids.filter((id) => !avoids.includes(id))
    const added = avoids.filter((id) => !actor.volunteer.avoids.includes(id))
    const removing = gone.length > 0 ? { 'volunteer.avoids': command.pullAll(gone) } : {}
    await store.accounts.update({ _id: actor._id }, { skills }, { ...own, ...removing })
    if (added.length > 0) {
      const adding = { 'volunteer.avoids': command.addToSet({ $each: added }) }
      await store.accounts.update({ _id: actor._id }, {}, adding)
    }
    return { account: presentMe({ ...actor, skills, volunteer: { ...rest, avoids } }) }
  },
})
