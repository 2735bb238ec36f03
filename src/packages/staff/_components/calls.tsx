import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { digestWords as words, tellAnything, tellWords } from '@/copy/numbers-page'
import type { Call } from '@/domain/order/calls'
import { momentSchema } from '@/domain/order/parts'
import { useOrderEvents } from '@/features/order/use-order-event'
import { open, routes } from '@/routes'
import { CallPhone } from './call-phone'
import styles from './calls.module.scss'

/** What they are to be told. */
function newsOf({ moment }: Call): string {
  const known = momentSchema.safeParse(moment)
  return known.success ? tellWords[known.data] : tellAnything
}

/** Whom no message reaches: who, what to tell them, and that they have been told. */
export function Calls({ calls }: { calls: readonly Call[] }) {
  const [telling, setTelling] = useState<Call | null>(null)
  const events = useOrderEvents()
  const note = async ({ orderId, userId }: Call, said: string): Promise<void> => {
    if (await events.make('callBack', orderId, { userId, note: said })) setTelling(null)
  }
  if (calls.length === 0) return <View className={styles.soft}>{words.callsEmpty}</View>
  return (
    <View>
      <View className={styles.soft}>{words.callsHint}</View>
      {calls.map((call) => (
        <Card key={`${call.orderId}${call.userId}${call.moment}`}>
          <View className={styles.title}>{call.nickname}</View>
          <View>{newsOf(call)}</View>
          {call.hasPhone && <CallPhone orderId={call.orderId} />}
          <View className={styles.buttons}>
            <QuietButton
              isCompact
              label={words.seeOrderOf(call.nickname)}
              onClick={() => open(routes.deskOrder(call.orderId))}
            >
              {words.seeOrder}
            </QuietButton>
            <QuietButton isCompact label={words.calledWho(call.nickname)} onClick={() => setTelling(call)}>
              {words.called}
            </QuietButton>
          </View>
        </Card>
      ))}
      <ConfirmSheet
        isOpen={telling !== null}
        title={telling ? words.calledWho(telling.nickname) : ''}
        reason={{ label: words.calledNote }}
        confirmWords={words.called}
        isRunning={events.isRunning}
        onConfirm={(said) => telling && void note(telling, said)}
        onClose={() => setTelling(null)}
      />
    </View>
  )
}
