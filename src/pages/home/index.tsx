import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { homeWords } from '@/copy/pages'
import { RoleEntries } from '@/features/session/role-entries'
import { useRefreshAll } from '@/features/session/use-refresh-all'
import { useSession } from '@/features/session/use-session'
import { AskCard } from './_components/ask-card'
import { Greeting } from './_components/greeting'
import { Newcomer } from './_components/newcomer'
import { OpenOrders } from './_components/open-orders'
import { UnreadNotice } from './_components/unread-notice'

function Content() {
  const { isPending, error, refetch, account, homes, hasRole } = useSession()
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (isPending) return <Skeleton count={4} />
  if (!account) return <Newcomer />
  const isAwaiting = homes.length > 0 && homes.every(({ standing }) => standing === 'unconfirmed')
  return (
    <View>
      <Greeting name={account.nickname} homes={homes} />
      {isAwaiting && <Card>{homeWords.awaiting}</Card>}
      <RoleEntries />
      {homes.length > 0 && <AskCard />}
      {homes.length === 0 && !hasRole && <Card>{homeWords.noHome}</Card>}
      <OpenOrders />
      <UnreadNotice />
    </View>
  )
}

export default function HomePage() {
  const refreshAll = useRefreshAll()
  usePullDownRefresh(() => {
    void refreshAll().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen>
      <Content />
    </Screen>
  )
}
