import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type PropsWithChildren } from 'react'
import { bindLifecycle, createQueryClient } from './query-client'
import { useSession } from './use-session'
import { useSignals } from './use-signals'

/** Keeps true what any page may show of me and mine. */
function SignalWatch() {
  useSignals(useSession().topics)
  return null
}

/** Everything that lasts as long as the mini program: queries, lifecycle, signals. */
export function SessionProvider({ children }: PropsWithChildren) {
  const [queries] = useState(createQueryClient)
  useEffect(bindLifecycle, [])
  return (
    <QueryClientProvider client={queries}>
      <SignalWatch />
      {children}
    </QueryClientProvider>
  )
}
