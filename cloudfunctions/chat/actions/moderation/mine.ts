import { toldStates } from '@/domain/moderation/schema'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { presentCase } from '../../moderation/present-case'

export const myCases = action('moderation.mine', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, now, store }) => {
    // What was only reported is not among them, nor is when that was: also a cursor tells.
    const told = { 'author.userId': actor._id, state: command.in([...toldStates]) }
    const page = await store.cases.page(told, 'toldKey', 'desc', input)
    return { items: page.items.map((one) => presentCase(actor, one, now)), nextCursor: page.nextCursor }
  },
})
