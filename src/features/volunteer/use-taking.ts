import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { errorWords } from '@/copy/errors'
import { notEligibleWords, volunteer } from '@/copy/volunteer'
import { AppError } from '@/domain/shared/errors'
import { refreshAfterCommand } from '@/features/session/keys'
import { useConsent } from '@/features/session/use-consent'
import { randomId } from '@/platform/random-id'
import { toast } from '@/platform/toast'

/** From the office or the hall, or from a fellow volunteer who can't come. */
export type TakeEvent = 'accept' | 'takeOver'

/** Someone was quicker, or the order is no longer to be had. */
const isLost = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'Conflict' || error.code === 'NotFound')

/** Why it can't be mine, as exactly as the cloud says it. */
function whyNot(error: unknown): string {
  const reasons = error instanceof AppError && error.code === 'NotEligible' ? error.details.reasons : []
  const known = Object.entries(notEligibleWords).find(
    ([reason]) => Array.isArray(reasons) && reasons.includes(reason),
  )
  return known?.[1] ?? errorWords(error)
}

export interface Taking {
  /** Takes an order; answers whether it is mine now. */
  take: (orderId: string, event: TakeEvent) => Promise<boolean>
  /** The one being taken. */
  takingId: string | null
  /** Those that others have taken while I looked: to be left out, whatever an older answer says. */
  lostIds: ReadonlySet<string>
  /** I have just lost one; words for it are shown until the next tap. */
  hasLost: boolean
}

/** Takes orders. Losing the race is nobody's fault, and is told so. */
export function useTaking(): Taking {
  const queries = useQueryClient()
  const askConsent = useConsent()
  const [takingId, setTakingId] = useState<string | null>(null)
  const [lostIds, setLostIds] = useState<ReadonlySet<string>>(new Set())
  const [hasLost, setHasLost] = useState(false)
  // One intention per order: tapping again after the network failed takes it once.
  const requestIds = useRef(new Map<string, string>())

  const take: Taking['take'] = async (orderId, event) => {
    if (takingId) return false
    const requestId = requestIds.current.get(orderId) ?? randomId()
    requestIds.current.set(orderId, requestId)
    setTakingId(orderId)
    setHasLost(false)
    // Who takes an order is told when it is taken back; WeChat asks on a tap only.
    void askConsent('take')
    try {
      await call(`order.${event}`, { orderId }, { requestId })
      toast(volunteer.accepted)
      return true
    } catch (error) {
      if (isLost(error)) {
        setLostIds((before) => new Set([...before, orderId]))
        setHasLost(true)
      } else {
        toast(whyNot(error))
      }
      return false
    } finally {
      setTakingId(null)
      void refreshAfterCommand(queries, 'order.accept')
    }
  }

  return { take, takingId, lostIds, hasLost }
}
