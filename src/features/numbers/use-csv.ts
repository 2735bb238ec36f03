import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorWords } from '@/copy/errors'
import type { Period } from '@/domain/numbers/period'
import type { AreaPath } from '@/domain/shared/area'
import { actionKey } from '@/features/session/keys'
import { toast } from '@/platform/toast'

export type CsvState =
  | { step: 'idle' }
  | { step: 'fetching'; lines: number }
  /** `lines`: orders, without the header. */
  | { step: 'ready'; lines: number; text: string }

/** Lines that end; the first is the header. */
const ordersIn = (text: string): number => Math.max(0, text.split('\n').length - 2)

/** Fetches the export page by page to its end, and tells how far it has come. */
export function useCsv(area: Period & { areaPath: AreaPath }): {
  state: CsvState
  start: () => Promise<void>
} {
  const queries = useQueryClient()
  const [state, setState] = useState<CsvState>({ step: 'idle' })

  const start = async (): Promise<void> => {
    let text = ''
    let cursor: string | null = null
    setState({ step: 'fetching', lines: 0 })
    try {
      do {
        const input: typeof area & { cursor: string | null } = { ...area, cursor }
        const page: { text: string; nextCursor: string | null } = await queries.fetchQuery({
          queryKey: actionKey('numbers.csv', input),
          queryFn: () => call('numbers.csv', input),
          staleTime: 0,
          gcTime: 0,
        })
        text += page.text
        cursor = page.nextCursor
        setState({ step: 'fetching', lines: ordersIn(text) })
      } while (cursor !== null)
      setState({ step: 'ready', lines: ordersIn(text), text })
    } catch (error) {
      toast(errorWords(error))
      setState({ step: 'idle' })
    }
  }
  return { state, start }
}
