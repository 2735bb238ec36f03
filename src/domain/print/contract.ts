import * as z from 'zod'
import { invitationCodeSchema } from '../invitation/schema'
import { areaPathSchema } from '../shared/area'
import { defineContracts } from '../shared/contract'

/** poster: A4 for a stairwell · slip: eight to a sheet, to cut and put on doors. */
export const paperSchema = z.enum(['poster', 'slip'])
export type Paper = z.infer<typeof paperSchema>

/** What there is to be one paper for each of. */
export const eachSchema = z.enum(['building', 'unit', 'grid'])
export type Each = z.infer<typeof eachSchema>

/** What one file holds at most: a real estate has some 300 stairwells, and each code is a request to WeChat. */
export const mostCodes = 400

/** New codes that one call makes at most, so that it ends within the 20 s that a phone waits. */
export const mostMadeAtOnce = 20

/** Days that a code must still be good for to be put on a wall, and those that a new one gets. */
export const leastDaysOnWall = 60
export const daysOnWall = 365

export const printContracts = defineContracts({
  /** Everything that is kept of me, in one PDF file to read; nobody else's data. It takes the place of the last one. */
  'print.myData': {
    kind: 'command',
    access: 'account',
    input: z.object({}),
    output: z.object({ fileId: z.string() }),
    errors: [],
  },
  /** The paper for one code, in a PDF file. */
  'print.invitation': {
    kind: 'command',
    access: 'account',
    input: z.object({ code: invitationCodeSchema, paper: paperSchema }),
    output: z.object({ fileId: z.string() }),
    errors: ['InvitationUnknown', 'InvitationExpired', 'InvitationRevoked', 'InvitationUsedUp'],
  },
  /**
   * The papers that invite to every building (or stairwell, or micro-grid) of an area, in one PDF file: codes that
   * are good for some time yet are used again, the others are made, some with each call: asked again with a new
   * request, it goes on where it ended, until there is a file.
   */
  'print.posters': {
    kind: 'command',
    access: 'account',
    input: z.object({ areaPath: areaPathSchema, each: eachSchema, paper: paperSchema }),
    output: z.object({
      /** null: there are codes `left` to be made. */
      fileId: z.string().nullable(),
      left: z.number().int().default(0),
      /** Codes in the file, and how many of them were made for it. */
      codes: z.number().int(),
      made: z.number().int(),
    }),
    errors: ['NotFound', 'LimitReached'],
  },
})
