import * as z from 'zod'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { textSchema } from '../shared/text'
import { visitSchema } from './schema'

const visitView = visitSchema
  .omit({ areaAt: true, createdKey: true, userId: true, done: true, gridPath: true })
  .extend({
    /** For those who go there. */
    roomNumber: z.string(),
    phone: z.string().nullable(),
    done: z.object({ byName: z.string(), at: z.number(), note: z.string() }).nullable(),
  })
export type VisitView = z.infer<typeof visitView>

export const visitContracts = defineContracts({
  /** Whom to look in on, in the areas that I look after; each look at a flat is noted. */
  'visit.list': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ view: z.enum(['open', 'done']).default('open') }),
    output: pageOf(visitView),
    errors: [],
  },
  'visit.finish': {
    kind: 'command',
    access: 'account',
    input: z.object({ visitId: idSchema, note: textSchema(0, 200) }),
    output: z.object({ visit: visitView }),
    errors: ['NotFound'],
  },
})
