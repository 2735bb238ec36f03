import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { watchSignals } from '@/cloud/watch'
import { refreshAfterTopic } from './keys'

/** Fetches again what is on the screen when one of these topics has changed, for as long as it is shown. */
export function useSignals(topics: readonly string[]): void {
  const queries = useQueryClient()
  const key = topics.join(' ')
  useEffect(
    () =>
      watchSignals(key === '' ? [] : key.split(' '), (topic) => {
        void refreshAfterTopic(queries, topic)
      }),
    [key, queries],
  )
}
