import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { Icon } from '@/components/icon'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { person as words } from '@/copy/residents'
import { isCurrent } from '@/domain/account/index-fields'
import type { Membership } from '@/domain/account/schema'
import type { ResidentView } from '@/domain/resident/contract'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { areaAround, areasOf } from '../../_components/my-areas'
import { HeadCard } from './_components/head-card'
import { HomeSheets, type HomeAsk } from './_components/home-sheets'
import { HomesCard } from './_components/homes-card'
import { RolesCard, TrailCard } from './_components/past-cards'
import { ProxiesCard } from './_components/proxies-card'
import { TakeOver } from './_components/take-over'
import styles from './index.module.scss'

/** What else may be done with the entry: only what the cloud allows. */
function More({ resident }: { resident: ResidentView }) {
  const { allowedActions, userId } = resident
  return (
    <View className={styles.more}>
      {allowedActions.includes('correct') && (
        <QuietButton onClick={() => open(routes.register('', userId))}>{words.correct}</QuietButton>
      )}
      {allowedActions.includes('inviteToTakeOver') && <TakeOver resident={resident} />}
      {allowedActions.includes('merge') && (
        <QuietButton onClick={() => open(routes.mergePerson(userId))}>{words.merge}</QuietButton>
      )}
    </View>
  )
}

function Person({ resident }: { resident: ResidentView }) {
  const { account } = useSession()
  const [asked, setAsked] = useState<{ what: HomeAsk; home: Membership } | null>(null)
  const { memberships, nickname, roles, trail, userId } = resident
  const area = areaAround(account ? areasOf(account) : [], memberships.filter(isCurrent))
  return (
    <Screen isWide>
      <View className={styles.seen}>
        <Icon name="book" size="small" />
        <View>{words.seen}</View>
      </View>
      <View className={styles.columns}>
        <View className={styles.part}>
          <HeadCard resident={resident} />
        </View>
        <View className={styles.part}>
          <HomesCard resident={resident} onAsk={(what, home) => setAsked({ what, home })} />
        </View>
        <View className={styles.part}>
          <ProxiesCard resident={resident} area={area ?? null} />
        </View>
        <View className={styles.part}>
          <RolesCard roles={roles} />
        </View>
        <View className={styles.part}>
          <TrailCard trail={trail} />
        </View>
      </View>
      <More resident={resident} />
      {asked && (
        <HomeSheets
          what={asked.what}
          home={asked.home}
          userId={userId}
          name={nickname}
          onClose={() => setAsked(null)}
        />
      )}
    </Screen>
  )
}

function Content({ userId }: { userId: string }) {
  const { data, error, refetch } = useAction('resident.get', { userId })
  if (data) return <Person resident={data.resident} />
  return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={4} />}</Screen>
}

/** One person in full; they see that they were looked at. */
export default function PersonPage() {
  const { params } = useRouter()
  return (
    <SessionGate>
      <Content userId={params.id ?? ''} />
    </SessionGate>
  )
}
