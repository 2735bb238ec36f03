import { caretakers, type Actor } from '../account/policy'
import type { AreaPath } from '../shared/area'
import type { Visit } from './schema'

/** The areas in which somebody looks in on people: leaders and staff, each in theirs. */
export const visitAreasOf = ({ roles }: Pick<Actor, 'roles'>): AreaPath[] => [
  ...new Set(
    roles
      .filter(({ role }) => caretakers.some((caretaker) => caretaker === role))
      .map(({ areaPath }) => areaPath),
  ),
]

/** Those who look after the home, be it by an area that holds it or by its micro-grid. */
export const canVisit = (actor: Pick<Actor, 'roles'>, { areaAt }: Pick<Visit, 'areaAt'>): boolean =>
  visitAreasOf(actor).some((areaPath) => areaAt.includes(areaPath))
