import { nicknameSchema, roomNumberSchema } from '@/domain/account/schema'
import type { CallInput } from '@/domain/contracts'
import type { Danger, Question, Service } from '@/domain/handbook/schema'
import type { Beneficiary } from '@/domain/order/parts'
import { phoneSchema } from '@/domain/shared/contact'
import { orderTextSchema } from '@/domain/order/schema'
import { dayKey } from '@/domain/shared/calendar'
import { addDays } from '@/domain/shared/day-keys'
import type { Timestamp } from '@/domain/shared/time'
import type { Draft, RepeatDraft } from './draft'
import { standardText } from './draft-service'

export type Problem =
  'service' | 'text' | 'answers' | 'weekdays' | 'monthDay' | 'name' | 'consent' | 'home' | 'room' | 'phone'

/** The words that are sent: what was written, or what the chosen service says by itself. */
export function textOf({ text, voice }: Draft, service: Service | null): string {
  const written = text.trim()
  return written === '' && voice === null && service ? standardText(service) : written
}

export const isAnswered = ({ id, isRequired }: Question, answers: Draft['answers']): boolean =>
  !isRequired || (answers[id] ?? '').trim() !== ''

const isMonthDay = (text: string): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31

/** What is wrong with the draft, by field; empty when it can be sent. */
export function problemsOf(draft: Draft, service: Service | null): Problem[] {
  const { other, repeat, voice } = draft
  const text = textOf(draft, service)
  const isSaid =
    orderTextSchema.safeParse(text).success && (text.length >= 2 || (text === '' && voice !== null))
  const rows: [Problem, boolean][] = [
    ['service', service === null || service.guideId !== null],
    ['text', !isSaid],
    ['answers', !(service?.questions ?? []).every((question) => isAnswered(question, draft.answers))],
    ['weekdays', repeat?.every === 'week' && repeat.weekdays.length === 0],
    ['monthDay', repeat?.every === 'month' && !isMonthDay(repeat.monthDay)],
    ['name', other !== null && !nicknameSchema.safeParse(other.name).success],
    ['consent', other !== null && other.consent === null],
    ['home', draft.homePath === ''],
    ['room', draft.isOtherDoor && !roomNumberSchema.safeParse(draft.roomNumber).success],
    ['phone', draft.phone !== '' && !phoneSchema.safeParse(draft.phone).success],
  ]
  return rows.filter(([, isWrong]) => isWrong).map(([problem]) => problem)
}

const beneficiaryOf = ({ other }: Draft): Beneficiary => {
  if (other === null || other.consent === null) return { kind: 'self' }
  const { name, relation, userId, consent } = other
  return { kind: 'other', name, relation, userId, consent }
}

/** Only what the service asks: answers to another one's questions stay on the phone. */
const answersTo = ({ questions }: Service, answers: Draft['answers']): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = (answers[id] ?? '').trim()
      return answer === '' ? [] : [[id, answer]]
    }),
  )

const wishOf = (draft: Draft, service: Service): CallInput<'series.create'>['wish'] => ({
  serviceId: service.id,
  text: textOf(draft, service),
  voice: draft.voice,
  answers: answersTo(service, draft.answers),
  photoFileIds: draft.photoFileIds,
  beneficiary: beneficiaryOf(draft),
  homePath: draft.homePath,
  roomNumber: draft.isOtherDoor ? draft.roomNumber.trim() : '',
  phone: draft.phone === '' ? null : draft.phone,
  access: draft.access.trim(),
  people: draft.people,
})

/** @param dangers what it tells of; an order goes out only once their numbers have been seen */
export const orderInputOf = (
  draft: Draft,
  service: Service,
  dangers: readonly Danger[],
): CallInput<'order.create'> => ({
  ...wishOf(draft, service),
  urgent: draft.urgent,
  window: draft.window,
  from: draft.from,
  hasSeenDanger: dangers.length > 0 && dangers.every((danger) => draft.seenDangers.includes(danger)),
})

const weekdayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** The rule in the form of RFC 5545. */
export function ruleOf({ every, weekdays, monthDay }: RepeatDraft): string {
  if (every === 'day') return 'FREQ=DAILY'
  if (every === 'month') return `FREQ=MONTHLY;BYMONTHDAY=${Number(monthDay)}`
  const named = [...weekdays].sort((a, b) => a - b).map((weekday) => weekdayCodes[weekday])
  return `FREQ=WEEKLY;BYDAY=${named.join(',')}`
}

const daysOfMonths = (months: number): number => Math.round(months * 30.4)

export function seriesInputOf(
  draft: Draft,
  repeat: RepeatDraft,
  service: Service,
  now: Timestamp,
): CallInput<'series.create'> {
  const startsOn = dayKey(now)
  const { span, restsOnHolidays, months } = repeat
  return {
    wish: wishOf(draft, service),
    repeat: {
      rule: ruleOf(repeat),
      startsOn,
      endsOn: months === null ? null : addDays(startsOn, daysOfMonths(months)),
      span,
      restsOnHolidays,
    },
  }
}
