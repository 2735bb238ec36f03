import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { randomId } from '@/platform/random-id'
import { init, setPlatformAPI, type ChartOption, type ECharts } from './chart-engine'
import styles from './chart.module.scss'

/** What a selector query answers for a canvas; its node is none of the page's tree. */
interface Found {
  node?: HTMLCanvasElement
  width?: number
  height?: number
}

/**
 * The engine on a canvas of WeChat's: it knows neither a document to make canvases of (so text is measured on this
 * one) nor listeners (nothing on the chart is tapped). As echarts-for-weixin does.
 */
function begin({ node, width, height }: Found): ECharts | null {
  const context = node?.getContext('2d')
  if (!node || !context || !width || !height) return null
  node.addEventListener = () => undefined
  node.removeEventListener = () => undefined
  setPlatformAPI({
    createCanvas: () => node,
    measureText: (text, font) => {
      if (font) context.font = font
      return context.measureText(text)
    },
  })
  return init(node, null, { width, height, devicePixelRatio: Taro.getWindowInfo().pixelRatio })
}

/** Draws a chart as wide and high as its place; without a canvas (base library below 2.9) nothing. */
export function ChartCanvas({ option }: { option: ChartOption }) {
  const [id] = useState(() => `chart-${randomId()}`)
  const [chart, setChart] = useState<ECharts | null>(null)
  useEffect(() => {
    let drawn: ECharts | null = null
    let isGone = false
    Taro.nextTick(() => {
      const take = ([found]: [Found | null]): void => {
        if (isGone || !found) return
        drawn = begin(found)
        setChart(drawn)
      }
      Taro.createSelectorQuery().select(`#${id}`).fields({ node: true, size: true }).exec(take)
    })
    return () => {
      isGone = true
      drawn?.dispose()
    }
  }, [id])
  useEffect(() => {
    chart?.setOption(option, true)
  }, [chart, option])
  return <Canvas type="2d" id={id} aria-hidden className={styles.canvas} />
}
