import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { NotYours } from '@/components/not-yours'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { merging } from '@/copy/residents'
import type { ResidentView } from '@/domain/resident/contract'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { paramText } from '@/routes'
import { areaAround, areasOf } from '../../_components/my-areas'
import { Compare } from './_components/compare'
import { OtherSearch } from './_components/other-search'
import styles from './index.module.scss'

function Merging({ one, firstId }: { one: ResidentView; firstId: string | null }) {
  const { account } = useSession()
  const [otherId, setOtherId] = useState(firstId)
  const other = useAction('resident.get', { userId: otherId ?? '' }, { isEnabled: otherId !== null })
  const areas = account ? areasOf(account, ['communityStaff']) : []
  const area = areaAround(areas, one.memberships) ?? areas[0]
  if (!area || !one.allowedActions.includes('merge')) {
    return <NotYours />
  }
  if (otherId === null) {
    return (
      <View>
        <View className={styles.consequence}>{merging.lead}</View>
        <OtherSearch
          area={area}
          exceptId={one.userId}
          name={one.realName ?? one.nickname}
          onChoose={setOtherId}
        />
      </View>
    )
  }
  return (
    <View>
      {other.data && <Compare one={one} other={other.data.resident} />}
      {!other.data &&
        (other.error ? <ErrorState error={other.error} onRetry={other.refetch} /> : <Skeleton count={2} />)}
      <QuietButton onClick={() => setOtherId(null)}>{merging.change}</QuietButton>
    </View>
  )
}

function Content({ userId, otherId }: { userId: string; otherId: string | null }) {
  const { data, error, refetch } = useAction('resident.get', { userId })
  return (
    <Screen>
      {data && <Merging one={data.resident} firstId={otherId} />}
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton />)}
    </Screen>
  )
}

/** 合成一位: two accounts of one person, compared side by side before they are one. */
export default function MergePage() {
  const { params } = useRouter()
  return (
    <SessionGate>
      <Content userId={params.id ?? ''} otherId={paramText(params.other) || null} />
    </SessionGate>
  )
}
