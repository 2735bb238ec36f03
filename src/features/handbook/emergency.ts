import { dangerWords, emergencyNumbers, gasCompanyId } from '@/copy/danger'
import { sosWords } from '@/copy/order-form'
import type { Danger, GuideEntry, Handbook } from '@/domain/handbook/schema'

export interface EmergencyLine {
  name: string
  number: string
  hours: string
}

type Book = Pick<Handbook, 'guide' | 'phone'>

const lineOf = ({ name, phone, hours }: GuideEntry): EmergencyLine => ({ name, number: phone, hours })
const nationLines = (names: readonly (keyof typeof emergencyNumbers)[]): EmergencyLine[] =>
  names.map((name) => ({ ...emergencyNumbers[name], hours: '' }))

/** Whom to call for dangers, the first first, each once; without a handbook only the numbers of the whole country. */
export function linesFor(dangers: readonly Danger[], book: Book | null): EmergencyLine[] {
  const lines = dangers.flatMap((danger) => {
    const { call, guideId } = dangerWords[danger]
    const local = book?.guide.filter(({ id }) => id === guideId) ?? []
    return [...local.map(lineOf), ...nationLines(call)]
  })
  return lines.filter(({ number }, index) => lines.findIndex((line) => line.number === number) === index)
}

/** What the SOS button offers: the country's numbers, the gas company's and the community's own. */
export const sosLines = (book: Book | null): EmergencyLine[] => [
  ...nationLines(['medical', 'fire', 'police']),
  ...(book?.guide.filter(({ id }) => id === gasCompanyId).map(lineOf) ?? []),
  ...(book ? [{ name: sosWords.community, number: book.phone, hours: '' }] : []),
]
