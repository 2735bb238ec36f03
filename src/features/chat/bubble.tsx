import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/avatar'
import { classNames } from '@/components/class-names'
import styles from './bubble.module.scss'

interface BubbleProps {
  name: string
  isMine: boolean
  avatarFileId?: string | null
  /** Beside the name; left out for plain neighbours. */
  title?: string
  /** It calls me. */
  isCalling?: boolean
  /** Over the bubble: what it answers to. */
  above?: ReactNode
  children: ReactNode
  /** Beside the bubble: on its way, not sent, or what more can be done. */
  state?: ReactNode
  /** Under the bubble. */
  below?: ReactNode
  onLongPress?: () => void
}

/** Something said: mine on the right in the vest's tint, others' on the left on white with their name. */
export function Bubble(props: BubbleProps) {
  const { name, isMine, avatarFileId, title, isCalling, above, children, state, below, onLongPress } = props
  return (
    <View className={classNames(styles.line, isMine && styles.mine)}>
      <Avatar name={name} size="small" fileId={avatarFileId ?? null} />
      <View className={styles.said}>
        {!isMine && (
          <View className={styles.who}>
            <Text>{name}</Text>
            {title && <Text className={styles.title}>{title}</Text>}
          </View>
        )}
        {above}
        <View className={styles.row}>
          <View
            className={classNames(styles.bubble, isCalling && styles.calling)}
            {...(onLongPress ? { onLongPress } : {})}
          >
            {children}
          </View>
          {state}
        </View>
        {below}
      </View>
    </View>
  )
}
