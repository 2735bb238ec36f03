import { wordsWords } from '@/copy/order-form'
import { searchHandbook } from '@/domain/handbook/search'
import type { Handbook, Service } from '@/domain/handbook/schema'
import type { Draft } from './draft'

type Book = Pick<Handbook, 'services' | 'guide'>

/** The service for whatever has none of its own; it says nothing by itself. */
const catchAllId = 'other'

const canBeOrdered = ({ guideId, isActive }: Service): boolean => guideId === null && isActive

/** What is ordered: what was chosen, else what the words fit best, else "anything else"; null: nothing said yet. */
export function serviceOf(book: Book, { serviceId, text, voice }: Draft): Service | null {
  const chosen = book.services.find(({ id, isActive }) => id === serviceId && isActive)
  if (chosen) return chosen
  if (text.trim() === '' && voice === null) return null
  const anything = book.services.find((service) => service.id === catchAllId && canBeOrdered(service)) ?? null
  if (text.trim() === '') return anything
  return searchHandbook(book, text).services.find(canBeOrdered) ?? anything
}

/** What to say for someone who chose a service and wrote nothing; '' where that would say nothing. */
export const standardText = ({ id, deed }: Service): string =>
  id === catchAllId ? '' : wordsWords.standard(deed)
