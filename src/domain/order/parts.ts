import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { serviceSchema } from '../handbook/schema'
import { voiceSchema } from '../shared/contact'
import { idSchema } from '../shared/ids'
import { lineSchema, textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { orderEvents, orderStatusSchema, refusalEvents } from './status'

/** Minutes of service. */
const minutesSchema = z.number().int().nonnegative()

/** Someone named in an order. */
export const namedSchema = z.object({ userId: idSchema, name: nicknameSchema })
export type Named = z.infer<typeof namedSchema>

/** To whom an order is dispatched: one or several volunteers (the first to accept), or the hall. */
export const offerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hall') }),
  z.object({ kind: z.literal('people'), people: z.array(namedSchema).min(1).max(10) }),
])
export type Offer = z.infer<typeof offerSchema>

/** How it was shown that a volunteer came: the code on the resident's phone, or the resident's nod. */
export const proofSchema = z.enum(['code', 'nod'])

/** One of those who come. Times are when it happened; a phone without network tells them later. */
export const takerSchema = namedSchema.extend({
  acceptedAt: timestampSchema,
  checkedInAt: timestampSchema.nullable(),
  proof: proofSchema.nullable(),
  completedAt: timestampSchema.nullable(),
  /** Minutes that count as service; null until completed, 0 when too little was served. */
  minutes: z.number().int().nonnegative().nullable(),
  /** Asked to go instead; it stays mine until they take over. */
  standIn: namedSchema.nullable(),
})
export type Taker = z.infer<typeof takerSchema>

/**
 * A line of the ledger of hours: what somebody served, or by how many minutes staff set it right. A line is never
 * changed or taken back, whatever becomes of the order; see `creditedMinutes` for what they come to.
 */
export const servedSchema = namedSchema.extend({
  kind: z.enum(['visit', 'correction']).default('visit'),
  /** More than 0 for a visit; a correction may take away. */
  minutes: z.number().int(),
  /** Why staff corrected it; '' for a visit, and where their own phone told later that they had gone before. */
  reason: textSchema(0, 200).default(''),
  at: timestampSchema,
})
export type Served = z.infer<typeof servedSchema>

export const consentSchema = z.enum(['present', 'byPhone', 'standing'])
/** For whom the help is: me, or somebody whose consent I tell of. */
export const beneficiarySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({
    kind: z.literal('other'),
    name: nicknameSchema,
    relation: z.enum(['family', 'neighbour', 'resident']),
    /** Their own account, where they have one: then they may rate too. */
    userId: idSchema.nullable(),
    /** They agreed: sitting here · on the phone · once for all such orders. */
    consent: consentSchema,
  }),
])
export type Beneficiary = z.infer<typeof beneficiarySchema>

/** When help is wanted; null means as soon as possible. */
export const timeWindowSchema = z
  .object({ from: timestampSchema, to: timestampSchema })
  .refine((window) => window.from < window.to)
export type TimeWindow = z.infer<typeof timeWindowSchema>

const starsSchema = z.number().int().min(1).max(5)
export const reviewDimensions = ['punctuality', 'manner', 'result'] as const
export const reviewTags = ['onTime', 'kind', 'skilled', 'patient', 'tidy'] as const
export const reviewSchema = z.object({
  stars: starsSchema,
  /** Where someone wants to be exact. */
  dimensions: z.partialRecord(z.enum(reviewDimensions), starsSchema).default({}),
  tags: z.array(z.enum(reviewTags)).refine((tags) => new Set(tags).size === tags.length),
  words: textSchema(0, 300),
  voice: voiceSchema.nullable().default(null),
  /** A line for the volunteer to keep. */
  thanks: lineSchema(0, 60).default(''),
  /** May the building's group read the thanks on its wall? */
  onWall: z.boolean().default(false),
  by: idSchema,
  at: timestampSchema,
})
export type Review = z.infer<typeof reviewSchema>
/** Is there something for the building's wall of thanks? */
export const isForWall = ({ onWall, thanks }: Pick<Review, 'onWall' | 'thanks'>): boolean =>
  onWall && thanks !== ''
/** From here down, staff call and ask. */
export const lowStars = 2

