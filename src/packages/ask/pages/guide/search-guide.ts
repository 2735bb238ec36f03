import { searchHandbook } from '@/domain/handbook/search'
import type { GuideEntry, Service } from '@/domain/handbook/schema'

/** The guide as a book of its own; kept as long as it is shown, so that it is indexed once. */
export interface GuideBook {
  services: Service[]
  guide: GuideEntry[]
}

/** The lines of a guide for someone's own words, best first; a single character is looked for as it stands. */
export function searchGuide(book: GuideBook, text: string): GuideEntry[] {
  const wanted = text.trim()
  if (wanted === '') return book.guide
  const found = searchHandbook(book, wanted).guide
  if (found.length > 0) return found
  return book.guide.filter(({ matter, name, words }) =>
    [matter, name, ...words].some((one) => one.includes(wanted)),
  )
}
