import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { thanksWords as words } from '@/copy/thanks'
import { ancestorAt } from '@/domain/shared/area'
import { monthAfter, monthOf } from '@/domain/shared/calendar'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { useNow } from '@/platform/use-now'
import { paramText } from '@/routes'
import { ThanksCard } from './_components/thanks-card'
import styles from './index.module.scss'

interface MonthsProps {
  month: string
  /** The month that it is. */
  last: string
  onChange: (month: string) => void
}

function Months({ month, last, onChange }: MonthsProps) {
  return (
    <View>
      <View className={styles.month}>{words.month(month)}</View>
      <View className={styles.months}>
        <QuietButton onClick={() => onChange(monthAfter(month, -1))}>{words.earlier}</QuietButton>
        <QuietButton isDisabled={month >= last} onClick={() => onChange(monthAfter(month, 1))}>
          {words.later}
        </QuietButton>
      </View>
    </View>
  )
}

/** What was thanked for in a building, month by month. */
function Wall({ groupPath }: { groupPath: string }) {
  const last = monthOf(useNow())
  const [chosen, setChosen] = useState<string | null>(null)
  const month = chosen ?? last
  const list = usePagedAction('order.thanksWall', { groupPath, month, limit: 20 })
  return (
    <View>
      <View className={styles.lead}>{words.lead}</View>
      <Months month={month} last={last} onChange={setChosen} />
      <ListStates
        list={list}
        keyOf={({ orderId }) => orderId}
        empty={{ art: 'cups', words: words.empty }}
        render={(thanks) => <ThanksCard thanks={thanks} />}
      />
    </View>
  )
}

/** The buildings I live in, by name, each once. */
function useBuildings(): { groupPath: string; name: string }[] {
  const { homes } = useSession()
  const found = homes.flatMap(({ areaPath, areaName }) => {
    const groupPath = ancestorAt(areaPath, 'building')
    return groupPath === null ? [] : [[groupPath, { groupPath, name: areaName }] as const]
  })
  return [...new Map(found).values()]
}

/** The wall of where I live; with homes in several buildings, of the one I choose. */
function MyWall() {
  const buildings = useBuildings()
  const [chosen, setChosen] = useState<string | null>(null)
  const groupPath = chosen ?? buildings[0]?.groupPath
  if (!groupPath) return <EmptyState art="door" words={words.noHome} />
  return (
    <View>
      {buildings.length > 1 && (
        <Choices
          choices={buildings.map((one) => ({ value: one.groupPath, label: one.name }))}
          isChosen={(value) => value === groupPath}
          onChoose={setChosen}
        />
      )}
      <Wall key={groupPath} groupPath={groupPath} />
    </View>
  )
}

/** 感谢墙: thanks that neighbours wanted read, without counts or ranks. */
export default function ThanksPage() {
  const groupPath = paramText(useRouter().params.group)
  return (
    <SessionGate>
      <Screen>{groupPath === '' ? <MyWall /> : <Wall groupPath={groupPath} />}</Screen>
    </SessionGate>
  )
}
