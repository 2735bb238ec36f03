import type * as z from 'zod'
import { isCurrent } from '@/domain/account/index-fields'
import { isCaretakerOf } from '@/domain/account/policy'
import { roomNumberSchema, type Account } from '@/domain/account/schema'
import { dangersIn, dangersOf } from '@/domain/handbook/danger'
import type { Danger, Handbook, Service } from '@/domain/handbook/schema'
import type { wishSchema } from '@/domain/order/contract'
import { canOrderTo } from '@/domain/order/policy'
import type { PlacedFields } from '@/domain/order/place'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import { findHandbook, findService } from './find-handbook'

export type Wish = z.output<typeof wishSchema>

/** Where help is wanted, and what there is to know of the place. */
export interface WishPlace {
  areaName: string | null
  communityPath: AreaPath
  buildingPath: AreaPath
  handbook: Handbook
  beneficiary: Account | null
}

/** What a wish refers to; asked for while the caller is being looked up. @throws AppError Forbidden for no home */
export async function fetchWishPlace(
  store: Store,
  { homePath, beneficiary }: Pick<Wish, 'homePath' | 'beneficiary'>,
  now: Timestamp,
): Promise<WishPlace> {
  const communityPath = ancestorAt(homePath, 'community')
  const buildingPath = ancestorAt(homePath, 'building')
  if (!communityPath || !buildingPath) throw new AppError('Forbidden')
  const helpedId = beneficiary.kind === 'other' ? beneficiary.userId : null
  const [area, handbook, helped] = await Promise.all([
    beneficiary.kind === 'other' ? store.areas.get(homePath) : null,
    findHandbook(store, communityPath, now),
    helpedId === null ? null : store.accounts.get(helpedId),
  ])
  return { areaName: area?.fullName ?? null, communityPath, buildingPath, handbook, beneficiary: helped }
}

export const mayWish = (actor: Account, { homePath, beneficiary }: Wish, place: WishPlace): boolean =>
  canOrderTo(actor, homePath, place.buildingPath, beneficiary.kind === 'other')

/**
 * The fields of an order, from what someone wished for.
 * @throws AppError NotFound, SomeoneElsesJob (see `findService`), BadInput with the fields that are wrong
 */
export function readWish(
  actor: Account,
  wish: Wish,
  { handbook, communityPath, buildingPath, areaName, beneficiary }: WishPlace,
): { service: Service; fields: Omit<PlacedFields, 'urgent' | 'window' | 'seriesId' | 'parentId'> } {
  const service = findService(handbook, wish.serviceId)
  const home = actor.memberships.find(({ areaPath, ...rest }) => {
    return areaPath === wish.homePath && isCurrent({ areaPath, ...rest })
  })
  const isOwnRoom = wish.roomNumber === '' && home !== undefined
  const roomNumber = isOwnRoom ? home.roomNumber : wish.roomNumber
  if (!isOwnRoom && !roomNumberSchema.safeParse(roomNumber).success) wrong('roomNumber')
  if (wish.beneficiary.kind === 'other' && wish.beneficiary.userId !== null) {
    const livesThere = beneficiary?.memberships.some((m) => m.areaPath === wish.homePath && isCurrent(m))
    if (!livesThere) wrong('beneficiary')
  }
  checkAnswers(service, wish.answers)
  const people = wish.people ?? service.people
  if (people > 2 && !isCaretakerOf(actor, wish.homePath)) throw new AppError('Forbidden')
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
      areaName: home?.areaName ?? areaName ?? '',
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
