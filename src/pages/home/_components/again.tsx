import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { titleOf } from '@/features/order/title'
import { useRememberOrder } from '@/features/order/use-remember-order'
import { useAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'
import styles from './section.module.scss'

const shown = 3

/** The last ones, each kind of wish once; those of a series come again by themselves. */
function distinct(orders: readonly OrderView[]): OrderView[] {
  const wishes = orders.filter(({ seriesId, status }) => seriesId === null && status !== 'redirected')
  const keyOf = ({ service, text }: OrderView): string => `${service.id} ${text}`
  return wishes.filter((order, index) => wishes.findIndex((one) => keyOf(one) === keyOf(order)) === index)
}

/** What I asked for before, one tap from the form written out. */
export function Again() {
  const remember = useRememberOrder()
  const { data } = useAction('order.listMine', { view: 'done', limit: 10 })
  const orders = distinct(data?.items ?? []).slice(0, shown)
  if (orders.length === 0) return null
  return (
    <View id="again">
      <View className={styles.title}>{orderWords.again}</View>
      <View className={styles.lines}>
        {orders.map((order) => (
          <Tap
            key={order._id}
            className={styles.line}
            label={`${orderWords.again}：${titleOf(order)}`}
            onClick={() => {
              remember(order)
              open(routes.orderAgain(order._id))
            }}
          >
            <Icon name="repeat" colour="vest" />
            <View className={styles.what}>{titleOf(order)}</View>
          </Tap>
        ))}
      </View>
    </View>
  )
}
