import { View } from '@tarojs/components'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Screen } from '@/components/screen'
import { seriesWords, spanWords } from '@/copy/repeat'
import { dayWords } from '@/copy/time'
import type { SeriesView } from '@/domain/series/contract'
import { useNow } from '@/platform/use-now'
import { wantOrdersView } from '@/features/order/orders-view'
import { openInstead, routes } from '@/routes'
import styles from './order-form.module.scss'

/** It is arranged: when someone comes first, and the days after. */
export function SeriesPlaced({ series }: { series: SeriesView }) {
  const now = useNow()
  const { upcoming, repeat, serviceName } = series
  const [first, ...later] = upcoming
  const toSeries = (): void => {
    wantOrdersView('series')
    openInstead(routes.orders)
  }
  return (
    <Screen action={<PrimaryButton onClick={toSeries}>{seriesWords.toSeries}</PrimaryButton>}>
      <View id="series-placed" className={styles.title}>
        {`${serviceName}${seriesWords.placed}`}
      </View>
      <Card>
        {first && (
          <View className={styles.firstDay}>
            {seriesWords.first(dayWords(first, now), spanWords(repeat.span))}
          </View>
        )}
        <View className={styles.words}>{seriesWords.placedHint}</View>
      </Card>
      {later.length > 0 && (
        <Card>
          <View className={styles.words}>{seriesWords.then}</View>
          {later.map((day) => (
            <View key={day} className={styles.day}>
              {dayWords(day, now)}
            </View>
          ))}
        </Card>
      )}
    </Screen>
  )
}
