import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Tap } from '@/components/tap'
import { promise as words } from '@/copy/promise'
import type { PromiseView } from '@/domain/promise/contract'
import { useNow } from '@/platform/use-now'
import { openMessage } from '@/routes'
import styles from './promise.module.scss'

interface PromiseCardProps {
  promise: PromiseView
  onKeep: () => void
  onDelay: () => void
}

/** What was promised to whom, until when, and what came of it. */
export function PromiseCard({ promise, onKeep, onDelay }: PromiseCardProps) {
  const now = useNow()
  const { allowedActions, asked, delays, groupName, groupPath, isOverdue, kept, made, seq } = promise
  const lastDelay = delays.at(-1)
  return (
    <Card isLate={isOverdue && kept === null}>
      <View className={styles.head}>
        <View>{words.asked(asked.name, groupName)}</View>
        {kept === null && <Due promise={promise} now={now} />}
      </View>
      <Tap
        className={styles.question}
        label={words.see(asked.name)}
        onClick={() => openMessage(groupPath, seq)}
      >
        {words.question(promise.question)}
      </Tap>
      <View className={styles.promised}>{words.promised(made.by.name, promise.words)}</View>
      {lastDelay && <View className={styles.promised}>{words.delayed(delays.length, lastDelay.reason)}</View>}
      {kept && (
        <View className={styles.answer}>
          <View>{kept.words}</View>
          <View className={styles.promised}>{words.told(kept.by.name, kept.at, now)}</View>
        </View>
      )}
      {allowedActions.length > 0 && (
        <View className={styles.buttons}>
          {allowedActions.includes('delay') && (
            <QuietButton label={words.delayOf(asked.name)} onClick={onDelay}>
              {words.delay}
            </QuietButton>
          )}
          {allowedActions.includes('keep') && (
            <PrimaryButton label={words.keepOf(asked.name)} onClick={onKeep}>
              {words.keep}
            </PrimaryButton>
          )}
        </View>
      )}
    </Card>
  )
}

function Due({ promise: { dueAt, isOverdue }, now }: { promise: PromiseView; now: number }) {
  return isOverdue ? (
    <View className={styles.late}>{words.overdue(dueAt, now)}</View>
  ) : (
    <View className={styles.due}>{words.due(dueAt, now)}</View>
  )
}
