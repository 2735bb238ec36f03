import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { Tap } from '@/components/tap'
import { dateWords } from '@/copy/time'
import { profileWords } from '@/copy/volunteer'
import { useAction } from '@/features/session/use-action'
import { DeedFigures, type Deeds } from '@/features/volunteer/deed-figures'
import { open, routes } from '@/routes'
import styles from './my-deeds.module.scss'

function Thanks({ thanks }: Pick<Deeds, 'thanks'>) {
  if (thanks.length === 0) return <View className={styles.from}>{profileWords.noThanks}</View>
  return (
    <View>
      <View className={styles.heading}>{profileWords.thanks}</View>
      {thanks.map(({ orderId, words, serviceName, at, onWall }) => (
        <Tap
          key={`${at}${words}`}
          className={styles.keepsake}
          label={profileWords.openThanks(words)}
          onClick={() => open(routes.order(orderId))}
        >
          <View className={styles.thanks}>{words}</View>
          <View className={styles.from}>{profileWords.thanksFrom(serviceName, dateWords(at))}</View>
          {onWall && <View className={styles.from}>{profileWords.onWall}</View>}
        </Tap>
      ))}
    </View>
  )
}

/** What the office set right, and why. */
function Corrections({ corrections }: Pick<Deeds, 'corrections'>) {
  if (corrections.length === 0) return null
  return (
    <View>
      <View className={styles.heading}>{profileWords.corrections}</View>
      {corrections.map(({ orderId, serviceName, minutes, reason, at }) => (
        <View key={`${orderId}${at}`} className={styles.keepsake}>
          <View>{profileWords.correction(serviceName, minutes)}</View>
          <View className={styles.from}>{profileWords.correctedWhy(dateWords(at), reason)}</View>
        </View>
      ))}
    </View>
  )
}

/** My service so far: orders, time, people, and the thanks to keep. */
export function MyDeeds() {
  const { data, error, refetch } = useAction('order.deeds', {})
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={1} />
  return (
    <Card>
      <DeedFigures deeds={data} />
      {data.orders > 0 && <View className={styles.from}>{profileWords.seen}</View>}
      <Thanks thanks={data.thanks} />
      <Corrections corrections={data.corrections} />
    </Card>
  )
}
