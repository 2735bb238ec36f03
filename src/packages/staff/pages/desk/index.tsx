import { View } from '@tarojs/components'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { dispatch } from '@/copy/dispatch'
import { useDesk } from '@/features/dispatch/use-desk'
import { useWide } from '@/features/dispatch/use-wide'
import { useConsent } from '@/features/session/use-consent'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { DeskColumns } from './_components/desk-columns'
import { Queue } from './_components/queue'

/** 派单台: the queue, and beside it, where there is room, the order and whom to send. */
export default function DeskPage() {
  const session = useSession()
  const isStaff = session.can('dispatch')
  const desk = useDesk(isStaff)
  const isWide = useWide()
  const ask = useConsent()
  const openOrder = (orderId: string): void => {
    void ask('desk')
    open(routes.deskOrder(orderId))
  }
  if (session.account && !isStaff) {
    return (
      <Screen>
        <EmptyState art="door" words={dispatch.notStaff} />
      </Screen>
    )
  }
  if (isWide) {
    return (
      <Screen isWide isFlush>
        <DeskColumns desk={desk} sessionError={session.error} />
      </Screen>
    )
  }
  return (
    <Screen>
      <View>
        <Queue desk={desk} sessionError={session.error} chosenId={null} onOpen={openOrder} />
      </View>
    </Screen>
  )
}
