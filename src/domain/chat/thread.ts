import * as z from 'zod'
import { ancestorAt, areaPathSchema, isGrid, levelOf, type AreaPath } from '../shared/area'

/** The private thread of an order: `order:<orderId>`, beside the places' paths. */
export const threadPathSchema = z.string().regex(/^order:[A-Za-z0-9_-]{8,32}$/)

/** A circle of people who work together in a community: its volunteers, its staff. */
export const circlePathSchema = z.string().regex(/^(?:volunteers|staff):([a-z0-9-]{1,24}\/){2}$/)

/** Where people talk: a place's group by its path, a circle, or the thread of an order. */
export const groupPathSchema = areaPathSchema.or(circlePathSchema).or(threadPathSchema)

const prefix = 'order:'
export const threadOf = (orderId: string): string => `${prefix}${orderId}`
export const isThread = (groupPath: string): boolean => groupPath.startsWith(prefix)
/** The order of a thread; null for any other group. */
export const orderIdOf = (groupPath: string): string | null =>
  isThread(groupPath) ? groupPath.slice(prefix.length) : null

export type Circle = 'volunteers' | 'staff'
export const circleOf = (kind: Circle, communityPath: AreaPath): string => `${kind}:${communityPath}`
/** A circle's kind and community; null for any other group. */
export function circleParts(groupPath: string): { circle: Circle; communityPath: AreaPath } | null {
  const colon = groupPath.indexOf(':')
  const kind = groupPath.slice(0, Math.max(colon, 0))
  return kind === 'volunteers' || kind === 'staff'
    ? { circle: kind, communityPath: groupPath.slice(colon + 1) }
    : null
}

/** What kind of group a path names. */
export type GroupKind = 'building' | 'unit' | 'grid' | Circle | 'order'
export function groupKindOf(groupPath: string): GroupKind | null {
  if (isThread(groupPath)) return 'order'
  const circle = circleParts(groupPath)
  if (circle) return circle.circle
  if (isGrid(groupPath)) return 'grid'
  const level = levelOf(groupPath)
  return level === 'building' || level === 'unit' ? level : null
}

/** The place whose leaders and staff look after a group: nobody's for an order's thread. */
export const placeOfGroup = (groupPath: string): AreaPath | null =>
  isThread(groupPath) ? null : (circleParts(groupPath)?.communityPath ?? groupPath)

/** The community that a place's group or a circle belongs to. */
export const communityOfGroup = (groupPath: string): AreaPath | null => {
  const place = placeOfGroup(groupPath)
  return place === null ? null : ancestorAt(place, 'community')
}
