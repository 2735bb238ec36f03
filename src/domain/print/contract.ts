import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'

/** poster: A4 for a stairwell · slip: several to a sheet, for doors. */
export const paperSchema = z.enum(['poster', 'slip'])
export type Paper = z.infer<typeof paperSchema>

/** What there is to be one paper for each of. */
export const eachSchema = z.enum(['building', 'unit'])
export type Each = z.infer<typeof eachSchema>

/** What one file holds at most: each code is a request to WeChat, and a call ends after a minute. */
export const mostCodes = 100

export const printContracts = defineContracts({
  /** The papers that invite to every building (or stairwell) of an area, in one PDF file. */
  'print.posters': {
    kind: 'command',
    access: 'account',
    input: z.object({ areaPath: areaPathSchema, each: eachSchema, paper: paperSchema }),
    output: z.object({
      fileId: z.string(),
      /** Codes in the file, and how many of them were made for it. */
      codes: z.number().int(),
      made: z.number().int(),
    }),
    errors: ['NotFound', 'LimitReached'],
  },
})
