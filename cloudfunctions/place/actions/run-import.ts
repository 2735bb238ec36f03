import { canKeepPlaces } from '@/domain/place/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { presentImport } from '../present-import'
import { putNextPart } from '../put-in-place'

export const runImport = action('place.runImport', {
  fetch: ({ input: { importId }, store }) => store.placeImports.get(importId),
  load: (_call, found) => {
    if (!found) throw new AppError('NotFound')
    return Promise.resolve(found)
  },
  allow: (actor, { estatePath }) => canKeepPlaces(actor, estatePath),
  handle: async (call, found) => {
    const settled = await putNextPart(call, found)
    if (settled.state === 'cancelled') throw new AppError('Conflict')
    return { import: presentImport(settled) }
  },
})
