import type { Capability } from '@/domain/account/contract'
import { isOpenHome } from '@/domain/account/index-fields'
import type { Membership, MyAccount } from '@/domain/account/schema'
import { useAction } from './use-action'

export interface Session {
  /** Not known yet who I am. */
  isPending: boolean
  error: Error | null
  refetch: () => unknown
  /** null: a newcomer (or not known yet). */
  account: MyAccount | null
  /** Where I live, confirmed or not yet, and may look around. */
  homes: Membership[]
  topics: string[]
  can: (capability: Capability) => boolean
  /** Appointed to something, beside being a resident or not. */
  hasRole: boolean
}

/** Who I am and what my roles let me do. */
export function useSession(): Session {
  const { data, isPending, error, refetch } = useAction('account.me', {})
  return {
    isPending,
    error: data ? null : error,
    refetch,
    account: data?.account ?? null,
    homes: data?.account?.memberships.filter(isOpenHome) ?? [],
    topics: data?.topics ?? [],
    can: (capability) => data?.capabilities.includes(capability) ?? false,
    hasRole: (data?.account?.roles.length ?? 0) > 0,
  }
}
