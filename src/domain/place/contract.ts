import * as z from 'zod'
import { roomNumberSchema } from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { fileIdSchema } from '../shared/contact'
import { defineContracts } from '../shared/contract'
import { idSchema } from '../shared/ids'
import { pageInputSchema, pageOf } from '../shared/paging'
import { areaSchema, floorSchema, householdSchema, placeImportSchema, placeNameSchema } from './schema'

const areaView = areaSchema.omit({ retiredAt: true, requestId: true }).extend({
  /** Flats in it, and people who live in them. */
  householdCount: z.number().int(),
  residentCount: z.number().int(),
})
export type AreaView = z.infer<typeof areaView>

/** In lists the names of the register are masked: 李*. */
const householdView = householdSchema.omit({ updatedAt: true }).extend({
  residentCount: z.number().int(),
})
export type HouseholdView = z.infer<typeof householdView>

/** What is wrong with a list, cell by cell, as codes; `src/copy/place.ts` has the words. */
export const rowProblemSchema = z.enum([
  'missing',
  'notARoom',
  'notAFloor',
  'floorDisagrees',
  'nameTooLong',
  'twice',
  'unknownRelation',
  'unknownColumn',
  'missingColumn',
  'tooManyRows',
  'unreadable',
  /** A spreadsheet took 15-2 for the second of the fifteenth. */
  'becameADay',
  'columnTwice',
  'gridDisagrees',
  'tooManyNames',
  'tooLarge',
])
export type RowProblem = z.infer<typeof rowProblemSchema>
/** The columns of a list, whatever their order: 楼栋 · 单元 · 楼层 · 房号 · 微网格 · 姓名 · 关系. */
export const importColumns = ['building', 'unit', 'floor', 'room', 'grid', 'name', 'relation'] as const
export const importColumnSchema = z.enum(importColumns)
export type ImportColumn = z.infer<typeof importColumnSchema>

const importErrorSchema = z.object({
  /** As the spreadsheet numbers them; 1 is the headline. */
  row: z.number().int(),
  column: importColumnSchema.nullable(),
  problem: rowProblemSchema,
  /** What stood there, shortened. */
  value: z.string(),
})
export type ImportError = z.infer<typeof importErrorSchema>

const importView = placeImportSchema.pick({
  _id: true,
  estatePath: true,
  state: true,
  done: true,
  total: true,
})

