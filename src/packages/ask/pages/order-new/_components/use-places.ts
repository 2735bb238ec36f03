import { whoWords } from '@/copy/order-form'
import type { Membership } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import { caretakers } from '@/domain/account/policy'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'

interface NamedArea {
  areaPath: AreaPath
  areaName: string
}

/** Someone for whom I act, at one of their doors. */
export type Charge = Output<'resident.charges'>['items'][number]

export interface Places {
  homes: readonly Membership[]
  /** Buildings that I look after. */
  inMyCare: readonly NamedArea[]
  charges: readonly Charge[]
}

/** A place to come to; `roomNumber` null: another door there, to be told. */
export interface Address extends NamedArea {
  roomNumber: string | null
}

/** Where I may order to: my homes, the buildings in my care, and where those live for whom I act. */
export function usePlaces(): Places & { isPending: boolean } {
  const { account, homes } = useSession()
  const isCaretaker = account?.roles.some(({ role }) => caretakers.some((one) => one === role)) ?? false
  const { data, isPending } = useAction('order.listPlaces', {}, { isEnabled: isCaretaker })
  const charges = useAction('resident.charges', {}, { isEnabled: account !== null })
  return {
    homes,
    inMyCare: data?.items ?? [],
    charges: charges.data?.items ?? [],
    isPending: isCaretaker && isPending,
  }
}

/** The addresses to choose from; for me only my own doors. */
export function addressesOf({ charges, homes, inMyCare }: Places, isForOther: boolean): Address[] {
  const own = homes.map(({ areaPath, areaName, roomNumber }) => ({ areaPath, areaName, roomNumber }))
  if (!isForOther) return own
  const areas = new Map(
    [...homes, ...inMyCare, ...charges].map(({ areaPath, areaName }) => [areaPath, areaName]),
  )
  const others = [...areas].map(([areaPath, areaName]) => ({ areaPath, areaName, roomNumber: null }))
  return [...own, ...others]
}

/** The community whose handbook counts there. */
export const communityOf = (homePath: AreaPath): AreaPath | null =>
  homePath === '' ? null : ancestorAt(homePath, 'community')

export const wordsOfAddress = ({ areaName, roomNumber }: Address): string =>
  roomNumber === null ? whoWords.otherDoor(areaName) : whoWords.ownDoor(areaName, roomNumber)
