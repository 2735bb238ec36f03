import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { sosWords } from '@/copy/order-form'
import { callNumber } from '@/platform/call-number'
import styles from '../index.module.scss'

interface PersonRowProps {
  name: string
  avatarFileId: string | null
  /** Under the name, line by line. */
  lines: readonly string[]
  /** Where they share it. */
  phone: string | null
}

/** A face, a name, what they are here; and their number, where they gave it. */
export function PersonRow({ name, avatarFileId, lines, phone }: PersonRowProps) {
  return (
    <View className={styles.row}>
      <Avatar name={name} fileId={avatarFileId} />
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        {lines.map((line) => (
          <View key={line} className={styles.soft}>
            {line}
          </View>
        ))}
      </View>
      {phone !== null && (
        <Tap className={styles.call} label={sosWords.call(name, phone)} onClick={() => callNumber(phone)}>
          <Icon name="call" colour="vest" />
        </Tap>
      )}
    </View>
  )
}
