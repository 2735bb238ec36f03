import * as z from 'zod'
import { personCardSchema } from '../account/schema'
import { dangerSchema, entryIdSchema, guideEntrySchema } from '../handbook/schema'
import { phoneSchema } from '../shared/contact'
import { areaPathSchema } from '../shared/area'
import { monthSchema } from '../shared/calendar'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { callSchema } from './calls'
import { fitReasonSchema } from './fit'
import { mostCredited } from './hours'
import { reviewSchema, timeWindowSchema, visitSafetySchema } from './parts'
import { orderViewSchema } from './present'
import { messageRefSchema, mostOffered, orderTextSchema } from './schema'
import { orderStatusSchema, phaseSchema } from './status'
import { thanksOnWallSchema } from './wall'
import { answersInput, photosInput, saysSomething, wishSchema } from './wish'

const orderInput = z.object({ orderId: idSchema })
const noteInput = orderInput.extend({ note: textSchema(1, 200) })
const orderOutput = z.object({ order: orderViewSchema })
const happenedAt = timestampSchema.nullable().default(null)

/** An event of an order: answers with the order as it then stands. */
const event = <I extends z.ZodType>(input: I) =>
  ({
    kind: 'command',
    access: 'account',
    input,
    output: orderOutput,
    errors: ['NotFound', 'Conflict', 'ContentRejected', 'NotEligible'],
  }) as const

const list = <I extends z.ZodType>(input: I) =>
  ({ kind: 'query', access: 'account', input, output: pageOf(orderViewSchema), errors: [] }) as const

const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', access: 'account', input, output, errors: ['NotFound'] }) as const

