import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Photos } from '@/components/photos'
import { VoicePlayer } from '@/components/voice-player'
import {
  orderWords,
  redirectionWords,
  reviewDimensionNames,
  reviewTagNames,
  starWords,
  visitSafetyWords,
} from '@/copy/order'
import { isForWall, reviewDimensions } from '@/domain/order/parts'
import type { OrderView } from '@/domain/order/present'
import { Stars } from './stars'
import styles from './order-body.module.scss'

function Review({ review }: { review: NonNullable<OrderView['review']> }) {
  const said = [starWords[review.stars], ...review.tags.map((tag) => reviewTagNames[tag])]
  const exact = reviewDimensions.flatMap((dimension) => {
    const stars = review.dimensions[dimension]
    return stars ? [`${reviewDimensionNames[dimension]} ${orderWords.star(stars)}`] : []
  })
  return (
    <Card>
      <View className={styles.heading}>{orderWords.review}</View>
      <Stars value={review.stars} />
      <View>{[...said, ...exact].filter(Boolean).join('、')}</View>
      {review.words !== '' && <View className={styles.said}>{review.words}</View>}
      {review.voice && <VoicePlayer voice={review.voice} />}
      {review.thanks !== '' && <View className={styles.thanks}>{review.thanks}</View>}
      {isForWall(review) && <View className={styles.hint}>{orderWords.isOnWall}</View>}
    </Card>
  )
}

function Completion({ completion }: { completion: NonNullable<OrderView['completion']> }) {
  if (completion.note === '' && completion.photoFileIds.length === 0) return null
  return (
    <Card>
      <View className={styles.heading}>{orderWords.result}</View>
      <View className={styles.said}>{completion.note}</View>
      <Photos fileIds={completion.photoFileIds} />
    </Card>
  )
}

function Redirection({ redirection }: { redirection: NonNullable<OrderView['redirection']> }) {
  return (
    <Card>
      <View className={styles.heading}>{redirectionWords[redirection.kind]}</View>
      <View className={styles.said}>{redirection.name}</View>
      <QuietButton onClick={() => void Taro.makePhoneCall({ phoneNumber: redirection.phone })}>
        {`${orderWords.call} ${redirection.phone}`}
      </QuietButton>
    </Card>
  )
}

/** What a volunteer is called who has been there; '' where the order no longer says. */
const nameOf = ({ credited, takers }: OrderView, id: string): string =>
  [...takers, ...credited].find(({ userId }) => userId === id)?.name ?? ''

/** What only staff see: what they found when they asked, and how safe the visit was. */
function Internal({ order }: { order: OrderView }) {
  const { followUp, safetyLook, visitRatings } = order
  if (!followUp && !safetyLook && visitRatings.length === 0) return null
  return (
    <Card>
      {followUp && (
        <View>
          <View className={styles.heading}>{orderWords.followUp}</View>
          <View className={styles.said}>{`${followUp.byName}：${followUp.finding}`}</View>
        </View>
      )}
      {visitRatings.length > 0 && <View className={styles.heading}>{orderWords.visitSafety}</View>}
      {visitRatings.map(({ userId, safety, note }) => (
        <View key={userId} className={styles.said}>
          {[nameOf(order, userId), visitSafetyWords[safety], note].filter((words) => words !== '').join('：')}
        </View>
      ))}
      {safetyLook && (
        <View>
          <View className={styles.heading}>{orderWords.safetyLook}</View>
          <View className={styles.said}>{`${safetyLook.byName}：${safetyLook.finding}`}</View>
        </View>
      )}
    </Card>
  )
}

/** How it came out: what was done, how it was rated, where it went. */
export function OrderOutcome({ order }: { order: OrderView }) {
  return (
    <View>
      {order.redirection && <Redirection redirection={order.redirection} />}
      {order.completion && <Completion completion={order.completion} />}
      {order.review && <Review review={order.review} />}
      <Internal order={order} />
    </View>
  )
}
