import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { homeWords, newcomerWords } from '@/copy/pages'
import { endedWords, standingNames } from '@/copy/people'
import { isCurrent } from '@/domain/account/index-fields'
import { caretakers } from '@/domain/account/policy'
import type { MyAccount } from '@/domain/account/schema'
import { endedByOthers } from '@/domain/membership/standing'
import { ancestorAt } from '@/domain/shared/area'
import { SosButton } from '@/features/handbook/sos-button'
import { useHandbook, type HandbookState } from '@/features/handbook/use-handbook'
import { scanAndJoin } from '@/features/invitation/scan-and-join'
import { RoleEntries } from '@/features/session/role-entries'
import { useRefreshAll } from '@/features/session/use-refresh-all'
import { useSession, type Session } from '@/features/session/use-session'
import { Again } from './_components/again'
import { AskCard } from './_components/ask-card'
import { Greeting } from './_components/greeting'
import { Newcomer, NewcomerGreeting } from './_components/newcomer'
import { OpenOrders } from './_components/open-orders'
import { UnreadNotice } from './_components/unread-notice'
import { UsualServices } from './_components/usual-services'
import styles from './index.module.scss'

/** Where I live, or whom I look after and may order for. */
function communityOf({ account, homes }: Session): string | null {
  const cared = account?.roles.filter(({ role }) => caretakers.some((one) => one === role)) ?? []
  const paths = [...homes, ...cared].map(({ areaPath }) => ancestorAt(areaPath, 'community'))
  return paths.find((path) => path !== null) ?? null
}

/** Emergency numbers are at hand for everybody, known or not, with whatever else there is. */
function Top({ handbook, children }: { handbook: HandbookState; children?: ReactNode }) {
  return (
    <View className={styles.top}>
      <View className={styles.greeting}>{children}</View>
      <View className={styles.sos}>
        <SosButton handbook={handbook.handbook} />
      </View>
    </View>
  )
}

/** Nothing is open to me: because somebody said so, because I am to be vouched for again, or not joined yet. */
function NoHome({ account: { memberships }, hasRole }: { account: MyAccount; hasRole: boolean }) {
  const [ended] = endedByOthers(memberships)
  if (memberships.some(isCurrent)) return <Card>{homeWords.held}</Card>
  if (!ended) {
    if (hasRole) return null
    return (
      <>
        <Card>{homeWords.noHome}</Card>
        <PrimaryButton onClick={() => void scanAndJoin()}>{newcomerWords.scan}</PrimaryButton>
      </>
    )
  }
  const { areaName, reason, standing } = ended
  return (
    <Card>
      <View>{`${areaName}：${standingNames[standing]}`}</View>
      {reason !== '' && <View>{endedWords.because(reason)}</View>}
      <View>{endedWords.ask('')}</View>
    </Card>
  )
}

function Content({ session, handbook }: { session: Session; handbook: HandbookState }) {
  const { isPending, error, refetch, account, homes, hasRole } = session
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (isPending) return <Skeleton count={4} />
  if (!account) return <Newcomer />
  const isAwaiting = homes.length > 0 && homes.every(({ standing }) => standing === 'unconfirmed')
  const mayOrder = communityOf(session) !== null
  return (
    <View>
      {isAwaiting && <Card>{homeWords.awaiting}</Card>}
      <RoleEntries />
      {mayOrder && <AskCard />}
      {mayOrder && <UsualServices state={handbook} />}
      {homes.length === 0 && <NoHome account={account} hasRole={hasRole} />}
      <OpenOrders />
      <Again />
      <UnreadNotice />
    </View>
  )
}

export default function HomePage() {
  const refreshAll = useRefreshAll()
  const session = useSession()
  const handbook = useHandbook(communityOf(session))
  const { account, homes, isPending, error } = session
  usePullDownRefresh(() => {
    void refreshAll().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen>
      <Top handbook={handbook}>
        {account && <Greeting name={account.nickname} homes={homes} />}
        {!account && !isPending && !error && <NewcomerGreeting />}
      </Top>
      <Content session={session} handbook={handbook} />
    </Screen>
  )
}
