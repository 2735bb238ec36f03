import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { errorWords } from '@/copy/errors'
import { volunteer } from '@/copy/volunteer'
import { AppError } from '@/domain/shared/errors'
import { refreshAfterCommand } from '@/features/session/keys'
import { randomId } from '@/platform/random-id'
import { askConsent } from '@/platform/subscribe'
import { toast } from '@/platform/toast'

/** Someone was quicker, or the order is no longer to be had. */
const isLost = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'Conflict' || error.code === 'NotFound')

export interface Taking {
  /** Takes an order; answers whether it is mine now. */
  take: (orderId: string) => Promise<boolean>
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
  const [takingId, setTakingId] = useState<string | null>(null)
  const [lostIds, setLostIds] = useState<ReadonlySet<string>>(new Set())
  const [hasLost, setHasLost] = useState(false)
  // One intention per order: tapping again after the network failed takes it once.
  const requestIds = useRef(new Map<string, string>())

  const take = async (orderId: string): Promise<boolean> => {
    if (takingId) return false
    const requestId = requestIds.current.get(orderId) ?? randomId()
    requestIds.current.set(orderId, requestId)
    setTakingId(orderId)
    setHasLost(false)
    // Who takes an order is told when it is taken back; WeChat asks on a tap only.
    void askConsent(['offered', 'released'])
    try {
      await call('order.accept', { orderId }, { requestId })
      toast(volunteer.accepted)
      return true
    } catch (error) {
      if (isLost(error)) {
        setLostIds((before) => new Set([...before, orderId]))
        setHasLost(true)
      } else {
        toast(errorWords(error))
      }
      return false
    } finally {
      setTakingId(null)
      void refreshAfterCommand(queries, 'order.accept')
    }
  }

  return { take, takingId, lostIds, hasLost }
}
