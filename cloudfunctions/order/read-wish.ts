import type * as z from 'zod'
import { isCurrent } from '@/domain/account/index-fields'
import { isCaretakerAt, standingAt } from '@/domain/account/policy'
import { roomNumberSchema, type Account, type Membership } from '@/domain/account/schema'
import { dangersIn, dangersOf } from '@/domain/handbook/danger'
import type { Danger, Handbook, Service } from '@/domain/handbook/schema'
import type { wishSchema } from '@/domain/order/wish'
import { canOrderTo } from '@/domain/order/policy'
import { actsFor } from '@/domain/resident/policy'
import type { PlacedFields } from '@/domain/order/place'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import { householdIdOf } from '../account/households'
import { findHandbook, findService } from './find-handbook'

export type Wish = z.output<typeof wishSchema>

/** Where help is wanted, and what there is to know of the place. */
export interface WishPlace {
  areaName: string | null
  communityPath: AreaPath
  buildingPath: AreaPath
  handbook: Handbook
  beneficiary: Account | null
  /** The micro-grid of the flat that was named; null: none, or none is known. */
  gridPath: AreaPath | null
}

/** What a wish refers to; asked for while the caller is being looked up. @throws AppError Forbidden for no home */
export async function fetchWishPlace(
  store: Store,
  { homePath, beneficiary, roomNumber }: Pick<Wish, 'homePath' | 'beneficiary' | 'roomNumber'>,
  now: Timestamp,
): Promise<WishPlace> {
  const communityPath = ancestorAt(homePath, 'community')
  const buildingPath = ancestorAt(homePath, 'building')
  if (!communityPath || !buildingPath) throw new AppError('Forbidden')
  const helpedId = beneficiary.kind === 'other' ? beneficiary.userId : null
  const isRoom = roomNumberSchema.safeParse(roomNumber).success
  const [area, handbook, helped, household] = await Promise.all([
    beneficiary.kind === 'other' ? store.areas.get(homePath) : null,
    findHandbook(store, communityPath, now),
    helpedId === null ? null : store.accounts.get(helpedId),
    isRoom ? store.households.get(householdIdOf(homePath, roomNumber)) : null,
  ])
  return {
    areaName: area?.fullName ?? null,
    communityPath,
    buildingPath,
    handbook,
    beneficiary: helped && standingAt(helped, now),
    gridPath: household?.gridPath ?? null,
  }
}

export const mayWish = (actor: Account, { homePath, beneficiary }: Wish, place: WishPlace): boolean =>
  canOrderTo(actor, homePath, place.buildingPath, beneficiary.kind === 'other', {
    gridPath: place.gridPath ?? homeOf(place.beneficiary, homePath)?.gridPath ?? null,
    charge: place.beneficiary,
  })

const homeOf = (person: Account | null, homePath: AreaPath): Membership | undefined =>
  person?.memberships.find((home) => home.areaPath === homePath && isCurrent(home))

/**
 * Whose flat it is where none was named: that of the one for whom somebody acts, else that of the one who asks, who
 * may have several in the area.
 */
function unnamedHome(
  actor: Account,
  { homePath, beneficiary }: Wish,
  place: WishPlace,
): Membership | undefined {
  const helped = place.beneficiary
  const isCharge = beneficiary.kind === 'other' && helped !== null && actsFor(actor, helped)
  return isCharge ? homeOf(helped, homePath) : homeOf(actor, homePath)
}

/**
 * The fields of an order, from what someone wished for.
 * @throws AppError NotFound, SomeoneElsesJob (see `findService`), BadInput with the fields that are wrong
 */
export function readWish(
  actor: Account,
  wish: Wish,
  place: WishPlace,
): { service: Service; fields: Omit<PlacedFields, 'urgent' | 'window' | 'seriesId' | 'parentId'> } {
  const { handbook, communityPath, buildingPath, areaName, beneficiary } = place
  const service = findService(handbook, wish.serviceId)
  const home = wish.roomNumber === '' ? unnamedHome(actor, wish, place) : undefined
  const roomNumber = home?.roomNumber ?? wish.roomNumber
  if (!home && !roomNumberSchema.safeParse(roomNumber).success) wrong('roomNumber')
  if (wish.beneficiary.kind === 'other' && wish.beneficiary.userId !== null) {
    if (!homeOf(beneficiary, wish.homePath)) wrong('beneficiary')
  }
  const gridPath = home ? home.gridPath : place.gridPath
  checkAnswers(service, wish.answers)
  const people = wish.people ?? service.people
  if (people > 2 && !isCaretakerAt(actor, { areaPath: wish.homePath, gridPath }))
    throw new AppError('Forbidden')
  const { text, voice, photoFileIds, homePath, phone, access } = wish
  const contact = { roomNumber, phone, access }
  return {
    service,
    fields: {
      text,
      voice,
      photoFileIds,
      contact,
      people,
      beneficiary: wish.beneficiary,
      answers: answersOf(service, wish.answers),
      areaPath: homePath,
      areaName: home?.areaName ?? homeOf(actor, homePath)?.areaName ?? areaName ?? '',
      gridPath,
      communityPath,
      buildingPath,
    },
  }
}

/** Everything that was said in words: what the platform's check has to see. */
export const wordsOf = ({ text, access, answers, beneficiary }: Wish): string =>
  [text, access, ...Object.values(answers), beneficiary.kind === 'other' ? beneficiary.name : '']
    .filter((part) => part !== '')
    .join('\n')

export const dangersOfWish = (
  service: Service | null,
  { text, answers }: Pick<Wish, 'text' | 'answers'>,
): Danger[] => [...new Set([...dangersIn(text), ...dangersOf(service?.questions ?? [], answers)])]

/** Every question that must be answered is, and with one of its choices. @throws AppError BadInput */
function checkAnswers({ questions }: Service, answers: Wish['answers']): void {
  for (const { id, isRequired, choices } of questions) {
    const answer = answers[id] ?? ''
    const isChoice = choices.length === 0 || choices.some(({ text }) => text === answer)
    if (answer === '' ? isRequired : !isChoice) wrong(`answers.${id}`)
  }
}

/** What was answered, with the questions as they are put today. */
export const answersOf = ({ questions }: Service, answers: Wish['answers']): PlacedFields['answers'] =>
  questions.flatMap(({ id, text }) => (answers[id] ? [{ question: text, answer: answers[id] }] : []))

function wrong(field: string): never {
  throw new AppError('BadInput', { where: [field] })
}
