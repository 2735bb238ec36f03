import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { chat } from '@/copy/chat'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { ThreadRoom } from './_components/thread-room'

/** 留言: what those with a part in an order say to each other. */
export default function ThreadPage() {
  const { id = '' } = useRouter().params
  const { account } = useSession()
  const { data, error, refetch } = useAction('order.get', { orderId: id })
  const order = data?.order
  if (!order) {
    return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton />}</Screen>
  }
  if (!order.thread) {
    return (
      <Screen>
        <EmptyState art="letterbox" words={chat.threadLost} />
      </Screen>
    )
  }
  return <ThreadRoom order={order} thread={order.thread} myName={account?.nickname ?? chat.me} />
}
