import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { textSchema } from '../shared/text'
import { orderViewSchema } from './present'
import { suggestionSchema } from './rank'
import {
  fileIdSchema,
  orderTextSchema,
  phaseSchema,
  phoneSchema,
  reviewSchema,
  timeWindowSchema,
} from './schema'
import { serviceSchema } from './services'

const orderInput = z.object({ orderId: idSchema })
const noteInput = orderInput.extend({ note: textSchema(1, 200) })
const orderOutput = z.object({ order: orderViewSchema })
const photos = z.array(fileIdSchema).max(9)

/** An event of an order: answers with the order as it then stands. */
const event = <I extends z.ZodType>(input: I) =>
  ({
    kind: 'command',
    access: 'account',
    input,
    output: orderOutput,
    errors: ['NotFound', 'Conflict', 'ContentRejected'],
  }) as const

const list = <I extends z.ZodType>(input: I) =>
  ({ kind: 'query', access: 'account', input, output: pageOf(orderViewSchema), errors: [] }) as const

export const orderContracts = defineContracts({
  'order.create': {
    kind: 'command',
    access: 'account',
    input: z.object({
      service: serviceSchema,
      text: orderTextSchema,
      urgent: z.boolean().default(false),
      window: timeWindowSchema.nullable().default(null),
      photoFileIds: photos.default([]),
      /** One of my homes. */
      homePath: areaPathSchema,
      phone: phoneSchema.nullable().default(null),
    }),
    output: orderOutput,
    errors: ['ContentRejected', 'LimitReached', 'Conflict'],
  },
  'order.get': {
    kind: 'query',
    access: 'account',
    input: orderInput,
    output: orderOutput,
    errors: ['NotFound'],
  },
  /** What I ordered, newest first. */
  'order.listMine': list(pageInputSchema),
  /** What I was offered or have taken, newest first. */
  'order.listTasks': list(pageInputSchema.extend({ view: z.enum(['offered', 'active', 'done']) })),
  /** What any volunteer of my communities may take, earliest due first. */
  'order.listHall': list(pageInputSchema),
  /** The orders of my community, earliest due first; the done ones newest first. */
  'order.listDesk': list(pageInputSchema.extend({ view: phaseSchema })),
  /** How many orders stand in each column of the desk. */
  'order.countDesk': {
    kind: 'query',
    access: 'account',
    input: z.object({}),
    output: z.object({ waiting: z.number().int(), moving: z.number().int(), late: z.number().int() }),
    errors: [],
  },
  'order.suggest': {
    kind: 'query',
    access: 'account',
    input: orderInput,
    output: z.object({ items: z.array(suggestionSchema) }),
    errors: ['NotFound'],
  },
  'order.dispatch': event(
    orderInput.extend({
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('hall') }),
        z.object({ kind: z.literal('person'), volunteerId: idSchema }),
      ]),
    }),
  ),
  'order.accept': event(orderInput),
  'order.decline': event(noteInput),
  'order.withdraw': event(noteInput),
  'order.release': event(noteInput),
  'order.checkIn': event(orderInput),
  'order.complete': event(
    orderInput.extend({ note: textSchema(0, 300).default(''), photoFileIds: photos.default([]) }),
  ),
  'order.review': event(orderInput.extend(reviewSchema.omit({ at: true }).shape)),
  'order.reopen': event(noteInput),
  'order.cancel': event(noteInput),
})
