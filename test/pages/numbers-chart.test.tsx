import { init, setPlatformAPI, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import '@/components/chart-engine'
import type { Figures, Grouping } from '@/domain/numbers/contract'
import { chartHeight, chartOption, type Row } from '@/features/numbers/chart-option'

register([SVGRenderer])
// jsdom has no canvas to measure text on.
setPlatformAPI({ createCanvas: () => undefined as never })

const none = { median: null, ninety: null }
const figures = (arrived: number, done: number, late: number): Figures => ({
  arrived,
  done,
  late,
  waiting: 0,
  moving: 0,
  cancelled: 0,
  reopened: 0,
  rated: 0,
  stars: null,
  toAccept: none,
  toFinish: none,
})
const row = (name: string, ...counts: [number, number, number]): Row => ({
  key: name,
  name,
  figures: figures(...counts),
})

/** What the engine really draws, as SVG. */
function draw(rows: Row[], by: Grouping): string {
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: 340,
    height: chartHeight(rows, by, 12),
  })
  chart.setOption(chartOption(rows, by, 12))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

test('staff: by service, each name and both of its numbers are drawn', () => {
  const svg = draw([row('小修小补', 17, 13, 2), row('陪同就医', 9, 8, 0)], 'service')
  for (const text of ['小修小补', '陪同就医', '>17<', '>13<', '>9<', '>8<', '来单', '办好'])
    expect(svg).toContain(text)
  expect(svg).not.toContain('晚过')
})

test('staff: by week, a line shows how many were late', () => {
  const svg = draw([row('11月9日那周', 17, 13, 2), row('11月16日那周', 9, 8, 5)], 'week')
  expect(svg).toContain('11月16日那周')
  expect(svg).toContain('晚过')
  expect(svg.toLowerCase()).toContain('stroke="#c4342b"')
})

test('staff: of forty buildings the eight with the most orders are drawn', () => {
  const rows = Array.from({ length: 40 }, (_, index) => row(`${index + 1}号楼`, 100 - index, 50, 0))
  const svg = draw(rows, 'building')
  expect(svg).toContain('8号楼')
  expect(svg).not.toContain('>9号楼<')
})
