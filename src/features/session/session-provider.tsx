import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type PropsWithChildren } from 'react'
import { watchSignals } from '@/cloud/watch'
import { refreshAfterTopic } from './keys'
import { bindLifecycle, createQueryClient } from './query-client'
import { useSession } from './use-session'

/** Keeps what is on the screen true: fetches again what a signal says has changed. */
function SignalWatch() {
  const queries = useQueryClient()
  const { topics } = useSession()
  const key = topics.join(' ')
  useEffect(
    () =>
      watchSignals(key === '' ? [] : key.split(' '), (topic) => {
        void refreshAfterTopic(queries, topic)
      }),
    [key, queries],
  )
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
