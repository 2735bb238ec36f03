import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'
import { open, routes } from '@/routes'
import styles from './order-page.module.scss'

/** It goes on in another order, or came out of one: how to get there. */
export function WhereOn({ order: { parentId, status } }: { order: OrderView }) {
  if (parentId === null) return null
  const isMerged = status === 'merged'
  return (
    <Card>
      <View className={styles.hint}>{isMerged ? volunteer.mergedHint : volunteer.splitHint}</View>
      <QuietButton onClick={() => open(routes.order(parentId))}>
        {isMerged ? volunteer.mergedInto : volunteer.splitFrom}
      </QuietButton>
    </Card>
  )
}
