import MiniSearch, { type SearchResult } from 'minisearch'
import type { GuideEntry, Handbook, Service } from './schema'
import { isWeak, termsOf } from './tokens'

type Book = Pick<Handbook, 'services' | 'guide'>

interface Entry {
  id: number
  service: Service | null
  entry: GuideEntry | null
  name: string
  words: string
  example: string
  description: string
}

/** A field counts more, the more it is made of the words that people use. */
const boost = { name: 3, words: 3, example: 1, description: 1 }
/** What a single character counts beside a pair. */
const weakBoost = 0.1
/** Scored below this share of the best, a result is no help any more. */
const leastShare = 0.25
/** The guide answers only where it fits about as well as the best service does: a lift in a sentence is no broken lift. */
const leastGuideShare = 0.7

/** Words that stand side by side in a list must not make pairs with each other. */
const joined = (words: readonly string[]): string => words.join(' ')

const entriesOf = ({ services, guide }: Book): Entry[] =>
  [
    ...services
      .filter(({ isActive }) => isActive)
      .map((service) => ({
        service,
        entry: null,
        name: service.name,
        words: joined(service.words),
        example: service.example,
        description: service.description,
      })),
    ...guide.map((entry) => ({
      service: null,
      entry,
      name: entry.matter,
      words: joined(entry.words),
      example: '',
      description: entry.name,
    })),
  ].map((fields, id) => ({ ...fields, id }))

interface Index {
  entries: Entry[]
  mini: MiniSearch<Entry>
}
/** Kept as long as its handbook: someone who types asks again with each character. */
const indexes = new WeakMap<Book, Index>()

function indexOf(book: Book): Index {
  const known = indexes.get(book)
  if (known) return known
  const entries = entriesOf(book)
  const mini = new MiniSearch<Entry>({
    fields: Object.keys(boost),
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost,
      boostTerm: (term) => (isWeak(term) ? weakBoost : 1),
      prefix: false,
      fuzzy: false,
    },
  })
  mini.addAll(entries)
  const index = { entries, mini }
  indexes.set(book, index)
  return index
}

const isFirm = ({ queryTerms }: SearchResult): boolean => queryTerms.some((term) => !isWeak(term))

export interface Found {
  services: Service[]
  guide: GuideEntry[]
}

/**
 * What a handbook has for someone's own words, best first (BM25+ over pairs of characters, by minisearch).
 * Services found by single characters alone come only where nothing fits better. The guide answers only when more
 * than single characters fit, and about as well as any service that can be ordered. Without words: every service,
 * in the handbook's order.
 */
export function searchHandbook(book: Book, text: string): Found {
  const { entries, mini } = indexOf(book)
  if (text.trim() === '') return { services: entries.flatMap(({ service }) => service ?? []), guide: [] }
  const results = mini.search(text).sort((a, b) => b.score - a.score || Number(a.id) - Number(b.id))
  const found = results.map((result) => ({ result, ...entries[Number(result.id)] }))
  const services = found.filter(({ service }) => service)
  const best = found[0]?.result.score ?? 0
  const hasFirm = services.some(({ result }) => isFirm(result))
  const bestToOrder = services.find(({ service }) => service?.guideId === null)?.result.score ?? 0
  return {
    services: services
      .filter(({ result }) => result.score >= best * leastShare && (isFirm(result) || !hasFirm))
      .flatMap(({ service }) => service ?? []),
    guide: found
      .filter(
        ({ result }) =>
          isFirm(result) && result.score >= Math.max(bestToOrder * leastGuideShare, best * leastShare),
      )
      .flatMap(({ entry }) => entry ?? []),
  }
}
