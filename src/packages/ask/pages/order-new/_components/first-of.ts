import { searchHandbook } from '@/domain/handbook/search'
import type { GuideEntry, Handbook, Service } from '@/domain/handbook/schema'
import type { Output } from '@/domain/contracts'

export type Preview = Output<'order.preview'>
export type Similar = Preview['similar']

/** What is to be settled before an order is sent. */
export type First =
  | { kind: 'guide'; entry: GuideEntry; all: GuideEntry[]; mayInsist: boolean }
  | { kind: 'similar'; orders: Similar }

interface Asked {
  handbook: Pick<Handbook, 'services' | 'guide'>
  service: Service | null
  text: string
  preview: Preview | undefined
  /** Entries of the guide and orders that they have said are something else. */
  dismissed: readonly string[]
  /** Whether they live where the similar orders are: only neighbours follow. */
  mayFollow: boolean
}

/** Whose job the words are, by the phone's handbook and the cloud's; each entry once. */
function guideFor({ handbook, text, preview }: Asked): GuideEntry[] {
  const own = text === '' ? [] : searchHandbook(handbook, text).guide
  const others = text === '' ? [] : (preview?.guide ?? [])
  return [...own, ...others.filter(({ id }) => own.every((entry) => entry.id !== id))]
}

/** The guide answers first, then those who have the same trouble; null: nothing stands in the way. */
export function firstOf(asked: Asked): First | null {
  const { handbook, service, preview, dismissed, mayFollow } = asked
  const named = handbook.guide.find(({ id }) => id === service?.guideId)
  if (named) return { kind: 'guide', entry: named, all: [named], mayInsist: false }
  const all = guideFor(asked)
  const entry = all.find(({ id }) => !dismissed.includes(id))
  if (entry) return { kind: 'guide', entry, all, mayInsist: true }
  const orders = preview?.similar.filter(({ orderId }) => !dismissed.includes(orderId)) ?? []
  return mayFollow && orders.length > 0 ? { kind: 'similar', orders } : null
}
