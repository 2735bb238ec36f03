import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { init, type ChartOption, type ECharts } from './chart-engine'
import styles from './chart.module.scss'

/** As in `chart-canvas.tsx`; in a browser the engine makes its own canvas. */
export function ChartCanvas({ option }: { option: ChartOption }) {
  const place = useRef<HTMLElement>(null)
  const chart = useRef<ECharts | null>(null)
  useEffect(() => {
    if (!place.current) return undefined
    const drawn = init(place.current)
    chart.current = drawn
    const resize = (): void => drawn.resize()
    window.addEventListener('resize', resize)
    return () => {
      window.removeEventListener('resize', resize)
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.resize()
    chart.current?.setOption(option, true)
  }, [option])
  return <View ref={place} aria-hidden className={styles.canvas} />
}
