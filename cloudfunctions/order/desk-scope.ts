import type { Actor } from '@/domain/account/policy'
import { ancestorAt, isWithin, levelOf, type AreaPath } from '@/domain/shared/area'
import type { Where } from '../_runtime/collection'
import { command } from '../_runtime/sdk'
import { within } from '../_runtime/within'
import { communitiesOf } from './communities'

/** What of the desks someone works at as staff. */
export interface DeskScope {
  communities: AreaPath[]
  /** Only these estates or buildings of them; none: all that is the communities'. */
  parts: AreaPath[]
}

export const wholeDesks = (communities: AreaPath[]): DeskScope => ({ communities, parts: [] })

/** Whoever is appointed to parts of a community sees these, beside the whole communities that they are appointed to. */
export function deskScopeOf(actor: Actor): DeskScope {
  const communities = communitiesOf(actor, 'communityStaff')
  const areas = actor.roles
    .filter(({ role, areaPath }) => role === 'communityStaff' && ancestorAt(areaPath, 'community') !== null)
    .map(({ areaPath }) => areaPath)
  const isWhole = areas.every((path) => levelOf(path) === 'community')
  return { communities, parts: isWhole ? [] : [...new Set(areas)] }
}

/** The areas that it is made of. */
export const areasOfScope = ({ communities, parts }: DeskScope): AreaPath[] =>
  parts.length > 0 ? parts : communities

/** The scope within an area: it lies in the scope, or holds some of it. */
export function narrowedTo({ communities, parts }: DeskScope, areaPath: AreaPath): DeskScope {
  const own = communities.filter((path) => path === ancestorAt(areaPath, 'community'))
  if (parts.length === 0) return { communities: own, parts: [areaPath] }
  const left = parts.flatMap((part) => {
    if (isWithin(areaPath, part)) return [areaPath]
    return isWithin(part, areaPath) ? [part] : []
  })
  return { communities: left.length > 0 ? own : [], parts: left }
}

/** What of a scope there is, for the indexes that begin with the community. @param field where the home lies */
export const atDesk = ({ communities, parts }: DeskScope, field = 'areaPath'): Where => {
  const [only, ...more] = parts.map(within)
  return {
    communityPath: command.in(communities),
    ...(only === undefined ? {} : { [field]: more.length === 0 ? only : command.or([only, ...more]) }),
  }
}
