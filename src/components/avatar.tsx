import { Image, View } from '@tarojs/components'
import { useFileAddresses } from '@/cloud/files'
import { classNames } from './class-names'
import styles from './avatar.module.scss'

const tints = ['vest', 'jade', 'amber', 'sky'] as const

/** The same name has the same tint on every phone. */
const tintOf = (name: string): (typeof tints)[number] => {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return tints[sum % tints.length] ?? 'sky'
}

interface AvatarProps {
  name: string
  size?: 'small' | 'medium' | 'large'
  /** Their own picture, where they have one. */
  fileId?: string | null
}

/** A face for a name: their picture, else its first letter on a tint. */
export function Avatar({ name, size = 'medium', fileId = null }: AvatarProps) {
  const [address = ''] = useFileAddresses(fileId ? [fileId] : [])
  return (
    <View aria-hidden className={classNames(styles.avatar, styles[size], styles[tintOf(name)])}>
      {address ? <Image className={styles.picture} mode="aspectFill" src={address} /> : ([...name][0] ?? '')}
    </View>
  )
}
