import { View } from '@tarojs/components'
import { inkColours, pictureOf } from '@/components/icon-shapes'
import { lengthWords } from '@/copy/time'
import { volunteer } from '@/copy/volunteer'
import { patience } from '@/domain/order/patience'
import type { OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import styles from './hall-card.module.scss'

const around = 2 * Math.PI * 8

/** A ring of which so much is left, 0–1. */
const ringPicture = (left: number): string =>
  pictureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" stroke-width="3"><circle cx="10" cy="10" r="8" stroke="${inkColours.amber}" opacity="0.25"/><circle cx="10" cy="10" r="8" stroke="${inkColours.amber}" stroke-dasharray="${(around * left).toFixed(1)} ${around.toFixed(1)}" transform="rotate(-90 10 10)"/></svg>`,
  )

/** How long the one who asks waits for my answer: a ring that empties, and in words. */
export function AnswerBy({ order: { answerBy } }: { order: Pick<OrderView, 'answerBy'> }) {
  const now = useNow()
  if (answerBy === null) return null
  const left = Math.max(0, answerBy - now)
  const share = Math.min(1, left / patience.offer)
  return (
    <View className={styles.patience}>
      <View aria-hidden className={styles.ring} style={{ backgroundImage: `url("${ringPicture(share)}")` }} />
      <View>{left > 0 ? volunteer.waitsFor(lengthWords(left)) : volunteer.waitsNoMore}</View>
    </View>
  )
}
