import { View } from '@tarojs/components'
import { aria } from './aria'
import { ChartCanvas } from './chart-canvas'
import type { ChartOption } from './chart-engine'
import styles from './chart.module.scss'

interface ChartProps {
  option: ChartOption
  /** All of what it shows, in words. */
  label: string
  /** In px. */
  height: number
}

/** A chart: a picture to screen readers, with its numbers said. The same numbers stand beside it to be tapped. */
export function Chart({ option, label, height }: ChartProps) {
  return (
    <View className={styles.chart} style={{ height: `${height}px` }} {...aria('img', label)}>
      {/* Begun anew with another height: a canvas keeps the size that it was begun with. */}
      <ChartCanvas key={height} option={option} />
    </View>
  )
}
