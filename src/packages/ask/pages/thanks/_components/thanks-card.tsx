import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Tap } from '@/components/tap'
import { eventWords } from '@/copy/order-events'
import { namesOf } from '@/copy/order'
import { thanksWords as words } from '@/copy/thanks'
import type { ThanksOnWall } from '@/domain/order/wall'
import { useOrderEvents } from '@/features/order/use-order-event'
import styles from '../index.module.scss'

/** Thanks as they hang on the wall; whoever wrote them, was thanked, or looks after the building may take them down. */
export function ThanksCard({ thanks }: { thanks: ThanksOnWall }) {
  const [isAsking, setIsAsking] = useState(false)
  const { make, isRunning } = useOrderEvents()
  const { button, consequence, reason } = eventWords.takeOffWall
  const takeOff = async (note: string): Promise<void> => {
    if (await make('takeOffWall', thanks.orderId, { note })) setIsAsking(false)
  }
  return (
    <Card>
      <View className={styles.to}>{words.to(namesOf(thanks.to.map((name) => ({ name }))))}</View>
      <View className={styles.thanks}>{thanks.words}</View>
      <View className={styles.foot}>
        <View>{words.from(thanks.from, thanks.serviceName)}</View>
        {thanks.allowedActions.includes('takeOffWall') && (
          <Tap
            className={styles.off}
            label={words.takeOffLabel(thanks.words)}
            onClick={() => setIsAsking(true)}
          >
            {words.takeOff}
          </Tap>
        )}
      </View>
      <ConfirmSheet
        isDanger
        isOpen={isAsking}
        title={button}
        consequence={consequence}
        reason={thanks.needsReason ? { label: reason } : undefined}
        confirmWords={words.takeOff}
        isRunning={isRunning}
        onConfirm={(note) => void takeOff(note)}
        onClose={() => setIsAsking(false)}
      />
    </Card>
  )
}
