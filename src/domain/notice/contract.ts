import * as z from 'zod'
import { personCardSchema } from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { noticeSchema, noticeTextSchema, noticeTitleSchema } from './schema'

const noticeInput = z.object({ noticeId: idSchema })

const noticeView = noticeSchema.omit({ authorId: true, publishedKey: true, addressKeys: true }).extend({
  isRead: z.boolean(),
  /** How many have read it, of how many who live there; null for those who may not know. */
  reach: z.object({ read: z.number().int(), residents: z.number().int() }).nullable(),
})
export type NoticeView = z.infer<typeof noticeView>

export const noticeContracts = defineContracts({
  'notice.publish': {
    kind: 'command',
    access: 'account',
    input: z.object({ areaPath: areaPathSchema, title: noticeTitleSchema, text: noticeTextSchema }),
    output: z.object({ notice: noticeView }),
    errors: ['NotFound', 'ContentRejected'],
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
  /** Who has not read it yet: at most 200 of them, by building. */
  'notice.unread': {
    kind: 'query',
    access: 'account',
    input: noticeInput,
    output: z.object({
      items: z.array(personCardSchema.extend({ areaName: z.string() })),
      total: z.number().int(),
    }),
    errors: ['NotFound'],
  },
})
