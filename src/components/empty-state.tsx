import { View } from '@tarojs/components'
import { artPicture, type ArtName } from './empty-art'
import { QuietButton } from './button'
import styles from './empty-state.module.scss'

export interface EmptyStateProps {
  art?: ArtName
  /** One sentence. */
  words: string
  action?: { words: string; onClick: () => void }
}

/** Nothing here yet: a drawing, a sentence, what one can do. */
export function EmptyState({ art = 'bench', words, action }: EmptyStateProps) {
  return (
    <View className={styles.empty}>
      <View aria-hidden className={styles.art} style={{ backgroundImage: `url("${artPicture(art)}")` }} />
      <View className={styles.words}>{words}</View>
      {action && (
        <QuietButton isCompact onClick={action.onClick}>
          {action.words}
        </QuietButton>
      )}
    </View>
  )
}
