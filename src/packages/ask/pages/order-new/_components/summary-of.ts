import { summaryWords } from '@/copy/order-form'
import { ruleWords, spanWords } from '@/copy/repeat'
import { windowWords } from '@/copy/time'
import type { Service } from '@/domain/handbook/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { Draft } from '@/features/order/draft'
import { ruleOf } from '@/features/order/draft-input'
import { addressesOf, type Places } from './use-places'

/** The order in one sentence, to read before it is sent. */
export function summaryOf(draft: Draft, service: Service, places: Places, now: Timestamp): string {
  const { repeat, window, other, urgent, people, homePath, isOtherDoor, roomNumber } = draft
  const place = addressesOf(places, other !== null).find(({ areaPath }) => areaPath === homePath)
  const room = isOtherDoor ? roomNumber.trim() : ''
  return summaryWords.sentence({
    when: repeat ? `${ruleWords(ruleOf(repeat))}${spanWords(repeat.span)}` : windowWords(window, now),
    people: people ?? service.people,
    place: `${place?.areaName ?? ''}${room === '' ? '' : ` ${room}`}`,
    deed: service.deed,
    name: other === null || other.name.trim() === '' ? null : other.name.trim(),
    urgent,
  })
}
