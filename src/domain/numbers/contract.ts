import * as z from 'zod'
import { entryIdSchema } from '../handbook/schema'
import { areaPathSchema } from '../shared/area'
import { dayKeySchema } from '../shared/calendar'
import { defineContracts } from '../shared/contract'
import { pageInputSchema, pageOf } from '../shared/paging'
import { callSchema } from '../order/calls'
import { orderViewSchema } from '../order/present'
import { isPeriod } from './period'

/** What is counted of a set of orders. A reopened order counts as open until it is done again. */
export const figuresSchema = z.object({
  /** All of them: those that wait, that are on their way, that are done, and that ended without help. */
  arrived: z.number().int(),
  waiting: z.number().int(),
  moving: z.number().int(),
  done: z.number().int(),
  /** Ended before anybody helped: cancelled, passed on to those whose job it is, merged into another. */
  cancelled: z.number().int(),
  /** Late once, late for ever. */
  late: z.number().int(),
  reopened: z.number().int(),
  rated: z.number().int(),
  /** Mean stars; null when nobody rated. */
  stars: z.number().nullable(),
  /** Minutes until someone took it, and until it was done: the middle one, and the slowest but a tenth. */
  toAccept: z.object({ median: z.number().nullable(), ninety: z.number().nullable() }),
  toFinish: z.object({ median: z.number().nullable(), ninety: z.number().nullable() }),
})
export type Figures = z.infer<typeof figuresSchema>

/** Which orders a number stands for. */
export const drillSchema = z.enum([
  'arrived',
  'accepted',
  'waiting',
  'moving',
  'done',
  'cancelled',
  'late',
  'reopened',
  'rated',
  'unhappy',
])
export type Drill = z.infer<typeof drillSchema>

/** What the rows of the numbers are by; weeks are those of ISO 8601, in China's time. */
export const groupingSchema = z.enum(['service', 'building', 'week'])
export type Grouping = z.infer<typeof groupingSchema>

/** Why an open order is late. */
export const whyLateSchema = z.enum([
  'nobodyAsked',
  'noAnswer',
  'nobodyTook',
  'notArrived',
  'notFinished',
  'putOff',
])
export type WhyLate = z.infer<typeof whyLateSchema>

const period = z.object({
  /** A community, or a part of it, that I look after; for the street a whole street. */
  areaPath: areaPathSchema,
  /** Days included, at most 92. */
  from: dayKeySchema,
  to: dayKeySchema,
})
const inPeriod = { path: ['to'] }

export const numbersContracts = defineContracts({
  'numbers.get': {
    kind: 'query',
    access: 'account',
    input: period.extend({ by: groupingSchema }).refine(isPeriod, inPeriod),
    output: z.object({
      total: figuresSchema,
      rows: z.array(z.object({ key: z.string(), name: z.string(), figures: figuresSchema })),
    }),
    errors: ['LimitReached'],
  },
  /** The orders behind a number; `buildingPath`: of those that stand for one building, wherever that lies. */
  'numbers.orders': {
    kind: 'query',
    access: 'account',
    input: period
      .extend({
        drill: drillSchema,
        serviceId: entryIdSchema.nullable().default(null),
        buildingPath: areaPathSchema.nullable().default(null),
      })
      .extend(pageInputSchema.shape)
      .refine(isPeriod, inPeriod),
    output: pageOf(orderViewSchema),
    errors: [],
  },
  /** A page of the orders as CSV lines (no names, phones or door numbers); the first page has the header. */
  'numbers.csv': {
    kind: 'query',
    access: 'account',
    input: period.extend({ cursor: pageInputSchema.shape.cursor }).refine(isPeriod, inPeriod),
    output: z.object({ text: z.string(), nextCursor: z.string().nullable() }),
    errors: [],
  },
  /** For staff in the morning: what is new, late, waiting, unrated and unhappy, and why it is late. */
  'numbers.digest': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({
      fresh: z.number().int(),
      late: z.number().int(),
      waiting: z.number().int(),
      unrated: z.number().int(),
      unhappy: z.number().int(),
      /** A visit was felt unsafe, and nobody has looked into it. */
      unsafe: z.number().int().default(0),
      /** Promised in groups of the community, and due today or before; 100 says "99+". */
      promises: z.number().int(),
      /** Neighbours for whom nobody has vouched yet; 100 says "99+". */
      newcomers: z.number().int(),
      lateOrders: z.array(
        z.object({
          order: orderViewSchema,
          why: whyLateSchema,
        }),
      ),
      /** People to call because no message can reach them. */
      calls: z.array(callSchema),
    }),
    errors: [],
  },
})
