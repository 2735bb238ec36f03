import * as z from 'zod'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { personNameSchema } from '../shared/person'
import { textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { visitSchema } from './schema'

const visitView = visitSchema
  .pick({ _id: true, noticeId: true, title: true, areaName: true, createdAt: true, isOpen: true })
  .extend({
    person: personNameSchema,
    /** Where they live and how to call them, while the visit is open: '' and null once it is done. */
    roomNumber: z.string(),
    phone: z.string().nullable(),
    done: z.object({ by: personNameSchema.nullable(), at: timestampSchema, note: z.string() }).nullable(),
  })
export type VisitView = z.infer<typeof visitView>

export const visitContracts = defineContracts({
  /** Whom to look in on, in the areas that I look after, newest first; that I saw the flat is noted (`accesses`). */
  'visit.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'done']).default('open') }),
    output: pageOf(visitView),
    errors: [],
  },
  /** Was there, or called; another who was there first stays the one who was. */
  'visit.finish': {
    kind: 'command',
    access: 'account',
    input: z.object({ visitId: idSchema, note: textSchema(0, 200) }),
    output: z.object({ visit: visitView }),
    errors: ['NotFound'],
  },
})