export const suggestionSchema = personCardSchema.extend({
  score: z.number(),
  openCount: z.number().int(),
  monthCount: z.number().int(),
  reasons: z.array(fitReasonSchema),
  isEligible: z.boolean(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

const offeredTo = z.array(idSchema).min(1).max(mostOffered)
const dispatchTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hall') }),
  z.object({ kind: z.literal('people'), volunteerIds: offeredTo }),
])

export const deskFilterSchema = z.object({
  view: phaseSchema,
  /** A part of my area: an estate, a building. */
  areaPath: areaPathSchema.nullable().default(null),
  serviceId: entryIdSchema.nullable().default(null),
  onlyLate: z.boolean().default(false),
  onlyUrgent: z.boolean().default(false),
  /** Rated low, and nobody has asked after it yet; they are among the done. */
  onlyUnhappy: z.boolean().default(false),
  /** A visit was felt unsafe, and nobody has looked into it yet; of whatever phase. */
  onlyUnsafe: z.boolean().default(false),
})

export const orderContracts = defineContracts({
  'order.create': {
    kind: 'command',
    access: 'account',
    input: wishSchema
      .extend({
        urgent: z.boolean().default(false),
        window: timeWindowSchema.nullable().default(null),
        /** I have seen the emergency numbers and still want to order. */
        hasSeenDanger: z.boolean().default(false),
        /** What I said in a group, which becomes this order: a card stands there for it. */
        from: messageRefSchema.nullable().default(null),
      })
      .refine(saysSomething, { path: ['text'] }),
    output: orderOutput,
    errors: ['ContentRejected', 'LimitReached', 'Conflict', 'NotFound', 'DangerFirst', 'SomeoneElsesJob'],
  },
  /** Before an order is sent: danger, whose job it is, and who has the same trouble. */
  'order.preview': query(
    z.object({
      homePath: areaPathSchema,
      serviceId: entryIdSchema.nullable(),
      text: orderTextSchema,
      answers: answersInput,
      /** For whom I act, where it is for one of them. */
      beneficiaryId: idSchema.nullable().default(null),
    }),
    z.object({
      dangers: z.array(dangerSchema),
      guide: z.array(guideEntrySchema),
      similar: z.array(
        z.object({
          orderId: idSchema,
          serviceName: z.string(),
          createdAt: timestampSchema,
          status: orderStatusSchema,
          isFollowed: z.boolean(),
        }),
      ),
    }),
  ),
  'order.get': query(orderInput, orderOutput),
  /** How some orders stand, for the cards in a chat: those that I may see, in no order. */
  'order.glance': query(
    z.object({ orderIds: z.array(idSchema).min(1).max(30) }),
    z.object({
      items: z.array(
        z.object({
          _id: idSchema,
          status: orderStatusSchema,
          phase: phaseSchema,
          serviceName: z.string(),
          takerNames: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** What I ordered, or was ordered for me: newest first, what is open by when it is to be. */
  'order.listMine': list(pageInputSchema.extend({ view: z.enum(['all', 'open', 'done']).default('all') })),
  /** What I was offered, asked to stand in for, or have taken; newest first. */
  'order.listTasks': list(pageInputSchema.extend({ view: z.enum(['offered', 'standIn', 'active', 'done']) })),
  /** What I may take and what fits me, earliest due first, with why. */
  'order.listHall': query(
    pageInputSchema,
    z.object({
      items: z.array(z.object({ order: orderViewSchema, reasons: z.array(fitReasonSchema) })),
      nextCursor: z.string().nullable(),
    }),
  ),
  /** The orders of my desk, earliest due first; the done ones newest first. */
  'order.listDesk': list(pageInputSchema.extend(deskFilterSchema.shape)),
  /** How many orders stand in each column of my desk, up to `mostCounted`. */
  'order.countDesk': query(
    z.object({}),
    z.object({
      waiting: z.number().int(),
      later: z.number().int(),
      moving: z.number().int(),
      late: z.number().int(),
      unhappy: z.number().int(),
      unsafe: z.number().int(),
    }),
  ),
  /** Open orders by building, for the map of load. */
  'order.loadByBuilding': query(
    z.object({}),
    z.object({
      items: z.array(
        z.object({
          buildingPath: areaPathSchema,
          areaName: z.string(),
          waiting: z.number().int(),
          moving: z.number().int(),
          late: z.number().int(),
        }),
      ),
    }),
  ),
  /** The desks of a street, by name: where an order can be transferred to. `areaPath`: anything in that street. */
  'order.listDesks': query(
    z.object({ areaPath: areaPathSchema }),
    z.object({ items: z.array(z.object({ communityPath: areaPathSchema, name: z.string() })) }),
  ),
  /** The buildings in my care, by name: where I may order to for somebody else. */
  'order.listPlaces': query(
    z.object({}),
    z.object({ items: z.array(z.object({ areaPath: areaPathSchema, areaName: z.string() })) }),
  ),
  'order.suggest': query(orderInput, z.object({ items: z.array(suggestionSchema) })),
  /** Who goes where, the best for all that waits together: a proposal, nothing is sent. */
  'order.plan': query(
    z.object({}),
    z.object({
      items: z.array(
        z.object({
          order: orderViewSchema,
          choices: z.array(suggestionSchema),
          /** As many as are free to go and still wanted; all of them among the choices. */
          chosenIds: z.array(idSchema),
        }),
      ),
      totalScore: z.number(),
      /** More wait than were planned: the earliest due are in it. */
      hasMore: z.boolean(),
    }),
  ),
  /** Sends a plan as staff have edited it; each line stands for itself. */
  'order.confirmPlan': {
    kind: 'command',
    access: 'account',
    input: z.object({
      lines: z
        .array(z.object({ orderId: idSchema, volunteerIds: offeredTo }))
        .min(1)
        .max(100),
    }),
    output: z.object({
      lines: z.array(z.object({ orderId: idSchema, isSent: z.boolean() })),
    }),
    errors: [],
  },
  'order.dispatch': event(orderInput.extend({ to: dispatchTarget })),
  'order.withdraw': event(noteInput),
  'order.closeRoster': event(orderInput),
  'order.defer': event(noteInput.extend({ until: timestampSchema })),
  'order.resume': event(orderInput),
  /** To whoever's job it is, by the guide; or as an incident. */
  'order.redirect': event(noteInput.extend({ guideId: entryIdSchema.nullable() })),
  'order.transfer': event(noteInput.extend({ communityPath: areaPathSchema })),
  /** Further orders out of one; it keeps what is left. Answers with the first. */
  'order.split': event(
    orderInput.extend({
      parts: z
        .array(z.object({ serviceId: entryIdSchema, text: textSchema(2, 500) }))
        .min(1)
        .max(5),
    }),
  ),
  'order.merge': event(noteInput.extend({ intoId: idSchema })),
  'order.noShow': event(noteInput.extend({ userId: idSchema })),
  'order.accept': event(orderInput),
  'order.decline': event(noteInput),
  'order.release': event(noteInput),
  'order.proposeStandIn': event(orderInput.extend({ volunteerId: idSchema })),
  /** Fellow volunteers who could go instead of me. */
  'order.listStandIns': query(orderInput, z.object({ items: z.array(personCardSchema) })),
  'order.takeOver': event(orderInput),
  'order.declineStandIn': event(orderInput),
  'order.checkIn': event(
    orderInput.extend({
      code: z
        .string()
        .regex(/^\d{6}$/)
        .nullable()
        .default(null),
      happenedAt,
    }),
  ),
  /** I go before the others do: my hours end here. */
  'order.checkOut': event(orderInput.extend({ happenedAt })),
  'order.complete': event(
    orderInput.extend({
      note: textSchema(0, 300).default(''),
      photoFileIds: photosInput.default([]),
      happenedAt,
    }),
  ),
  /** The office ends it for those who are there and can't say so; `happenedAt`: when, as they told the office. */
  'order.completeFor': event(noteInput.extend({ happenedAt })),
  'order.rateVisit': event(
    orderInput.extend({ safety: visitSafetySchema, note: textSchema(0, 300).default('') }),
  ),
  'order.nod': event(orderInput),
  'order.review': event(orderInput.extend(reviewSchema.omit({ at: true, by: true }).shape)),
  'order.reopen': event(noteInput),
  'order.cancel': event(noteInput),
  'order.follow': event(orderInput),
  'order.followUp': event(orderInput.extend({ finding: textSchema(1, 300) })),
  /** A visit that was felt unsafe has been asked after. */
  'order.lookInto': event(orderInput.extend({ finding: textSchema(1, 300) })),
  /** The thanks leave the building's wall; they stay with the one thanked. Leaders and staff say why. */
  'order.takeOffWall': event(orderInput.extend({ note: textSchema(0, 200).default('') })),
  /** Sets right what a visit counts for; `minutes`: in all, for them. */
  'order.correctHours': event(
    orderInput.extend({
      userId: idSchema,
      minutes: z.number().int().min(0).max(mostCredited),
      reason: textSchema(1, 200),
    }),
  ),
  /** What neighbours thanked for in a month, where they wanted it read: the group's own to read. */
  'order.thanksWall': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ groupPath: areaPathSchema, month: monthSchema }),
    output: pageOf(thanksOnWallSchema),
    errors: [],
  },
  /** The phone to call about it, for whoever may; that I saw it is noted for those it belongs to (`accesses`). */
  'order.phone': query(orderInput, z.object({ phone: phoneSchema.nullable() })),
  /** Neighbours of mine whom no message reaches. */
  'order.listCalls': query(z.object({}), z.object({ calls: z.array(callSchema) })),
  /** For those who look after homes, leaders above all: the open orders there, the latest first; up to fifty. */
  'order.listInCare': query(z.object({}), z.object({ items: z.array(orderViewSchema) })),
  /** They could not be reached by message and were called. */
  'order.callBack': event(noteInput.extend({ userId: idSchema })),
  'order.remark': event(noteInput.extend({ isInternal: z.boolean().default(false) })),
  /** I would rather not go there again: nobody else is told. */
  'order.avoid': {
    kind: 'command',
    access: 'account',
    input: orderInput,
    output: z.object({}),
    errors: ['NotFound', 'LimitReached'],
  },
  /** My service so far: deeds, minutes that count, and the thanks I was given. */
  'order.deeds': query(
    z.object({}),
    z.object({
      orders: z.number().int(),
      minutes: z.number().int(),
      people: z.number().int(),
      thanks: z.array(
        z.object({
          orderId: idSchema.default(''),
          words: z.string(),
          serviceName: z.string(),
          at: timestampSchema,
          /** The building may read it on its wall. */
          onWall: z.boolean().default(false),
        }),
      ),
      /** What staff set right, newest first: by how many minutes, and why. */
      corrections: z
        .array(
          z.object({
            orderId: idSchema,
            serviceName: z.string(),
            minutes: z.number().int(),
            reason: z.string(),
            at: timestampSchema,
          }),
        )
        .default([]),
    }),
  ),
})
