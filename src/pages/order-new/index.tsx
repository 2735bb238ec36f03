import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { joinWords, orderFormWords } from '@/copy/pages'
import { serviceSchema } from '@/domain/order/services'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'
import { open, paramText, routes } from '@/routes'
import { OrderForm } from './_components/order-form'

function OrderNew() {
  const { params } = useRouter()
  const { homes } = useSession()
  if (homes.length === 0) {
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
  return <OrderForm homes={homes} prefill={{ service: service.success ? service.data : null, text }} />
}

export default function OrderNewPage() {
  return (
    <SessionGate>
      <OrderNew />
    </SessionGate>
  )
}
