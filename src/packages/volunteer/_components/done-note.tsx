import { View } from '@tarojs/components'
import { volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'

/** What a visit counted for, and the thanks it was given. */
export function DoneNote({ order: { takers, review }, myId }: { order: OrderView; myId: string | null }) {
  const minutes = takers.find(({ userId }) => userId === myId)?.minutes ?? null
  return (
    <View>
      {minutes !== null && <View>{minutes > 0 ? volunteer.served(minutes) : volunteer.servedTooLittle}</View>}
      {review && review.thanks !== '' && <View>{volunteer.thanked(review.thanks)}</View>}
    </View>
  )
}
