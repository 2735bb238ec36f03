import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { classNames } from '@/components/class-names'
import { dispatch } from '@/copy/dispatch'
import type { Suggestion } from '@/domain/order/contract'
import type { OrderService } from '@/domain/order/parts'
import { PickRow } from './pick-row'
import { SuggestionWords } from './suggestion-words'
import styles from './suggestion-row.module.scss'

const ignored = (): void => undefined

interface SuggestionRowProps {
  suggestion: Suggestion
  service: Pick<OrderService, 'skills'>
  /** The first in the list: the one that Enter chooses. */
  isBest?: boolean
  isChosen?: boolean
  /** Only one may be chosen. */
  isSingle?: boolean
  onChoose?: () => void
}

/** A volunteer to choose, with why; who can't go is grey, says why, and can't be chosen. */
export function SuggestionRow(props: SuggestionRowProps) {
  const {
    suggestion,
    service,
    isBest = false,
    isChosen = false,
    isSingle = false,
    onChoose = ignored,
  } = props
  const { nickname, isEligible } = suggestion
  const words = (
    <View className={styles.person}>
      <Avatar name={nickname} />
      <SuggestionWords suggestion={suggestion} service={service} />
      {!isEligible && <View className={styles.cannot}>{dispatch.cannot}</View>}
    </View>
  )
  if (!isEligible) return <View className={classNames(styles.row, styles.off)}>{words}</View>
  return (
    <PickRow isMultiple={!isSingle} isBest={isBest} label={nickname} isChosen={isChosen} onChoose={onChoose}>
      {words}
    </PickRow>
  )
}
