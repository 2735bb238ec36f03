import { AppError } from '@/domain/shared/errors'
import { personIdsIn, refOf } from '@/domain/shared/person'
import { canVisit } from '@/domain/visit/policy'
import type { Visit } from '@/domain/visit/schema'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { Store } from '../../../_runtime/store'
import { visitTopics } from '../../visit/close-visits'
import { presentVisit } from '../../visit/present-visit'

async function findVisit(store: Store, visitId: string): Promise<Visit> {
  const visit = await store.visits.get(visitId)
  if (!visit) throw new AppError('NotFound')
  return visit
}

export const finishVisit = action('visit.finish', {
  fetch: ({ store, input }) => findVisit(store, input.visitId),
  load: async (_call, visit) => visit,
  allow: (actor, visit) => canVisit(actor, visit),
  handle: async ({ actor, input, log, now, openid, store }, visit) => {
    if (!visit.isOpen) return { visit: presentVisit(visit, null) }
    await checkText(input.note, openid, log)
    const done = { by: refOf(actor), at: now, note: input.note }
    const namedIds = personIdsIn({ person: visit.person, done })
    const finished = await store.visits.update(
      { _id: visit._id, isOpen: true },
      { isOpen: false, done, namedIds },
    )
    if (finished === 0) return { visit: presentVisit(await findVisit(store, visit._id), null) }
    await moveSignals(store, visitTopics([visit.areaPath]))
    return { visit: presentVisit({ ...visit, isOpen: false, done, namedIds }, null) }
  },
})
