import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { Tabs } from '@/components/tabs'
import { counted } from '@/copy/counts'
import { filterWords, phaseNames } from '@/copy/dispatch'
import { phaseSchema } from '@/domain/order/status'
import { useAction } from '@/features/session/use-action'
import { BuildingMap } from './building-map'
import { isNarrowed, wholeDesk, type DeskFilter } from './desk-filter'
import { ServiceFilter } from './service-filter'
import styles from './desk-filter-bar.module.scss'

interface DeskFilterBarProps {
  isEnabled: boolean
  filter: DeskFilter
  onNarrow: (change: Partial<DeskFilter>) => void
}

type Panel = 'building' | 'service'
type Chip = 'onlyLate' | 'onlyUrgent' | 'onlyUnhappy' | 'onlyUnsafe' | Panel | 'clear'

/** How many wait, were put off, move; how many of them are late, and whom to ask after. */
function useCounts(isEnabled: boolean) {
  const { data } = useAction('order.countDesk', {}, { isEnabled })
  const said = [
    data && data.late > 0 ? filterWords.lateCount(data.late) : '',
    data && data.unhappy > 0 ? filterWords.unhappyCount(data.unhappy) : '',
    data && data.unsafe > 0 ? filterWords.unsafeCount(data.unsafe) : '',
  ].filter((words) => words !== '')
  const tabs = phaseSchema.options.map((value) => ({
    value,
    label: phaseNames[value],
    ...(data && value !== 'done' ? { count: counted(data[value]) } : {}),
  }))
  return { tabs, said }
}

/** Which orders of the desk to look at: four columns with their counts, and chips that narrow the one shown. */
export function DeskFilterBar({ isEnabled, filter, onNarrow }: DeskFilterBarProps) {
  const [panel, setPanel] = useState<Panel | null>(null)
  const { tabs, said } = useCounts(isEnabled)
  const chips: { value: Chip; label: string }[] = [
    ...(filter.view === 'done' ? [] : [{ value: 'onlyLate' as const, label: filterWords.late }]),
    { value: 'onlyUrgent', label: filterWords.urgent },
    { value: 'onlyUnhappy', label: filterWords.unhappy },
    { value: 'onlyUnsafe', label: filterWords.unsafe },
    { value: 'building', label: filterWords.building },
    { value: 'service', label: filterWords.service },
    ...(isNarrowed(filter) ? [{ value: 'clear' as const, label: filterWords.clear }] : []),
  ]
  const isOn = (chip: Chip): boolean => {
    if (chip === 'building') return panel === chip || filter.areaPath !== null
    if (chip === 'service') return panel === chip || filter.serviceId !== null
    return chip !== 'clear' && filter[chip]
  }
  const choose = (chip: Chip): void => {
    if (chip === 'building' || chip === 'service') return setPanel(panel === chip ? null : chip)
    if (chip !== 'clear') return onNarrow({ [chip]: !filter[chip] })
    setPanel(null)
    onNarrow({ ...wholeDesk, view: filter.view })
  }
  return (
    <View className={styles.bar}>
      <Tabs tabs={tabs} chosen={filter.view} onChoose={(view) => onNarrow({ view })} />
      {said.length > 0 && <View className={styles.said}>{said.join(' · ')}</View>}
      <Choices isMultiple choices={chips} isChosen={isOn} onChoose={choose} />
      {panel !== null && <View className={styles.gap} />}
      {panel === 'building' && (
        <BuildingMap chosen={filter.areaPath} onChoose={(areaPath) => onNarrow({ areaPath })} />
      )}
      {panel === 'service' && (
        <ServiceFilter chosen={filter.serviceId} onChoose={(serviceId) => onNarrow({ serviceId })} />
      )}
    </View>
  )
}
