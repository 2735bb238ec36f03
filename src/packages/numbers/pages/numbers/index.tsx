import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { Tabs } from '@/components/tabs'
import { groupingNames, numbersWords, periodNames, periodWords, type PeriodName } from '@/copy/numbers-page'
import { groupingSchema, type Grouping } from '@/domain/numbers/contract'
import { dayKey } from '@/domain/shared/calendar'
import { areasOfNumbers, type NumbersArea } from '@/features/numbers/areas'
import { CsvCard } from '@/features/numbers/csv-card'
import type { Ground } from '@/features/numbers/drill'
import { periodOf } from '@/features/numbers/periods'
import { Totals } from '@/features/numbers/totals'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { useNow } from '@/platform/use-now'
import { Breakdown } from './_components/breakdown'
import styles from './index.module.scss'

const periodChoices = (Object.keys(periodNames) as PeriodName[]).map((value) => ({
  value,
  label: periodNames[value],
}))
const groupings = groupingSchema.options.map((value) => ({ value, label: groupingNames[value] }))

/** The numbers of an area within a period. */
function NumbersOf({ ground }: { ground: Ground }) {
  const [by, setBy] = useState<Grouping>('service')
  const { areaPath, from, to } = ground
  const query = useAction('numbers.get', { areaPath, from, to, by })
  if (!query.data && query.error) return <ErrorState error={query.error} onRetry={query.refetch} />
  return (
    <View>
      {query.data ? <Totals figures={query.data.total} ground={ground} /> : <Skeleton count={1} />}
      <View className={styles.bar}>
        <Tabs tabs={groupings} chosen={by} onChoose={setBy} />
      </View>
      {query.data ? <Breakdown rows={query.data.rows} by={by} ground={ground} /> : <Skeleton />}
      <CsvCard key={`${areaPath}${from}${to}`} area={{ areaPath, from, to }} />
    </View>
  )
}

function Numbers({ areas }: { areas: readonly [NumbersArea, ...NumbersArea[]] }) {
  const [areaPath, setAreaPath] = useState(areas[0].areaPath)
  const [name, setName] = useState<PeriodName>('thisWeek')
  const period = periodOf(name, dayKey(useNow()))
  return (
    <View>
      {areas.length > 1 && (
        <View className={styles.bar}>
          <Choices
            choices={areas.map((area) => ({ value: area.areaPath, label: area.areaName }))}
            isChosen={(value) => value === areaPath}
            onChoose={setAreaPath}
          />
        </View>
      )}
      <Choices choices={periodChoices} isChosen={(value) => value === name} onChoose={setName} />
      <View className={styles.soft}>{periodWords(period)}</View>
      <NumbersOf ground={{ areaPath, ...period, serviceId: null, buildingPath: null }} />
    </View>
  )
}

function MyNumbers() {
  const [first, ...rest] = areasOfNumbers(useSession().account)
  return first ? <Numbers areas={[first, ...rest]} /> : <EmptyState art="door" words={numbersWords.notMine} />
}

/** 数据: how much was asked for, how fast it was done, and what went wrong. */
export default function NumbersPage() {
  return (
    <SessionGate>
      <Screen>
        <MyNumbers />
      </Screen>
    </SessionGate>
  )
}
