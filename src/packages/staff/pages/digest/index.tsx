import { View } from '@tarojs/components'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { whyLateWords } from '@/copy/numbers'
import { digestWords as words, nextStepWords } from '@/copy/numbers-page'
import type { Output } from '@/domain/contracts'
import type { RoleGrant } from '@/domain/shared/role'
import { OrderCard } from '@/features/order/order-card'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useConsent } from '@/features/session/use-consent'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { Calls } from '../../_components/calls'
import { Counts } from './_components/counts'
import styles from './index.module.scss'

type LateOrder = Output<'numbers.digest'>['lateOrders'][number]

/** A late order, why it is late, and what to do about it. */
function LateCard({ order, why }: LateOrder) {
  const ask = useConsent()
  return (
    <OrderCard
      order={order}
      note={
        <View>
          <View className={styles.why}>{whyLateWords[why]}</View>
          <View>{nextStepWords[why]}</View>
        </View>
      }
      onOpen={() => {
        void ask('desk')
        open(routes.deskOrder(order._id))
      }}
    />
  )
}

/** What I am staff of: the numbers are of that, and of nothing else. */
const areasOf = (roles: readonly RoleGrant[]): string[] => [
  ...new Set(roles.filter(({ role }) => role === 'communityStaff').map(({ areaName }) => areaName)),
]

function Digest() {
  const { account, can } = useSession()
  const isStaff = can('dispatch')
  const { data, error, refetch } = useAction('numbers.digest', {}, { isEnabled: isStaff })
  if (!isStaff) return <EmptyState art="door" words={words.notStaff} />
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton />
  return (
    <View>
      <View className={styles.where}>{words.of(areasOf(account?.roles ?? []))}</View>
      <Counts counts={data} />
      <View className={styles.heading}>{words.lateTitle}</View>
      {data.lateOrders.length === 0 && <View className={styles.soft}>{words.lateEmpty}</View>}
      {data.lateOrders.map((late) => (
        <LateCard key={late.order._id} {...late} />
      ))}
      <View className={styles.heading}>{words.callsTitle}</View>
      <Calls calls={data.calls} />
    </View>
  )
}

/** 今早一览: what is new, what is late and why, and whom to call. */
export default function DigestPage() {
  return (
    <SessionGate>
      <Screen>
        <Digest />
      </Screen>
    </SessionGate>
  )
}
