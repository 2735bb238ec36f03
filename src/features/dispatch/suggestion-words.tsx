import { View } from '@tarojs/components'
import { dispatch, reasonWords } from '@/copy/dispatch'
import type { Suggestion } from '@/domain/order/contract'
import type { OrderService } from '@/domain/order/parts'
import styles from './suggestion-row.module.scss'

interface SuggestionWordsProps {
  suggestion: Suggestion
  service: Pick<OrderService, 'skills'>
}

/** A volunteer for an order: what speaks for them, what against, and what they have done this month. */
export function SuggestionWords({ suggestion, service }: SuggestionWordsProps) {
  const { nickname, openCount, monthCount, reasons } = suggestion
  const { pros, cons } = reasonWords(reasons, service)
  return (
    <View className={styles.words}>
      <View className={styles.name}>{nickname}</View>
      {pros !== '' && <View className={styles.pros}>{pros}</View>}
      {cons !== '' && <View className={styles.cons}>{cons}</View>}
      <View className={styles.load}>{`${dispatch.open(openCount)} · ${dispatch.month(monthCount)}`}</View>
    </View>
  )
}
