import { EmptyState } from '@/components/empty-state'
import { QuietButton } from '@/components/button'
import { ListStates, wholeList } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { homesWords as words } from '@/copy/mine'
import type { MyAccount } from '@/domain/account/schema'
import { scanAndJoin } from '@/features/invitation/scan-and-join'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { EndedCard } from './_components/ended-card'
import { HomeCard } from './_components/home-card'
import { MyProxies } from './_components/my-proxies'

function Homes({ account }: { account: MyAccount }) {
  const query = useAction('membership.household', {})
  const homes = query.data?.homes ?? []
  return (
    <Screen>
      <ListStates
        list={wholeList(query, (data) => data.homes)}
        keyOf={({ areaPath, roomNumber }) => `${areaPath}${roomNumber}`}
        empty={{
          art: 'door',
          words: words.empty,
          action: { words: words.addHome, onClick: () => void scanAndJoin() },
        }}
        render={(home) => <HomeCard home={home} account={account} />}
      />
      {query.data?.ended?.map((home) => (
        <EndedCard key={`${home.areaPath}${home.roomNumber}`} home={home} />
      ))}
      {homes.length > 0 && <MyProxies account={account} homes={homes} />}
      {homes.length > 0 && <QuietButton onClick={() => void scanAndJoin()}>{words.addHome}</QuietButton>}
    </Screen>
  )
}

function Mine() {
  const { account } = useSession()
  if (account) return <Homes account={account} />
  return (
    <Screen>
      <EmptyState
        art="door"
        words={words.empty}
        action={{ words: words.addHome, onClick: () => void scanAndJoin() }}
      />
    </Screen>
  )
}

/** 我的家: where I live and with whom; who comes in, who acts for me, and how it ends. */
export default function HomesPage() {
  return (
    <SessionGate>
      <Mine />
    </SessionGate>
  )
}
