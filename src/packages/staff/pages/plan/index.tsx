import { View } from '@tarojs/components'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { dispatch, planWords } from '@/copy/dispatch'
import { usePlan } from '@/features/dispatch/use-plan'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { PlanFoot } from './_components/plan-foot'
import { PlanTable } from './_components/plan-table'
import styles from './index.module.scss'

/** 一键排单: a proposal for all that waits; staff change what they know better, then send it. */
export default function PlanPage() {
  return (
    <SessionGate>
      <Plan />
    </SessionGate>
  )
}

function Plan() {
  const isStaff = useSession().can('dispatch')
  const plan = usePlan(isStaff)
  if (!isStaff) {
    return (
      <Screen>
        <EmptyState art="door" words={dispatch.notStaff} />
      </Screen>
    )
  }
  if (!plan.isReady) {
    return (
      <Screen isWide>
        {plan.error ? <ErrorState error={plan.error} onRetry={plan.refetch} /> : <Skeleton />}
      </Screen>
    )
  }
  if (plan.lines.length === 0) {
    const toDesk = { words: planWords.toDesk, onClick: () => open(routes.desk) }
    return (
      <Screen>
        <EmptyState art="cups" words={planWords.empty} action={toDesk} />
      </Screen>
    )
  }
  return (
    <Screen isWide action={<PlanFoot plan={plan} />}>
      <View className={styles.lead}>
        <View>{planWords.method}</View>
        <View className={styles.hint}>{planWords.proposal}</View>
        {plan.hasMore && <View className={styles.hint}>{planWords.hasMore(plan.lines.length)}</View>}
      </View>
      <PlanTable plan={plan} />
    </Screen>
  )
}
