import * as z from 'zod'
import { entryIdSchema } from '../handbook/schema'
import { areaPathSchema } from '../shared/area'
import { phoneSchema, uploadSchema, voiceSchema } from '../shared/contact'
import { lineSchema } from '../shared/text'
import { beneficiarySchema } from './parts'
import { mostPeople, orderTextSchema } from './schema'

export const photosInput = z.array(uploadSchema).max(9)

/** By the ids of the service's questions. */
export const answersInput = z
  .record(entryIdSchema, lineSchema(0, 100))
  .refine((answers) => Object.keys(answers).length <= 6)
  .default({})

/** What is wanted, for one order or for each of a series. */
export const wishSchema = z.object({
  serviceId: entryIdSchema,
  /** May be empty where a voice says it. */
  text: orderTextSchema,
  voice: voiceSchema.nullable().default(null),
  answers: answersInput,
  photoFileIds: photosInput.default([]),
  beneficiary: beneficiarySchema.default({ kind: 'self' }),
  /** One of my homes; for somebody else theirs. */
  homePath: areaPathSchema,
  /** Needed where the home is not mine. */
  roomNumber: z.string().max(8).default(''),
  phone: phoneSchema.nullable().default(null),
  /** How to get in: 门铃坏了，请敲门. */
  access: lineSchema(0, 60).default(''),
  /** How many should come; null: as the service says. More than two are called up by those who look after it. */
  people: z.number().int().min(1).max(mostPeople).nullable().default(null),
})
/** Words or a voice. */
export const saysSomething = ({ text, voice }: { text: string; voice: unknown }): boolean =>
  text.length >= 2 || voice !== null
