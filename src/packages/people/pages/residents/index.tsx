import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { residents } from '@/copy/residents'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'
import type { ChosenArea } from '@/features/invite/area-steps'
import { open, routes } from '@/routes'
import { areasOf } from '../../_components/my-areas'
import { isBuildingOrPart, PlaceChoice } from '../../_components/place-choice'
import { FindBar, type Sought } from './_components/find-bar'
import { FlatList } from './_components/flat-list'
import { Found } from './_components/found'
import styles from './index.module.scss'

function Register({ areas, first }: { areas: readonly ChosenArea[]; first: ChosenArea }) {
  const [chosen, setChosen] = useState(first)
  const [sought, setSought] = useState<Sought | null>(null)
  const hasFlats = isBuildingOrPart(chosen.areaPath)
  const choose = (area: ChosenArea): void => {
    setChosen(area)
    setSought(null)
  }
  const add = (
    <PrimaryButton onClick={() => open(routes.register(chosen.areaPath))}>{residents.add}</PrimaryButton>
  )
  return (
    <Screen isWide action={add}>
      <View className={styles.top}>
        <Card>
          <PlaceChoice areas={areas} chosen={chosen} onChoose={choose} />
        </Card>
        <FindBar hasFlats={hasFlats} isFinding={sought !== null} onFind={setSought} />
      </View>
      {sought && <Found key={chosen.areaPath} areaPath={chosen.areaPath} sought={sought} />}
      {!sought && hasFlats && <FlatList key={chosen.areaPath} areaPath={chosen.areaPath} />}
      {!sought && !hasFlats && <View className={styles.hint}>{residents.chooseFirst}</View>}
    </Screen>
  )
}

function Content() {
  const { account } = useSession()
  const areas = account ? areasOf(account) : []
  const [first] = areas
  if (first) return <Register areas={areas} first={first} />
  return (
    <Screen>
      <EmptyState art="door" words={residents.noArea} />
    </Screen>
  )
}

/** 居民登记: who lives where I look after, by flat; found by name or by flat. */
export default function ResidentsPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
