import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { classNames } from '@/components/class-names'
import { planWords } from '@/copy/dispatch'
import { lateWords, momentWords } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import type { PlanLine } from '@/features/dispatch/plan'
import { SuggestionWords } from '@/features/dispatch/suggestion-words'
import { isLate } from '@/features/order/is-late'
import { OrderHead } from '@/features/order/order-head'
import { titleOf } from '@/features/order/title'
import { useNow } from '@/platform/use-now'
import styles from './plan.module.scss'

interface PlanRowProps {
  line: PlanLine
  /** Sent, or moved on meanwhile; undefined: not yet sent. */
  result: boolean | undefined
  /** null: not now. */
  onChange: (() => void) | null
}

/** One order of the plan: what it is, who is to go and why, and what came of it. */
export function PlanRow({ line, result, onChange }: PlanRowProps) {
  const { order, choices } = line.item
  const canChange = onChange !== null && result === undefined && choices.length > 0
  return (
    <View className={classNames(styles.row, result !== undefined && styles.settled)}>
      <PlanOrder order={result === true ? { ...order, status: 'dispatched' } : order} />
      <View className={styles.helper}>
        {line.helpers.map((helper) => (
          <SuggestionWords key={helper.userId} suggestion={helper} service={order.service} />
        ))}
        {line.helpers.length === 0 && (
          <View className={styles.hint}>
            {choices.length === 0 ? planWords.nobodyFits : planWords.nobody}
          </View>
        )}
        <PlanHint line={line} result={result} />
      </View>
      <View className={styles.change}>
        {canChange && (
          <QuietButton isCompact label={planWords.changeLabel(titleOf(order))} onClick={onChange}>
            {planWords.change}
          </QuietButton>
        )}
      </View>
    </View>
  )
}

function PlanOrder({ order }: { order: OrderView }) {
  const now = useNow()
  return (
    <View className={styles.order}>
      <OrderHead order={order} />
      <View className={styles.title}>{titleOf(order)}</View>
      <View className={styles.hint}>{order.areaName}</View>
      <View className={isLate(order, now) ? styles.late : styles.hint}>
        {isLate(order, now) ? lateWords(order.dueAt, now) : planWords.by(momentWords(order.dueAt, now))}
      </View>
    </View>
  )
}

/** What came of it; before that, what a change has brought about. */
function PlanHint({ line, result }: Pick<PlanRowProps, 'line' | 'result'>) {
  const { helpers, missing, clashing, counts } = line
  if (helpers.length === 0) return null
  const names = (people: typeof helpers): string => people.map(({ nickname }) => nickname).join('、')
  if (result === true) return <View className={styles.sent}>{planWords.sent(names(helpers))}</View>
  if (result === false) return <View className={styles.warn}>{planWords.moved}</View>
  const busy = helpers.filter((one) => !clashing.includes(one) && (counts.get(one.userId) ?? 0) > 1)
  return (
    <View>
      {missing > 0 && <View className={styles.warn}>{planWords.missing(missing)}</View>}
      {clashing.length > 0 && <View className={styles.warn}>{planWords.clash(names(clashing))}</View>}
      {busy.map(({ nickname, userId }) => (
        <View key={userId} className={styles.hint}>
          {planWords.several(nickname, counts.get(userId) ?? 0)}
        </View>
      ))}
    </View>
  )
}
