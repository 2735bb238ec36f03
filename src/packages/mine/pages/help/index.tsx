import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { helpWords } from '@/copy/appointments'
import type { AppointmentView } from '@/domain/appointment/contract'
import { isAhead } from '@/domain/appointment/policy'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { AppointmentCard } from '@/features/appointment/appointment-card'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { paramText } from '@/routes'
import { ApplyForm } from './_components/apply-form'
import { CodeForm } from './_components/code-form'
import { MyRole } from './_components/my-role'
import { Waiting } from './_components/waiting'
import styles from './index.module.scss'

/** 邻里互助: what I do here, what I have applied for, and how to offer one's help. */
export default function HelpPage() {
  const { params } = useRouter()
  const code = paramText(params.code ?? params.scene)
  return <SessionGate>{code === '' ? <Content /> : <CodeForm code={code} />}</SessionGate>
}

function Content() {
  const { account } = useSession()
  const { data, error, refetch } = useAction('appointment.mine', {}, { isEnabled: account !== null })
  const homes = account?.memberships ?? []
  const communities = communitiesOf(
    homes.filter(({ standing }) => standing === 'confirmed').map(({ areaPath }) => areaPath),
  )
  if (!account) {
    return (
      <Screen>
        <EmptyState art="door" words={helpWords.noHome} />
      </Screen>
    )
  }
  if (!data) {
    return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton />}</Screen>
  }
  const free = communities.filter((path) => !isTaken(data.items, path))
  const isChild = account.guardianId !== null
  return (
    <Screen>
      <MyAppointments items={data.items} />
      {communities.length === 0 && data.items.length === 0 && (
        <EmptyState art="door" words={homes.length > 0 ? helpWords.noHomeYet : helpWords.noHome} />
      )}
      {free[0] !== undefined && !isChild && <ApplyForm account={account} communities={free} />}
    </Screen>
  )
}

const communitiesOf = (paths: readonly AreaPath[]): AreaPath[] => [
  ...new Set(paths.flatMap((path) => ancestorAt(path, 'community') ?? [])),
]

/** A volunteer there already, or waiting to be one. */
const isTaken = (items: readonly AppointmentView[], communityPath: AreaPath): boolean =>
  items.some(
    ({ role, areaPath, state }) =>
      role === 'volunteer' && areaPath === communityPath && state !== 'ended' && state !== 'refused',
  )

function MyAppointments({ items }: { items: readonly AppointmentView[] }) {
  const waiting = items.filter(isAhead)
  const active = items.filter(({ state }) => state === 'active')
  const past = items.filter(({ state }) => state === 'ended' || state === 'refused')
  return (
    <View>
      {active.length > 0 && <View className={styles.heading}>{helpWords.mine}</View>}
      {active.map((appointment) => (
        <MyRole key={appointment._id} appointment={appointment} />
      ))}
      {waiting.map((appointment) => (
        <Waiting key={appointment._id} appointment={appointment} />
      ))}
      {past.length > 0 && <View className={styles.heading}>{helpWords.past}</View>}
      {past.map((appointment) => (
        <AppointmentCard key={appointment._id} appointment={appointment} />
      ))}
    </View>
  )
}
