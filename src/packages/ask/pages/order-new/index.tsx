import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { joinWords, orderFormWords } from '@/copy/pages'
import { groupPathSchema } from '@/domain/chat/thread'
import { uploadSchema, voiceSchema } from '@/domain/shared/contact'
import { entryIdSchema } from '@/domain/handbook/schema'
import { useHandbook } from '@/features/handbook/use-handbook'
import type { Prefill } from '@/features/order/draft'
import { prefillOf } from '@/features/order/prefill-of'
import { useDraft } from '@/features/order/use-draft'
import { useAction } from '@/features/session/use-action'
import { SessionGate } from '@/features/session/session-gate'
import { open, paramText, routes } from '@/routes'
import { OrderForm } from './_components/order-form'
import { communityOf, usePlaces, type Places } from './_components/use-places'

type Params = Record<string, string | undefined>

/** What the address of this page says. */
function prefillFrom({ service, text, voice, seconds, photo, group, seq }: Params): Prefill {
  const serviceId = entryIdSchema.safeParse(service)
  const spoken = voiceSchema.safeParse({ fileId: paramText(voice), seconds: Number(seconds) })
  const written = paramText(text)
  const picture = uploadSchema.safeParse(paramText(photo))
  const groupPath = groupPathSchema.safeParse(paramText(group))
  return {
    ...(serviceId.success ? { serviceId: serviceId.data } : {}),
    ...(written === '' ? {} : { text: written }),
    ...(spoken.success ? { voice: spoken.data } : {}),
    ...(picture.success ? { photoFileIds: [picture.data] } : {}),
    ...(groupPath.success && Number(seq) > 0
      ? { from: { groupPath: groupPath.data, seq: Number(seq) }, repeat: null }
      : {}),
  }
}

const Waiting = () => (
  <Screen>
    <Skeleton />
  </Screen>
)

/** The form, once the handbook of the place is here. */
function Form({ places, prefill }: { places: Places; prefill: Prefill }) {
  const state = useDraft(prefill, places.homes)
  const communityPath = communityOf(state.draft.homePath) ?? communityOf(places.inMyCare[0]?.areaPath ?? '')
  const { handbook, isPending, error, refetch } = useHandbook(communityPath)
  if (handbook) {
    return <OrderForm state={state} handbook={handbook} places={places} refreshHandbook={refetch} />
  }
  if (isPending) return <Waiting />
  return (
    <Screen>
      <ErrorState error={error} onRetry={refetch} />
    </Screen>
  )
}

function OrderNew() {
  const { params } = useRouter<Params>()
  const { isPending, ...places } = usePlaces()
  const isAgain = params.again !== undefined && params.again !== ''
  const again = useAction('order.get', { orderId: params.again ?? '' }, { isEnabled: isAgain })
  if (isPending || (isAgain && again.isPending)) return <Waiting />
  if (places.homes.length === 0 && places.inMyCare.length === 0) {
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
  const homePaths = places.homes.map(({ areaPath }) => areaPath)
  const prefill = again.data ? prefillOf(again.data.order, homePaths) : prefillFrom(params)
  return <Form places={places} prefill={prefill} />
}

export default function OrderNewPage() {
  return (
    <SessionGate>
      <OrderNew />
    </SessionGate>
  )
}
