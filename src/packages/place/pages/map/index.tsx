import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Icon } from '@/components/icon'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { Tap } from '@/components/tap'
import { mapWords as words } from '@/copy/place'
import type { AreaView } from '@/domain/place/contract'
import type { AreaPath } from '@/domain/shared/area'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { open, paramText, routes } from '@/routes'
import { AreaHead } from '../../_components/area-head'
import { NameSheet } from '../../_components/name-sheet'
import styles from '../../_components/place.module.scss'
import { useKeeper } from '../../_components/use-keeper'
import { ListTools } from './_components/list-tools'

const isFlats = ({ level }: AreaView): boolean => ['building', 'unit', 'grid'].includes(level)

function AreaRow({ area }: { area: AreaView }) {
  const url = isFlats(area) ? routes.building(area._id) : routes.places(area._id)
  return (
    <Tap className={styles.row} label={area.fullName} onClick={() => open(url)}>
      <View className={styles.words}>
        <View className={styles.name}>{area.name}</View>
        <View className={styles.soft}>{words.counts(area.householdCount, area.residentCount)}</View>
      </View>
      <Icon name="next" size="small" />
    </Tap>
  )
}

const Rows = ({ areas }: { areas: readonly AreaView[] }) => (
  <Card isFlush>
    {areas.map((area) => (
      <AreaRow key={area._id} area={area} />
    ))}
  </Card>
)

function Adder({ area, onClose }: { area: AreaView; onClose: () => void }) {
  const { run, isRunning } = useCommand('place.putArea')
  const save = async (name: string, onFailure: (error: unknown) => boolean): Promise<void> => {
    if (!(await run({ parentPath: area._id, areaPath: null, name }, { onFailure }))) return
    onClose()
    toast(words.saved)
  }
  const below = { street: 'community', community: 'estate', estate: 'building', building: 'unit' } as const
  const level = area.level === 'unit' || area.level === 'grid' ? 'unit' : below[area.level]
  return (
    <NameSheet
      title={words.add[area.level]}
      level={level}
      isRunning={isRunning}
      onSave={(name, onFailure) => void save(name, onFailure)}
      onClose={onClose}
    />
  )
}

/** One area, and what lies right below it. */
function Place({ areaPath }: { areaPath: AreaPath }) {
  const query = useAction('place.children', { areaPath })
  const isKeeper = useKeeper(areaPath)
  const [isAdding, setAdding] = useState(false)
  const area = query.data?.area
  const children = query.data?.children ?? []
  const add = area && isKeeper && (
    <PrimaryButton onClick={() => setAdding(true)}>{words.add[area.level]}</PrimaryButton>
  )
  return (
    <Screen action={add}>
      {!area && (query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton />)}
      {area && (
        <>
          <AreaHead area={area} onGone={() => void Taro.navigateBack()} />
          {area.level === 'estate' && isKeeper && <ListTools estate={area} />}
          {children.length > 0 ? (
            <Rows areas={children} />
          ) : (
            <EmptyState art="door" words={words.empty[area.level]} />
          )}
          {isAdding && <Adder area={area} onClose={() => setAdding(false)} />}
        </>
      )}
    </Screen>
  )
}

/** Those that I look after; a single one is opened at once. */
function MyPlaces() {
  const query = useAction('place.children', {})
  const children = query.data?.children ?? []
  const [only] = children
  if (only && children.length === 1 && !isFlats(only)) return <Place areaPath={only._id} />
  return (
    <Screen>
      {!query.data &&
        (query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton />)}
      {query.data && children.length === 0 && <EmptyState art="door" words={words.none} />}
      {children.length > 0 && <Rows areas={children} />}
    </Screen>
  )
}

/** 小区地图: the tree of places, kept by staff. */
export default function MapPage() {
  const areaPath = paramText(useRouter().params.area)
  return <SessionGate>{areaPath === '' ? <MyPlaces /> : <Place areaPath={areaPath} />}</SessionGate>
}
