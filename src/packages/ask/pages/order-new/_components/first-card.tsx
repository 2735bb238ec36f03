import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { similarWords } from '@/copy/order-form'
import { agoWords } from '@/copy/time'
import type { AreaPath } from '@/domain/shared/area'
import { GuideAnswer } from '@/features/handbook/guide-answer'
import { useOrderEvents } from '@/features/order/use-order-event'
import { useNow } from '@/platform/use-now'
import { open, openInstead, routes } from '@/routes'
import type { First, Similar } from './first-of'
import styles from './order-form.module.scss'

interface FirstCardProps {
  first: First
  communityPath: AreaPath
  /** The building, as people say it. */
  placeName: string
  onDismiss: (ids: string[]) => void
  /** Waiting with them is all there is to do. */
  onFollowed: () => void
}

function SimilarAsk({
  orders,
  placeName,
  onDismiss,
  onFollowed,
}: { orders: Similar } & Omit<FirstCardProps, 'first' | 'communityPath'>) {
  const now = useNow()
  const { make, isRunning } = useOrderEvents()
  const [newest] = [...orders].sort((a, b) => b.createdAt - a.createdAt)
  const followed = orders.find(({ isFollowed }) => isFollowed)
  if (!newest) return null
  const follow = async (): Promise<void> => {
    if (!(await make('follow', newest.orderId, {}))) return
    onFollowed()
    openInstead(routes.order(newest.orderId))
  }
  return (
    <View id="similar-orders">
      <View className={styles.title}>{similarWords.title(placeName, orders.length)}</View>
      <View className={styles.words}>
        {followed ? similarWords.followed : similarWords.when(agoWords(newest.createdAt, now))}
      </View>
      <View className={styles.buttons}>
        <QuietButton onClick={() => onDismiss(orders.map(({ orderId }) => orderId))}>
          {similarWords.another}
        </QuietButton>
        {followed ? (
          <PrimaryButton onClick={() => open(routes.order(followed.orderId))}>
            {similarWords.see}
          </PrimaryButton>
        ) : (
          <PrimaryButton isLoading={isRunning} onClick={() => void follow()}>
            {similarWords.meToo}
          </PrimaryButton>
        )}
      </View>
    </View>
  )
}

/** In the place of the submit button, until it is settled: whose job it is, or who has the same trouble. */
export function FirstCard({ first, communityPath, ...rest }: FirstCardProps) {
  if (first.kind === 'similar') return <SimilarAsk orders={first.orders} {...rest} />
  const insist = (): void => rest.onDismiss(first.all.map(({ id }) => id))
  return (
    <GuideAnswer
      entry={first.entry}
      communityPath={communityPath}
      onInsist={first.mayInsist ? insist : undefined}
    />
  )
}
