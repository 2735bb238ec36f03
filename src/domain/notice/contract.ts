import * as z from 'zod'
import { personCardSchema } from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { uploadSchema } from '../shared/contact'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { personNameSchema } from '../shared/person'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import {
  mostAreas,
  mostPhotos,
  noticeButtonSchema,
  noticeSchema,
  noticeTextSchema,
  noticeTitleSchema,
} from './schema'

const noticeInput = z.object({ noticeId: idSchema })
export const noticeActionSchema = z.enum(['remind', 'withdraw'])

const noticeView = noticeSchema
  .pick({
    _id: true,
    areas: true,
    title: true,
    text: true,
    photoFileIds: true,
    photosRefused: true,
    button: true,
    isUrgent: true,
    state: true,
    publishedAt: true,
    expiresAt: true,
    visitAt: true,
    remindedAt: true,
  })
  .extend({
    author: personNameSchema,
    withdrawn: z.object({ reason: z.string(), by: personNameSchema, at: timestampSchema }).nullable(),
    isRead: z.boolean(),
    isExpired: z.boolean(),
    /** How many have read it, of how many it went to, and in how many flats somebody has; null for those who may not know. */
    reach: z
      .object({
        read: z.number().int(),
        residents: z.number().int(),
        readHouseholds: z.number().int(),
        households: z.number().int(),
      })
      .nullable(),
    allowedActions: z.array(noticeActionSchema),
  })
export type NoticeView = z.infer<typeof noticeView>

const areaPaths = z.array(areaPathSchema).min(1).max(mostAreas)
const answer = z.object({ notice: noticeView })

export const noticeContracts = defineContracts({
  /** Whom a notice to these areas would reach, before it is sent. */
  'notice.preview': {
    kind: 'query',
    access: 'account',
    input: z.object({ areaPaths }),
    output: z.object({
      residents: z.number().int(),
      households: z.number().int(),
      groups: z.number().int(),
      /** Those who should be looked in on. */
      needCare: z.number().int(),
      /** A common notice goes to a group once an hour: when the next may; null: now. */
      nextAt: timestampSchema.nullable(),
    }),
    errors: ['NotFound'],
  },
  /** LimitReached (`retryAt`): a common one went to one of these groups within the hour. BadInput: an urgent one has to say until when it holds. */
  'notice.publish': {
    kind: 'command',
    access: 'account',
    input: z.object({
      areaPaths,
      title: noticeTitleSchema,
      text: noticeTextSchema,
      isUrgent: z.boolean().default(false),
      photoFileIds: z.array(uploadSchema).max(mostPhotos).default([]),
      button: noticeButtonSchema.nullable().default(null),
      /** null: at once; else within 30 days. */
      publishAt: timestampSchema.nullable().default(null),
      expiresAt: timestampSchema.nullable().default(null),
      /** Hours after which the unread who should be looked in on become visits; null: never. */
      visitAfterHours: z.number().int().min(1).max(168).nullable().default(null),
    }),
    output: answer,
    errors: ['NotFound', 'ContentRejected', 'LimitReached'],
  },
  /**
   * Notices to the areas that I live in or look after, newest first; `groupPath` narrows to one building, `view` to
   * what holds now. What is not out yet, those who look after its areas see too.
   */
  'notice.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({
      groupPath: areaPathSchema.nullable().default(null),
      view: z.enum(['all', 'current']).default('all'),
    }),
    output: pageOf(noticeView),
    errors: [],
  },
  'notice.get': {
    kind: 'query',
    access: 'account',
    input: noticeInput,
    output: answer,
    errors: ['NotFound'],
  },
  /** I have read it; so has my flat. */
  'notice.read': {
    kind: 'command',
    access: 'account',
    input: noticeInput,
    output: answer,
    errors: ['NotFound'],
  },
  /**
   * Who has not read it, while nobody in their flat has, page after page as one goes from door to door; a page may be
   * empty and not the last, where all of those looked at have read it. `areaPath` narrows to a part of its areas.
   * `households`: in how many flats nobody has, of the whole notice.
   */
  'notice.unread': {
    kind: 'query',
    access: 'account',
    input: noticeInput.extend({
      areaPath: areaPathSchema.nullable().default(null),
      /** A `homeKey`: longer than other cursors. */
      cursor: z.string().max(200).nullable().default(null),
    }),
    output: pageOf(personCardSchema.extend({ areaName: z.string(), needsCare: z.boolean() })).extend({
      households: z.number().int(),
    }),
    errors: ['NotFound'],
  },
  /** Reminds those who have not read it: by a message where they allow one, and by its card in the groups once more; once an hour at most. */
  'notice.remind': {
    kind: 'command',
    access: 'account',
    input: noticeInput,
    output: answer,
    errors: ['NotFound', 'LimitReached', 'Conflict'],
  },
  /** Takes it back; those who look see why. */
  'notice.withdraw': {
    kind: 'command',
    access: 'account',
    input: noticeInput.extend({ reason: textSchema(2, 100) }),
    output: answer,
    errors: ['NotFound', 'Conflict'],
  },
})
