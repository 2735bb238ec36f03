import * as z from 'zod'
import { areaPathSchema } from '../shared/area'
import { calendarSchema } from '../shared/calendar'
import { idSchema } from '../shared/ids'
import { lineSchema, textSchema } from '../shared/text'
import { timestampSchema } from '../shared/time'
import { skillSchema } from './skills'

/** Ids of entries within a handbook: `gasAlarm`, `drain`. */
export const entryIdSchema = z.string().regex(/^[A-Za-z0-9-]{2,32}$/)

/** What must be dealt with before any order: 120, 119, 110 and the like come first. */
export const dangers = ['gas', 'fire', 'trapped', 'medical', 'violence', 'electric', 'water'] as const
export const dangerSchema = z.enum(dangers)
export type Danger = z.infer<typeof dangerSchema>

const phoneLineSchema = z.string().regex(/^[0-9+\- ]{3,20}$/)

/** A question of a service: one of several answers, or words of one's own. */
export const questionSchema = z.object({
  id: entryIdSchema,
  text: lineSchema(2, 40),
  /** None: an answer in words. An answer may mean danger. */
  choices: z.array(z.object({ text: lineSchema(1, 20), danger: dangerSchema.nullable() })).max(8),
  isRequired: z.boolean(),
})
export type Question = z.infer<typeof questionSchema>

/** A step of dispatching by itself: to the `count` nearest with the skill, or the hall, so long after placing. */
export const autoStepSchema = z.object({
  to: z.enum(['nearest', 'hall']),
  count: z.number().int().min(1).max(10),
  afterMinutes: z.number().int().min(0).max(1440),
})
export type AutoStep = z.infer<typeof autoStepSchema>

/** Icons that a service may have; `src/components/icon-shapes.ts` draws them. */
export const serviceIcons = [
  'gas',
  'hospital',
  'phone',
  'wrench',
  'basket',
  'heart',
  'box',
  'hand',
  'scissors',
  'book',
  'car',
  'lamp',
] as const

/** One thing that can be asked for, as staff keep it. */
export const serviceSchema = z.object({
  id: entryIdSchema,
  name: lineSchema(1, 12),
  description: lineSchema(0, 60),
  icon: z.enum(serviceIcons),
  /** Everyday words that mean it, beside its name: 报警器, 煤气. */
  words: z.array(lineSchema(1, 12)).max(20),
  /** A sentence to begin with. */
  example: lineSchema(0, 60),
  /** What one volunteer comes to do, inside a sentence: 请一位志愿者来看燃气报警器. */
  deed: lineSchema(1, 20),
  questions: z.array(questionSchema).max(6),
  /** All are needed; none: anyone can help. */
  skills: z.array(skillSchema).max(4),
  /** How long it usually takes. */
  minutes: z.number().int().min(5).max(600),
  /** How soon someone should be there when no time was asked for. Usual: in working time; urgent: by the clock. */
  response: z.object({
    urgentMinutes: z.number().int().min(10).max(10_080),
    usualMinutes: z.number().int().min(10).max(20_160),
  }),
  hints: z.array(lineSchema(1, 40)).max(6),
  /** How many should come: two to someone who lives alone. */
  people: z.number().int().min(1).max(2),
  /** Someone else's job: an entry of the responsibility guide. Then there is nothing to order. */
  guideId: entryIdSchema.nullable(),
  auto: z.array(autoStepSchema).max(4),
  isActive: z.boolean(),
})
export type Service = z.infer<typeof serviceSchema>

/** A line of the responsibility guide 责任清单: whose job something is, and their number. */
export const guideEntrySchema = z.object({
  id: entryIdSchema,
  matter: lineSchema(2, 30),
  words: z.array(lineSchema(1, 12)).min(1).max(20),
  name: lineSchema(1, 30),
  phone: phoneLineSchema,
  hours: lineSchema(0, 30),
  advice: lineSchema(0, 80),
})
export type GuideEntry = z.infer<typeof guideEntrySchema>

/** A community's own book: what can be asked for, whose job is what, and when the office works. */
export const handbookSchema = z.object({
  /** The community's path. */
  _id: areaPathSchema,
  version: z.number().int().nonnegative(),
  services: z.array(serviceSchema).max(60),
  guide: z.array(guideEntrySchema).max(100),
  calendar: calendarSchema,
  /** Hours in which nobody is messaged about what can wait, as minutes of the day: from 21:30 to 7:00. */
  quiet: z.object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(0).max(1439) }),
  /** The office's own number. */
  phone: phoneLineSchema,
  updatedAt: timestampSchema,
  /** Who changed what, newest last; the last 50. */
  trail: z
    .array(
      z.object({
        at: timestampSchema,
        by: z.string(),
        byName: z.string(),
        change: z.string(),
        note: textSchema(0, 100),
      }),
    )
    .max(50),
})
export type Handbook = z.infer<typeof handbookSchema>

/** Someone asked for what isn't the office's, and got the number of those whose job it is. */
export const guideAnswerSchema = z.object({
  _id: idSchema,
  communityPath: areaPathSchema,
  entryId: entryIdSchema,
  at: timestampSchema,
})
