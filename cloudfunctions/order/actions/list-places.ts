import { caretakers, isCaretakerInside, type Actor } from '@/domain/account/policy'
import { ancestorAt, ancestorsOf, isWithin, type AreaPath } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import { within } from '../../_runtime/within'

/** The cloud gives no more at once; a street has fewer buildings. */
const most = 1000

const inCareOf = ({ roles }: Actor): AreaPath[] =>
  roles
    .filter(({ role }) => caretakers.some((one) => one === role))
    .map(({ areaPath }) => ancestorAt(areaPath, 'building') ?? areaPath)

/** For each street one area that holds all of its paths, so that they are one question. */
function scopesOf(paths: readonly AreaPath[]): AreaPath[] {
  const streets = [...new Set(paths.flatMap((path) => ancestorsOf(path).slice(0, 1)))]
  return streets.flatMap((street) => {
    const inside = paths.filter((path) => isWithin(path, street))
    const shared = ancestorsOf(inside[0] ?? street).filter((area) =>
      inside.every((path) => isWithin(path, area)),
    )
    return shared.slice(-1)
  })
}

/** The buildings that someone looks after, or a micro-grid of. */
export const listPlaces = action('order.listPlaces', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, store }) => {
    const scopes = scopesOf(inCareOf(actor))
    const found = await Promise.all(
      scopes.map((scope) =>
        store.areas.find({ level: 'building', _id: within(scope) }, { orderBy: ['_id', 'asc'], limit: most }),
      ),
    )
    return {
      items: found
        .flat()
        .filter(({ _id }) => isCaretakerInside(actor, _id))
        .map(({ _id, fullName }) => ({ areaPath: _id, areaName: fullName })),
    }
  },
})
