import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/cloud/call'
import type { CallInput } from '@/domain/contracts'
import type { HandbookView } from '@/domain/handbook/contract'
import { dangersIn, dangersOf } from '@/domain/handbook/danger'
import type { Danger, Service } from '@/domain/handbook/schema'
import { ancestorAt, isWithin } from '@/domain/shared/area'
import type { Membership } from '@/domain/account/schema'
import type { Draft } from '@/features/order/draft'
import { actionKey } from '@/features/session/keys'
import { useAction } from '@/features/session/use-action'
import { firstOf, type First, type Preview } from './first-of'
import { useSettled } from './use-settled'

interface Given {
  draft: Draft
  handbook: HandbookView
  service: Service | null
  homes: readonly Membership[]
}

export interface Checks {
  /** Dangers whose numbers have not been seen yet. */
  dangers: Danger[]
  /** All that it tells of, seen or not. */
  allDangers: Danger[]
  first: First | null
  dismiss: (ids: readonly string[]) => void
  /** Asks anew about exactly what is written now; null: nothing stands in the way. */
  check: () => Promise<First | 'danger' | null>
}

const once = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** What the phone knows by itself, at once and without a network. */
const dangersHere = (service: Service | null, text: string, answers: Draft['answers']): Danger[] =>
  once([...dangersIn(text), ...dangersOf(service?.questions ?? [], answers)])

/** Danger, whose job it is, and who has the same trouble: asked while they write, and before it is sent. */
export function useChecks({ draft, handbook, service, homes }: Given): Checks {
  const queries = useQueryClient()
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const { settled, settle } = useSettled(draft.text.trim())
  const inputOf = (text: string): CallInput<'order.preview'> => ({
    homePath: draft.homePath,
    serviceId: service?.id ?? null,
    text,
    answers: draft.answers,
    // Where I may order to only because I act for them, the cloud has to know for whom it is.
    beneficiaryId: draft.other?.userId ?? null,
  })
  const isReady = service !== null && draft.homePath !== ''
  const preview = useAction('order.preview', inputOf(settled), { isEnabled: isReady }).data
  const buildingPath = ancestorAt(draft.homePath === '' ? handbook._id : draft.homePath, 'building')
  const isNeighbour = homes.some((home) => buildingPath !== null && isWithin(home.areaPath, buildingPath))
  const firstFor = (text: string, known: Preview | undefined): First | null =>
    firstOf({
      handbook,
      service,
      text,
      preview: known,
      dismissed,
      mayFollow: isNeighbour && draft.repeat === null,
    })
  const allDangers = (text: string, known: Preview | undefined): Danger[] =>
    once([...dangersHere(service, text, draft.answers), ...(known?.dangers ?? [])])
  const unseen = (dangers: readonly Danger[]): Danger[] =>
    dangers.filter((danger) => !draft.seenDangers.includes(danger))

  const check = async (): Promise<First | 'danger' | null> => {
    const text = draft.text.trim()
    settle()
    if (unseen(dangersHere(service, text, draft.answers)).length > 0) return 'danger'
    const input = inputOf(text)
    // Without an answer it is sent all the same: the cloud looks once more.
    const known = await queries
      .fetchQuery({
        queryKey: actionKey('order.preview', input),
        queryFn: () => call('order.preview', input),
        staleTime: 20_000,
        retry: false,
      })
      .catch(() => undefined)
    return unseen(known?.dangers ?? []).length > 0 ? 'danger' : firstFor(text, known)
  }

  const all = allDangers(settled, preview)
  return {
    allDangers: all,
    dangers: unseen(all),
    first: firstFor(settled, preview),
    dismiss: (ids) => setDismissed([...dismissed, ...ids]),
    check,
  }
}
