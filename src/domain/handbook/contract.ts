import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'
import { textSchema } from '../shared/text'
import { entryIdSchema, guideEntrySchema, handbookSchema, serviceSchema } from './schema'

/** How far back the office sees what it is asked for in vain. */
export const askedDays = 90

/** What phones need of it; the trail is for staff. */
export const handbookViewSchema = handbookSchema
  .omit({ trail: true })
  .extend({ trail: handbookSchema.shape.trail.nullable(), canEdit: z.boolean() })
export type HandbookView = z.infer<typeof handbookViewSchema>

const handbookOutput = z.object({ handbook: handbookViewSchema })
const edit = <I extends z.ZodRawShape>(input: I) =>
  ({
    kind: 'command',
    access: 'account',
    /** `version`: of the handbook that was edited; a newer one answers Conflict. */
    input: z.object({
      communityPath: areaPathSchema,
      version: z.number().int().nonnegative(),
      note: textSchema(0, 100).default(''),
      ...input,
    }),
    output: handbookOutput,
    errors: ['Conflict', 'NotFound', 'ContentRejected', 'LimitReached'],
  }) as const

export const handbookContracts = defineContracts({
  'handbook.get': {
    kind: 'query',
    access: 'account',
    input: z.object({ communityPath: areaPathSchema }),
    output: handbookOutput,
    errors: [],
  },
  /** Adds a service, or replaces the one with its id. */
  'handbook.putService': edit({ service: serviceSchema }),
  /** Adds a line of the responsibility guide, or replaces the one with its id. */
  'handbook.putGuideEntry': edit({ entry: guideEntrySchema }),
  'handbook.removeGuideEntry': edit({ entryId: entryIdSchema }),
  /** Working hours, quiet hours, and the office's number. */
  'handbook.putOffice': edit({
    calendar: handbookSchema.shape.calendar,
    quiet: handbookSchema.shape.quiet,
    phone: handbookSchema.shape.phone,
  }),
  /** How often each line of the guide was the answer in the last `askedDays` days; for staff. */
  'handbook.asked': {
    kind: 'query',
    access: 'account',
    input: z.object({ communityPath: areaPathSchema }),
    output: z.object({
      items: z.array(z.object({ entryId: entryIdSchema, count: z.number().int().positive() })),
    }),
    errors: [],
  },
  /** Someone was told whose job it is, and took the number: it is counted (L4). */
  'handbook.answered': {
    kind: 'command',
    access: 'account',
    input: z.object({ communityPath: areaPathSchema, entryId: entryIdSchema }),
    output: z.object({}),
    errors: ['NotFound'],
  },
})
