import { View } from '@tarojs/components'
import { volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'

function hoursOf({ takers, credited }: OrderView, myId: string | null): string {
  const mine = credited.find(({ userId }) => userId === myId)
  if (mine?.isCorrected) return volunteer.corrected(mine.minutes)
  if (mine && mine.minutes > 0) return volunteer.served(mine.minutes)
  return takers.some(({ userId, minutes }) => userId === myId && minutes !== null)
    ? volunteer.servedTooLittle
    : ''
}

/** What a visit counted for, and the thanks it was given. */
export function DoneNote({ order, myId }: { order: OrderView; myId: string | null }) {
  const { review } = order
  const hours = hoursOf(order, myId)
  return (
    <View>
      {hours !== '' && <View>{hours}</View>}
      {review && review.thanks !== '' && <View>{volunteer.thanked(review.thanks)}</View>}
    </View>
  )
}
