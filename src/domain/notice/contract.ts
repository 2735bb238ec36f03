import * as z from 'zod'
import { personCardSchema } from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { fileIdSchema } from '../shared/contact'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { noticeButtonSchema, noticeSchema, noticeTextSchema, noticeTitleSchema } from './schema'

const noticeInput = z.object({ noticeId: idSchema })

const noticeView = noticeSchema
  .omit({ authorId: true, publishedKey: true, addressKeys: true, wakeAt: true, recipients: true })
  .extend({
    isRead: z.boolean(),
    /** How many have read it, of how many who live there; null for those who may not know. */
    reach: z
      .object({
        read: z.number().int(),
        residents: z.number().int(),
        /** Flats in which somebody has read it, of those in which somebody lives. */
        readHouseholds: z.number().int().default(0),
        households: z.number().int().default(0),
      })
      .nullable(),
    allowedActions: z.array(z.enum(['remind', 'withdraw'])).default([]),
  })
export type NoticeView = z.infer<typeof noticeView>

const areas = z.array(areaPathSchema).min(1).max(50)

export const noticeContracts = defineContracts({
  /** Whom a notice to these areas would reach, before it is sent. */
  'notice.preview': {
    kind: 'query',
    access: 'account',
    input: z.object({ areaPaths: areas, isUrgent: z.boolean().default(false) }),
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
  /** LimitReached (`retryAt`): there was a common one within the hour. BadInput: an urgent one has to say until when it holds. */
  'notice.publish': {
    kind: 'command',
    access: 'account',
    input: z.object({
      /** One area, as phones of an older version say; or several. */
      areaPath: areaPathSchema.optional(),
      areaPaths: areas.optional(),
      title: noticeTitleSchema,
      text: noticeTextSchema,
      isUrgent: z.boolean().default(false),
      photoFileIds: z.array(fileIdSchema).max(9).default([]),
      button: noticeButtonSchema.nullable().default(null),
      /** null: at once. */
      publishAt: timestampSchema.nullable().default(null),
      expiresAt: timestampSchema.nullable().default(null),
      /** Hours after which the unread who should be looked in on become visits; null: never. */
      visitAfterHours: z.number().int().min(1).max(168).nullable().default(null),
    }),
    output: z.object({ notice: noticeView }),
    errors: ['NotFound', 'ContentRejected', 'LimitReached'],
  },
  /** Notices to the areas that I live in or look after, newest first; `groupPath` narrows to one building. */
  'notice.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ groupPath: areaPathSchema.nullable().default(null) }),
    output: pageOf(noticeView),
    errors: [],
  },
  'notice.read': {
    kind: 'command',
    access: 'account',
    input: noticeInput,
    output: z.object({ notice: noticeView }),
    errors: ['NotFound'],
  },
  /** Who has not read it yet: at most 200 of them, by building; a flat counts as told once one of it has read it. */
  'notice.unread': {
    kind: 'query',
    access: 'account',
    input: noticeInput,
    output: z.object({
      items: z.array(
        personCardSchema.extend({ areaName: z.string(), needsCare: z.boolean().default(false) }),
      ),
      total: z.number().int(),
      households: z.number().int().default(0),
    }),
    errors: ['NotFound'],
  },
  /** Reminds those who have not read it, once an hour at most. */
  'notice.remind': {
    kind: 'command',
    access: 'account',
    input: noticeInput,
    output: z.object({ reminded: z.number().int() }),
    errors: ['NotFound', 'LimitReached', 'Conflict'],
  },
  /** Takes it back; those who look see why. */
  'notice.withdraw': {
    kind: 'command',
    access: 'account',
    input: noticeInput.extend({ reason: textSchema(2, 100) }),
    output: z.object({ notice: noticeView }),
    errors: ['NotFound', 'Conflict'],
  },
})
