import { placeListWords as words } from '@/copy/place-list'
import { isSameName, levelBelow, newArea, orderOf } from '@/domain/place/naming'
import { canKeepPlaces } from '@/domain/place/policy'
import type { Area } from '@/domain/place/schema'
import { isGrid } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { countAt, viewOf } from '../count-places'
import { findArea, findChildren } from '../find-places'
import { renameWithin } from '../rename-areas'

interface Subject {
  parent: Area
  siblings: Area[]
  area: Area | null
}

export const putArea = action('place.putArea', {
  fetch: async ({ input: { parentPath }, store }) => {
    const [parent, siblings] = await Promise.all([
      findArea(store, parentPath),
      findChildren(store, parentPath, { withRetired: true }),
    ])
    return { parent, siblings }
  },
  load: ({ input: { areaPath } }, { parent, siblings }) => {
    const area = siblings.find(({ _id, retiredAt }) => _id === areaPath && retiredAt === null) ?? null
    if (areaPath !== null && !area) throw new AppError('NotFound')
    return Promise.resolve({ parent, siblings, area })
  },
  allow: (actor, { parent }) => canKeepPlaces(actor, parent._id),
  handle: async (call, subject) => ({
    area: await (subject.area ? rename(call, subject, subject.area) : add(call, subject)),
  }),
})

const namesakes = ({ siblings }: Subject, level: Area['level'], name: string): Area[] =>
  siblings.filter((one) => one.level === level && isSameName(level, one.name, name, words))

async function rename({ input: { name }, now, store }: Call<'place.putArea'>, subject: Subject, area: Area) {
  const others = namesakes(subject, area.level, name).filter(
    ({ _id, retiredAt }) => _id !== area._id && retiredAt === null,
  )
  if (others.length > 0) throw new AppError('Conflict', { what: 'name' })
  const [renamed, { households, residents }] = await Promise.all([
    renameWithin(store, subject.parent, { ...area, name, order: orderOf(area.level, name, words) }),
    countAt(store, area._id, now),
  ])
  return viewOf(renamed, households, residents)
}

/** A name that was used once is put back on the map with all that happened there. */
async function add({ input: { name }, requestId, store }: Call<'place.putArea'>, subject: Subject) {
  const { parent } = subject
  const level = levelBelow(parent._id)
  if (level === null || isGrid(parent._id)) throw new AppError('BadInput', { where: ['parentPath'] })
  const same = namesakes(subject, level, name)
  const known = same.find(({ retiredAt }) => retiredAt === null)
  if (known && known.requestId !== requestId) throw new AppError('Conflict', { what: 'name' })
  if (known) return viewOf(known, 0, 0)
  const siblings = subject.siblings.filter((one) => one.level === level)
  const fresh = { ...newArea({ level, name, parent, siblings }, words), requestId }
  const area = same[0] ? { ...fresh, _id: same[0]._id } : fresh
  const { document, isNew } = await store.areas.insertOnce(area)
  if (isNew || document.requestId === requestId) return viewOf(area, 0, 0)
  // Somebody else was quicker with the same path, unless it is the retired one that we mean.
  const { _id, ...fields } = area
  const revived =
    document.retiredAt === null ? 0 : await store.areas.update({ _id, retiredAt: document.retiredAt }, fields)
  if (revived === 0) throw new AppError('Conflict', { what: 'name' })
  return viewOf(area, 0, 0)
}
