import { caretakers, type Actor } from '../account/policy'
import { ancestorsOf, type AreaPath } from '../shared/area'
import { placeOfGroup } from './thread'

const of = (groupPath: string): string => `of:${groupPath}`
const under = (areaPath: AreaPath): string => `under:${areaPath}`

/**
 * What the matters of a group (questions, reports, promises) are found by: by those who look after its place or an
 * area above it (`under:`), and by those who look after a part of the place (`of:`). They are those of `canModerate`.
 */
export const careKeysOf = (groupPath: string): string[] => {
  const place = placeOfGroup(groupPath)
  return place === null ? [] : [of(groupPath), ...ancestorsOf(place).map(under)]
}

/** What all matters within an area are found by. */
export const careKeyOfArea = under

/** Under which of these keys somebody finds what is theirs to see to. */
export const careKeysFor = (actor: Pick<Actor, 'roles'>): string[] => [
  ...new Set(
    actor.roles
      .filter(({ role }) => caretakers.some((caretaker) => caretaker === role))
      .flatMap(({ areaPath }) => [under(areaPath), ...ancestorsOf(areaPath).map(of)]),
  ),
]
