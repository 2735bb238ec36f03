import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { homesWords } from '@/copy/mine'
import { scanAndJoin } from '@/features/invitation/scan-and-join'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'
import { About } from './_components/about'
import { Export } from './_components/export'
import { Farewell } from './_components/farewell'
import { Accesses, Trail } from './_components/own-records'
import { Privacy } from './_components/privacy'
import { SharesCard } from './_components/shares-card'

function Mine() {
  const { account } = useSession()
  if (!account) {
    return (
      <Screen>
        <EmptyState
          art="door"
          words={homesWords.empty}
          action={{ words: homesWords.addHome, onClick: () => void scanAndJoin() }}
        />
      </Screen>
    )
  }
  return (
    <Screen>
      <About account={account} />
      <SharesCard account={account} />
      <Privacy account={account} />
      <Accesses />
      <Trail />
      <Export />
      <Farewell />
    </Screen>
  )
}

/** 我的资料: what is kept of me, who may see it, who has, and how to take it back. */
export default function DataPage() {
  return (
    <SessionGate>
      <Mine />
    </SessionGate>
  )
}
