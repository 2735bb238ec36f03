import * as z from 'zod'
import { dayKeySchema } from '../shared/calendar'
import { personCardSchema } from '../account/schema'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { wishSchema } from '../order/wish'
import { pledgeSchema, repeatSchema, seriesSchema } from './schema'

export const seriesViewSchema = seriesSchema
  .pick({
    _id: true,
    areaName: true,
    serviceName: true,
    requesterName: true,
    repeat: true,
    skipped: true,
    volunteer: true,
    isActive: true,
    stoppedFor: true,
    nextDay: true,
    createdAt: true,
  })
  .extend({
    text: z.string(),
    /** The next days, skipped ones and holidays left out; at most seven. */
    upcoming: z.array(dayKeySchema),
    isMine: z.boolean(),
    canChange: z.boolean(),
  })
export type SeriesView = z.infer<typeof seriesViewSchema>

const seriesInput = z.object({ seriesId: idSchema })
const change = <I extends z.ZodType>(input: I) =>
  ({
    kind: 'command',
    access: 'account',
    input,
    output: z.object({ series: seriesViewSchema }),
    errors: ['NotFound', 'Conflict'],
  }) as const

export const seriesContracts = defineContracts({
  'series.create': {
    kind: 'command',
    access: 'account',
    input: z.object({ wish: wishSchema, repeat: repeatSchema }),
    output: z.object({ series: seriesViewSchema }),
    errors: ['ContentRejected', 'LimitReached', 'Conflict', 'NotFound', 'DangerFirst', 'SomeoneElsesJob'],
  },
  /** Mine, or for staff those of their communities; newest first. */
  'series.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['mine', 'desk', 'helping']) }),
    output: pageOf(seriesViewSchema),
    errors: [],
  },
  /** Nobody is to come that day; an order already placed for it is cancelled. */
  'series.skip': change(seriesInput.extend({ day: dayKeySchema })),
  /** Nobody comes any more; what is placed and not begun is cancelled. */
  'series.stop': change(seriesInput),
  /** Another volunteer from now on; null: whoever takes it next. */
  'series.setVolunteer': change(seriesInput.extend({ volunteerId: idSchema.nullable() })),
  /** The one who comes says how they want it. */
  'series.pledge': change(seriesInput.extend({ pledge: pledgeSchema })),
  /** Who could come from now on, the best first. */
  'series.helpers': {
    kind: 'query',
    access: 'account',
    input: seriesInput,
    output: z.object({ items: z.array(personCardSchema) }),
    errors: ['NotFound'],
  },
})
