import { useState } from 'react'
import * as z from 'zod'
import { catalogueWords, refusedWords, type LimitReason } from '@/copy/order-form'
import { orderFormWords } from '@/copy/pages'
import { dangerSchema, type Danger, type Service } from '@/domain/handbook/schema'
import type { SeriesView } from '@/domain/series/contract'
import { AppError } from '@/domain/shared/errors'
import { orderInputOf, seriesInputOf } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { openInstead, routes } from '@/routes'

const dangersSchema = z.array(dangerSchema)
const isReason = (reason: unknown): reason is LimitReason =>
  typeof reason === 'string' && reason in refusedWords.limit

interface Given {
  state: DraftState
  service: Service | null
  allDangers: readonly Danger[]
  refreshHandbook: () => unknown
}

export interface Submit {
  send: () => Promise<void>
  isSending: boolean
  /** Dangers that only the cloud saw. */
  refusedDangers: Danger[]
  /** What there was too much of. */
  limit: LimitReason | null
  closeLimit: () => void
  /** The recurring help that has just been made. */
  placed: SeriesView | null
}

/** Sends the order, or begins the series, and answers a "no" in kind words. */
export function useSubmit({ state, service, allDangers, refreshHandbook }: Given): Submit {
  const { draft, change, finish } = state
  const { run, isRunning } = useCommands()
  const [refusedDangers, setRefusedDangers] = useState<Danger[]>([])
  const [limit, setLimit] = useState<LimitReason | null>(null)
  const [placed, setPlaced] = useState<SeriesView | null>(null)

  const onFailure = (error: unknown): boolean => {
    if (!(error instanceof AppError)) return false
    const { code, details } = error
    if (code === 'DangerFirst') setRefusedDangers(dangersSchema.catch([]).parse(details.dangers))
    if (code === 'LimitReached' && isReason(details.reason)) setLimit(details.reason)
    // The office has changed its handbook meanwhile: the new one says whose job it is.
    if (code === 'SomeoneElsesJob' || code === 'NotFound') void refreshHandbook()
    if (code === 'NotFound') {
      change({ serviceId: null })
      toast(catalogueWords.gone)
    }
    return (
      code === 'DangerFirst' || code === 'NotFound' || (code === 'LimitReached' && isReason(details.reason))
    )
  }

  const sendSeries = async (to: Service): Promise<void> => {
    if (draft.repeat === null) return
    const input = seriesInputOf(draft, draft.repeat, to, Date.now())
    const done = await run('series.create', input, { requestId: draft.requestId, onFailure })
    if (!done) return
    finish()
    setPlaced(done.series)
  }

  const sendOrder = async (to: Service): Promise<void> => {
    const input = orderInputOf(draft, to, allDangers)
    const done = await run('order.create', input, { requestId: draft.requestId, onFailure })
    if (!done) return
    finish()
    toast(orderFormWords.sent)
    openInstead(routes.order(done.order._id))
  }

  const send = async (): Promise<void> => {
    if (!service) return
    // Kept with its request id before it leaves: after a crash the same order is sent, not another.
    change({})
    await (draft.repeat === null ? sendOrder(service) : sendSeries(service))
  }

  return { send, isSending: isRunning, refusedDangers, limit, closeLimit: () => setLimit(null), placed }
}
