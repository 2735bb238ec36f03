import type { ChartOption } from '@/components/chart-engine'
import { inkColours } from '@/components/icon-shapes'
import { numbersWords as words } from '@/copy/numbers-page'
import { shortNames } from '@/copy/place-names'
import type { Figures, Grouping } from '@/domain/numbers/contract'

export interface Row {
  key: string
  name: string
  figures: Figures
}

/** As many as can be told apart; the table has them all. */
const mostBars = 8
/** So many weeks beside each other still have room for their numbers. */
const roomForLabels = 6

/** The rows that are drawn: the last weeks, or what there is most of. */
export const drawnRows = (rows: readonly Row[], by: Grouping): readonly Row[] =>
  by === 'week' ? rows.slice(-14) : rows.slice(0, mostBars)

/** Services and buildings lie, since their names are long; weeks stand, as time goes. */
export const chartHeight = (rows: readonly Row[], by: Grouping, type: number): number =>
  by === 'week' ? 220 : 48 + drawnRows(rows, by).length * type * 4

/** @param type size of its letters, px */
export function chartOption(rows: readonly Row[], by: Grouping, type: number): ChartOption {
  const drawn = drawnRows(rows, by)
  const isWeek = by === 'week'
  const text = { color: inkColours['ink-2'], fontSize: type }
  const fullNames = drawn.map(({ name }) => name)
  const names = {
    type: 'category' as const,
    data: by === 'building' ? shortNames(fullNames) : fullNames,
    inverse: !isWeek,
    axisTick: { show: false },
    axisLabel: { ...text, ...(isWeek ? {} : { width: type * 6, overflow: 'truncate' as const }) },
  }
  const counts = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { show: isWeek && drawn.length > roomForLabels, ...text },
    splitLine: { show: false },
  }
  const bar = (name: string, color: string, of: (figures: Figures) => number) => ({
    type: 'bar' as const,
    name,
    color,
    barMaxWidth: type * 2,
    silent: true,
    label: {
      ...text,
      show: !isWeek || drawn.length <= roomForLabels,
      position: isWeek ? ('top' as const) : ('right' as const),
    },
    data: drawn.map(({ figures }) => of(figures)),
  })
  const late = {
    type: 'line' as const,
    name: words.late,
    color: inkColours.vest,
    symbol: 'circle',
    silent: true,
    data: drawn.map(({ figures }) => figures.late),
  }
  return {
    animation: false,
    grid: {
      left: 4,
      right: type * 3,
      top: type * 3,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: { top: 0, left: 0, itemWidth: type, textStyle: text, selectedMode: false },
    xAxis: isWeek ? names : counts,
    yAxis: isWeek ? counts : names,
    series: [
      bar(words.arrived, inkColours.sky, ({ arrived }) => arrived),
      bar(words.done, inkColours.jade, ({ done }) => done),
      ...(isWeek ? [late] : []),
    ],
  }
}

/** What it shows, said. */
export const chartLabel = (rows: readonly Row[], by: Grouping, name: string): string =>
  words.chart(
    name,
    drawnRows(rows, by)
      .map((row) => words.chartRow(row.name, row.figures.arrived, row.figures.done, row.figures.late))
      .join('；'),
  )
