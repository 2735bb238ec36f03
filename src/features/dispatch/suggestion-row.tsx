import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { QuietButton } from '@/components/button'
import { classNames } from '@/components/class-names'
import { dispatch, reasonWords } from '@/copy/dispatch'
import type { Suggestion } from '@/domain/order/rank'
import type { Service } from '@/domain/order/services'
import styles from './suggestion-row.module.scss'

interface SuggestionRowProps {
  suggestion: Suggestion
  service: Service
  /** The first in the list: the one that Enter chooses. */
  isBest: boolean
  isRunning: boolean
  onGive: () => void
}

/** A volunteer for an order: why, what is on their hands already, and one button. */
export function SuggestionRow({ suggestion, service, isBest, isRunning, onGive }: SuggestionRowProps) {
  const { nickname, openCount, reasons } = suggestion
  // "手上没有单" is among the reasons already.
  const load = reasons.includes('free') ? '' : dispatch.open(openCount)
  return (
    <View className={classNames(styles.row, isBest && styles.best)}>
      <Avatar name={nickname} />
      <View className={styles.words}>
        <View className={styles.name}>{nickname}</View>
        <View className={styles.why}>
          {[reasonWords(reasons, service), load].filter((part) => part !== '').join(' · ')}
        </View>
      </View>
      <QuietButton isCompact isLoading={isRunning} label={dispatch.giveTo(nickname)} onClick={onGive}>
        {dispatch.giveTo(nickname)}
      </QuietButton>
    </View>
  )
}
