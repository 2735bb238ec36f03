import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { handbookWords } from '@/copy/handbook'
import styles from './editor.module.scss'

interface RemovableChipProps {
  /** What it stands for. */
  words: string
  onRemove: () => void
}

/** A short entry of a list; a tap on it takes it out. */
export function RemovableChip({ words, onRemove }: RemovableChipProps) {
  return (
    <Tap className={styles.chip} label={handbookWords.removeOne(words)} onClick={onRemove}>
      <Text>{words}</Text>
      <Icon name="close" size="small" />
    </Tap>
  )
}

/** A long one, on a line of its own. */
export function RemovableLine({ words, onRemove }: RemovableChipProps) {
  return (
    <View className={styles.line}>
      <View className={styles.lineWords}>{words}</View>
      <Tap className={styles.remove} label={handbookWords.removeOne(words)} onClick={onRemove}>
        <Icon name="close" />
      </Tap>
    </View>
  )
}