/** What staff found when they asked after a low rating, or after an unsafe visit; the rating stays as it is. */
export const followUpSchema = z.object({
  finding: textSchema(1, 300),
  byName: nicknameSchema,
  at: timestampSchema,
})

/** How safe the visit was, by the one who went; staff only. */
export const visitSafetySchema = z.enum(['fine', 'uneasy', 'unsafe'])
export type VisitSafety = z.infer<typeof visitSafetySchema>
export const visitRatingSchema = z.object({
  userId: idSchema,
  safety: visitSafetySchema,
  note: textSchema(0, 300),
  at: timestampSchema,
})

/** Where an order went that is not the office's: the property, the city …, an incident report. */
export const redirectionSchema = z.object({
  kind: z.enum(['responsible', 'incident']),
  /** Who does it, and their number, as the responsibility guide had them that day. */
  name: lineSchema(1, 30),
  phone: z.string().max(20),
})
export type Redirection = z.infer<typeof redirectionSchema>

/** What a line of the history is about, beside who did it: to whom it went, until when, whereto, into which. */
export const aboutSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hall') }),
  /** No names where whoever reads may not know them. */
  z.object({ kind: z.literal('people'), people: z.array(namedSchema) }),
  z.object({ kind: z.literal('until'), until: timestampSchema }),
  /** Another community, or whoever's job it is. */
  z.object({ kind: z.literal('place'), name: z.string() }),
  z.object({ kind: z.literal('order'), orderId: idSchema }),
])
export type About = z.infer<typeof aboutSchema>

/** One line of an order's history: what happened, by whom, when, and what they said. */
export const activitySchema = z.object({
  event: z.enum(['create', ...orderEvents, ...refusalEvents]),
  from: orderStatusSchema.nullable(),
  to: orderStatusSchema,
  /** null: the clock. */
  by: idSchema.nullable(),
  byName: z.string(),
  /** Who did not come (noShow), whose hours were corrected (correctHours). */
  whom: idSchema.optional(),
  /** What someone's hours were, and what they are now, in minutes (correctHours). */
  hours: z.object({ name: nicknameSchema, from: minutesSchema, to: minutesSchema }).optional(),
  about: aboutSchema.optional(),
  at: timestampSchema,
  note: z.string(),
  /** Seen by staff only. */
  isInternal: z.boolean(),
  requestId: z.string(),
})
export type Activity = z.infer<typeof activitySchema>

/** A moment that someone is told of, even with the app closed. */
export const momentSchema = z.enum([
  'offered',
  'accepted',
  'completed',
  'released',
  'standInDeclined',
  'cancelled',
  'merged',
  'deferred',
  'resumed',
  'remarked',
  'hoursCorrected',
  'closed',
  'late',
  'redirected',
  'unhappy',
  'unsafe',
  'digest',
  'codeExpires',
  'promiseDue',
  'newcomerWaits',
  'vouched',
  'roleLapsed',
  'notice',
])
export type Moment = z.infer<typeof momentSchema>
/** A message to one person, or to all who hold one of some roles (`roleKey`s, with spaces between them). */
export const outboxEntrySchema = z.object({
  id: z.string(),
  to: z.string(),
  moment: momentSchema,
  at: timestampSchema,
  /** Not before then: what can wait doesn't ring at night. */
  sendAt: timestampSchema,
  /** It is said in the order's thread, at this number; then `sendAt` is by when they should have read it. */
  mentionSeq: z.number().int().positive().optional(),
  /** Who has no phone of their own, and is helped or follows: `to` acts for them. */
  onBehalfOf: idSchema.optional(),
})
export type OutboxEntry = z.infer<typeof outboxEntrySchema>

/** The kind of thing asked for, as the handbook had it when the order was placed. */
export const orderServiceSchema = serviceSchema.pick({
  id: true,
  name: true,
  icon: true,
  skills: true,
  minutes: true,
  hints: true,
  auto: true,
})
export type OrderService = z.infer<typeof orderServiceSchema>

/** What someone answered to a service's questions. */
export const answerSchema = z.object({ question: z.string(), answer: z.string() })
