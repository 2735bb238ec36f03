import type { AreaPath } from '@/domain/shared/area'
import { command } from './sdk'

/**
 * The condition "in this area or below it", which an index on the path answers as one range: paths end with a
 * slash, and `0` is the character after it.
 */
export const within = (scope: AreaPath): unknown =>
  command.gte(scope).and(command.lt(`${scope.slice(0, -1)}0`))
