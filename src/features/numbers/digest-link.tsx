import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { digestSentence, digestWords as words } from '@/copy/numbers-page'
import { isWorthTelling } from '@/domain/numbers/digest'
import { timeOfDay } from '@/domain/shared/calendar'
import { hours } from '@/domain/shared/time'
import { useAction } from '@/features/session/use-action'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import styles from './numbers.module.scss'

const morning = { from: hours(5), to: hours(12) }

/** In the morning, where there is something to do: how the desk stands, and the way to the digest. Else nothing. */
export function DigestLink() {
  const time = timeOfDay(useNow())
  const isMorning = time >= morning.from && time < morning.to
  const digest = useAction('numbers.digest', {}, { isEnabled: isMorning }).data
  if (!isMorning || !digest || !isWorthTelling(digest, digest.calls.length)) return null
  return (
    <Card label={words.linkLabel} onClick={() => open(routes.digest)}>
      <View className={styles.line}>
        <Icon name="chart" colour="vest" size="large" />
        <View className={styles.lineWords}>
          <View className={styles.title}>{words.linkTitle}</View>
          <View className={styles.soft}>{digestSentence({ ...digest, calls: digest.calls.length })}</View>
        </View>
        <Icon name="next" />
      </View>
    </Card>
  )
}