export const placeContracts = defineContracts({
  /** The areas right below one; without a path, those that I keep. */
  'place.children': {
    kind: 'query',
    access: 'account',
    input: z.object({ areaPath: areaPathSchema.nullable().default(null) }),
    output: z.object({ area: areaView.nullable(), children: z.array(areaView) }),
    errors: ['NotFound'],
  },
  /** The flats of a building, stairwell or micro-grid, by floor and number; the register's names are masked. */
  'place.households': {
    kind: 'query',
    access: 'account',
    // A building is looked at whole.
    input: pageInputSchema.extend({
      areaPath: areaPathSchema,
      limit: z.number().int().min(1).max(500).default(20),
    }),
    output: pageOf(householdView),
    errors: ['NotFound'],
  },
  /** One flat with the names of its register; those who live there see that it was looked at. */
  'place.household': {
    kind: 'query',
    access: 'account',
    input: z.object({ householdId: idSchema }),
    output: z.object({ household: householdView }),
    errors: ['NotFound'],
  },
  /** Adds an area below `parentPath`, or renames the one at `areaPath`. */
  'place.putArea': {
    kind: 'command',
    access: 'account',
    input: z.object({
      parentPath: areaPathSchema,
      areaPath: areaPathSchema.nullable(),
      name: placeNameSchema,
    }),
    output: z.object({ area: areaView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Takes an area off the map; not while someone lives there. */
  'place.retireArea': {
    kind: 'command',
    access: 'account',
    input: z.object({ areaPath: areaPathSchema }),
    output: z.object({}),
    errors: ['NotFound', 'StillInUse'],
  },
  /** Adds a flat, or changes what is known of it. */
  'place.putHousehold': {
    kind: 'command',
    access: 'account',
    input: z.object({
      areaPath: areaPathSchema,
      roomNumber: roomNumberSchema,
      floor: floorSchema.nullable(),
      register: householdSchema.shape.register,
    }),
    output: z.object({ household: householdView }),
    /** BadInput names `floor` where the number tells of another one. */
    errors: ['NotFound'],
  },
  /** Takes a flat off the list; not while someone lives there. */
  'place.removeHousehold': {
    kind: 'command',
    access: 'account',
    input: z.object({ householdId: idSchema }),
    output: z.object({}),
    errors: ['NotFound', 'StillInUse'],
  },
  /** Makes or changes a micro-grid: its name, and which flats of the building count to it. */
  'place.putGrid': {
    kind: 'command',
    access: 'account',
    input: z.object({
      buildingPath: areaPathSchema,
      gridPath: areaPathSchema.nullable(),
      name: placeNameSchema,
      householdIds: z.array(idSchema).max(300),
    }),
    output: z.object({ area: areaView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Reads a list that was uploaded (CSV in UTF-8 or GBK, or XLSX); nothing is changed yet. */
  'place.previewImport': {
    kind: 'command',
    access: 'account',
    input: z.object({ estatePath: areaPathSchema, fileId: fileIdSchema }),
    output: z.object({
      /** null where there are errors: nothing of a list with errors is put in place. */
      import: importView.nullable(),
      counts: z.object({
        rows: z.number().int(),
        newBuildings: z.number().int(),
        newUnits: z.number().int(),
        newGrids: z.number().int(),
        newHouseholds: z.number().int(),
        changedHouseholds: z.number().int(),
        unchangedHouseholds: z.number().int(),
        /** On the map and not in this list: they stay. */
        missingHouseholds: z.number().int(),
      }),
      /** Headings that say nothing to us: their columns are left alone. */
      ignoredColumns: z.array(z.string()),
      /** The first 200. */
      errors: z.array(importErrorSchema),
      errorCount: z.number().int(),
      /** The first rows, as they were understood; below a headline. */
      sample: z.array(z.array(z.string())),
    }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Puts a list in place, a part with each call, until `state` is done; the clock finishes what a phone began. */
  'place.runImport': {
    kind: 'command',
    access: 'account',
    input: z.object({ importId: idSchema }),
    output: z.object({ import: importView }),
    errors: ['NotFound', 'Conflict'],
  },
  /** All flats of an estate as a CSV file that the same import reads. */
  'place.export': {
    kind: 'command',
    access: 'account',
    input: z.object({ estatePath: areaPathSchema }),
    output: z.object({ fileId: fileIdSchema, rows: z.number().int() }),
    errors: ['NotFound', 'Conflict'],
  },
  /** Who is who in a building: those who look after it, whom to call, and neighbours as far as they allow. */
  'place.directory': {
    kind: 'query',
    access: 'account',
    input: pageInputSchema.extend({ buildingPath: areaPathSchema }),
    output: z.object({
      areaName: z.string(),
      helpers: z.array(
        z.object({
          userId: idSchema,
          name: z.string(),
          role: z.string(),
          areaName: z.string(),
          avatarFileId: z.string().nullable(),
          since: z.number(),
          /** Where they have chosen to share it. */
          phone: z.string().nullable(),
        }),
      ),
      /** The office, the property company, emergencies: from the community's handbook. */
      numbers: z.array(z.object({ name: z.string(), phone: z.string() })),
      neighbours: pageOf(
        z.object({
          nickname: z.string(),
          avatarFileId: z.string().nullable(),
          realName: z.string().nullable(),
          unitName: z.string().nullable(),
          phone: z.string().nullable(),
          isMe: z.boolean(),
        }),
      ),
    }),
    errors: ['NotFound'],
  },
})
