import * as z from 'zod'
import { areaPathSchema } from '../shared/area'

/** The private thread of an order: `order:<orderId>`, beside the buildings' paths. */
export const threadPathSchema = z.string().regex(/^order:[A-Za-z0-9_-]{8,32}$/)

/** Where people talk: a building's group by its path, or the thread of an order. */
export const groupPathSchema = areaPathSchema.or(threadPathSchema)

const prefix = 'order:'
export const threadOf = (orderId: string): string => `${prefix}${orderId}`
export const isThread = (groupPath: string): boolean => groupPath.startsWith(prefix)
/** The order of a thread; null for a building's group. */
export const orderIdOf = (groupPath: string): string | null =>
  isThread(groupPath) ? groupPath.slice(prefix.length) : null
