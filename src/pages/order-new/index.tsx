import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { joinWords, orderFormWords } from '@/copy/pages'
import { serviceSchema } from '@/domain/order/services'
import { useSession } from '@/features/session/use-session'
import { open, paramText, routes } from '@/routes'
import { OrderForm } from './_components/order-form'

export default function OrderNewPage() {
  const { params } = useRouter()
  const session = useSession()
  if (session.error) {
    return (
      <Screen>
        <ErrorState error={session.error} onRetry={session.refetch} />
      </Screen>
    )
  }
  if (session.isPending) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  if (session.homes.length === 0) {
    return (
      <Screen>
        <EmptyState
          art="door"
          words={orderFormWords.needHome}
          action={{ words: joinWords.toHome, onClick: () => open(routes.home) }}
        />
      </Screen>
    )
  }
  const service = serviceSchema.safeParse(params.service)
  const text = paramText(params.text)
  return (
    <OrderForm homes={session.homes} prefill={{ service: service.success ? service.data : null, text }} />
  )
}
