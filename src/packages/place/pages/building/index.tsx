import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { common } from '@/copy/common'
import { buildingWords as words, mapWords } from '@/copy/place'
import type { AreaView, HouseholdView } from '@/domain/place/contract'
import type { AreaPath } from '@/domain/shared/area'
import { SessionGate } from '@/features/session/session-gate'
import { useAction, usePagedAction } from '@/features/session/use-action'
import { open, paramText, routes } from '@/routes'
import { AreaHead } from '../../_components/area-head'
import { useKeeper } from '../../_components/use-keeper'
import { Adders, type Adding } from './_components/adders'
import { FlatSheet } from './_components/flat-sheet'
import { stairwellsOf } from './_components/floors'
import { GridBar, type GridFilter } from './_components/grid-bar'
import { GridSheet } from './_components/grid-sheet'
import { StairwellCard } from './_components/stairwell-card'
import { usePicking } from './_components/use-picking'
import styles from './index.module.scss'

/** A building is looked at whole; only a very large one has a second page. */
const atOnce = 500

interface FlatsProps {
  area: AreaView
  units: readonly AreaView[]
  grids: readonly AreaView[]
  isKeeper: boolean
}

/** The flats of a building, a stairwell or a micro-grid. */
function Flats({ area, units, grids, isKeeper }: FlatsProps) {
  const list = usePagedAction('place.households', { areaPath: area._id, limit: atOnce })
  const { picking, start, toggle, stop } = usePicking()
  const [filter, setFilter] = useState<GridFilter>('all')
  const [opened, setOpened] = useState<HouseholdView | null>(null)
  const [adding, setAdding] = useState<Adding>(null)
  const [isNaming, setNaming] = useState(false)

  const gridName = ({ gridPath }: HouseholdView): string =>
    grids.find(({ _id }) => _id === gridPath)?.name ?? ''
  const isShown = ({ gridPath }: HouseholdView): boolean =>
    picking !== null || filter === 'all' || (gridPath ?? 'none') === filter
  const unitName = (path: AreaPath): string =>
    units.find(({ _id }) => _id === path)?.name ?? (units.length > 0 ? words.noUnit : '')
  const isBuilding = area.level === 'building'
  const action = picking ? (
    <View className={styles.two}>
      <QuietButton onClick={stop}>{words.cancel}</QuietButton>
      <PrimaryButton isDisabled={picking.picked.size === 0} onClick={() => setNaming(true)}>
        {words.gridDone(picking.picked.size)}
      </PrimaryButton>
    </View>
  ) : (
    isKeeper &&
    area.level !== 'grid' && <PrimaryButton onClick={() => setAdding('flat')}>{words.addFlat}</PrimaryButton>
  )
  return (
    <Screen isWide action={action}>
      <AreaHead area={area} isBusy={picking !== null} onGone={() => void Taro.navigateBack()}>
        {isBuilding && isKeeper && (
          <>
            <QuietButton isCompact onClick={() => setAdding('unit')}>
              {mapWords.add.building}
            </QuietButton>
            {list.items.length > 0 && (
              <QuietButton isCompact onClick={() => start(null, list.items)}>
                {words.addGrid}
              </QuietButton>
            )}
          </>
        )}
      </AreaHead>
      {picking && <View className={styles.lead}>{words.gridLead}</View>}
      {!picking && (
        <GridBar
          grids={grids}
          filter={filter}
          isKeeper={isKeeper}
          onFilter={setFilter}
          onEdit={(grid) => start(grid, list.items)}
        />
      )}
      {list.items.length === 0 && list.isPending && <Skeleton count={4} />}
      {list.items.length === 0 && list.error && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.items.length === 0 && !list.isPending && !list.error && (
        <EmptyState art="door" words={words.empty} />
      )}
      <View className={styles.stairwells}>
        {stairwellsOf(list.items).map((stairwell) => (
          <StairwellCard
            key={stairwell.areaPath}
            stairwell={stairwell}
            name={unitName(stairwell.areaPath)}
            picked={picking?.picked ?? null}
            isShown={isShown}
            gridName={gridName}
            onTap={(flats) => (picking ? toggle(flats) : setOpened(flats[0] ?? null))}
            onOpen={
              isBuilding && isKeeper && stairwell.areaPath !== area._id
                ? () => open(routes.building(stairwell.areaPath))
                : undefined
            }
          />
        ))}
      </View>
      {list.hasMore && (
        <QuietButton isLoading={list.isLoadingMore} onClick={list.loadMore}>
          {common.more}
        </QuietButton>
      )}
      {opened && <FlatSheet flat={opened} isKeeper={isKeeper} onClose={() => setOpened(null)} />}
      <Adders area={area} units={units} adding={adding} onClose={() => setAdding(null)} />
      {picking && isNaming && (
        <GridSheet
          buildingPath={area._id}
          grid={picking.grid}
          picked={picking.picked}
          onClose={() => setNaming(false)}
          onSaved={() => {
            setNaming(false)
            stop()
          }}
        />
      )}
    </Screen>
  )
}

function Building({ areaPath }: { areaPath: AreaPath }) {
  const query = useAction('place.children', { areaPath })
  const isKeeper = useKeeper(areaPath)
  const area = query.data?.area
  const children = query.data?.children ?? []
  if (!area) {
    return (
      <Screen>
        {query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton count={4} />}
      </Screen>
    )
  }
  return (
    <Flats
      area={area}
      units={children.filter(({ level }) => level === 'unit')}
      grids={children.filter(({ level }) => level === 'grid')}
      isKeeper={isKeeper}
    />
  )
}

/** 楼栋住户: the flats of a building as they lie, and its micro-grids. */
export default function BuildingPage() {
  const areaPath = paramText(useRouter().params.area)
  return (
    <SessionGate>
      <Building areaPath={areaPath} />
    </SessionGate>
  )
}
