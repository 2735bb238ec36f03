import { useQueryClient } from '@tanstack/react-query'

/** Fetches everything on the screen again: what pulling down means. */
export function useRefreshAll(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}
