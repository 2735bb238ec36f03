import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { Card } from '@/components/card'
import { Chart } from '@/components/chart'
import { EmptyState } from '@/components/empty-state'
import { groupingNames, numbersWords as words } from '@/copy/numbers-page'
import type { Grouping } from '@/domain/numbers/contract'
import { useElderMode } from '@/features/elder/elder-mode'
import { chartHeight, chartLabel, chartOption, drawnRows, type Row } from '@/features/numbers/chart-option'
import { groundOfRow, type Ground } from '@/features/numbers/drill'
import { RowCard } from '@/features/numbers/row-card'
import styles from '../index.module.scss'

interface BreakdownProps {
  rows: readonly Row[]
  by: Grouping
  ground: Ground
}

/** The orders by service, building or week: drawn, and as a table whose numbers open their orders. */
export function Breakdown({ rows, by, ground }: BreakdownProps) {
  const type = useElderMode() ? 17 : 12
  const option = useMemo(() => chartOption(rows, by, type), [rows, by, type])
  if (rows.length === 0) return <EmptyState words={words.empty} />
  const drawn = drawnRows(rows, by).length
  return (
    <View>
      <Card>
        <Chart
          option={option}
          label={chartLabel(rows, by, groupingNames[by])}
          height={chartHeight(rows, by, type)}
        />
        {drawn < rows.length && <View className={styles.soft}>{words.chartRest(drawn)}</View>}
      </Card>
      <Card isFlush>
        {rows.map((row) => (
          <RowCard key={row.key} row={row} ground={groundOfRow(ground, by, row.key)} />
        ))}
      </Card>
    </View>
  )
}
