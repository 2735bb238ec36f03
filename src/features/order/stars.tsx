import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'
import { orderWords, starWords } from '@/copy/order'
import styles from './stars.module.scss'

const all = [1, 2, 3, 4, 5] as const

interface StarsProps {
  value: number
  onChange?: (stars: number) => void
  /** In a row with others, without words below. */
  isSmall?: boolean
}

/** One to five stars; with `onChange` they can be chosen. */
export function Stars({ value, onChange, isSmall = false }: StarsProps) {
  if (!onChange) {
    return (
      <View className={styles.stars} {...aria('img', orderWords.star(value))}>
        {all.map((star) => (
          <Icon key={star} name="star" colour={star <= value ? 'vest' : 'ink-3'} isFilled={star <= value} />
        ))}
      </View>
    )
  }
  return (
    <View className={styles.choice}>
      <View className={styles.stars}>
        {all.map((star) => (
          <View
            key={star}
            className={styles.star}
            aria-checked={star === value}
            {...aria('radio', orderWords.star(star))}
            onClick={() => onChange(star)}
          >
            <Icon
              name="star"
              size={isSmall ? undefined : 'huge'}
              colour={star <= value ? 'vest' : 'ink-3'}
              isFilled={star <= value}
            />
          </View>
        ))}
      </View>
      {!isSmall && <View className={styles.words}>{starWords[value]}</View>}
    </View>
  )
}
