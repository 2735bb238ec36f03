import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { dateWords } from '@/copy/time'
import { profileWords } from '@/copy/volunteer'
import { useAction } from '@/features/session/use-action'
import { DeedFigures, type Deeds } from '@/features/volunteer/deed-figures'
import styles from './my-deeds.module.scss'

function Thanks({ thanks }: Pick<Deeds, 'thanks'>) {
  if (thanks.length === 0) return <View className={styles.from}>{profileWords.noThanks}</View>
  return (
    <View>
      <View className={styles.heading}>{profileWords.thanks}</View>
      {thanks.map(({ words, serviceName, at }) => (
        <View key={`${at}${words}`} className={styles.keepsake}>
          <View className={styles.thanks}>{words}</View>
          <View className={styles.from}>{profileWords.thanksFrom(serviceName, dateWords(at))}</View>
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
    </Card>
  )
}
