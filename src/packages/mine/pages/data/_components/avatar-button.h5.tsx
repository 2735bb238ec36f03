import { View } from '@tarojs/components'
import { uploadPhoto } from '@/cloud/upload'
import { Avatar } from '@/components/avatar'
import { Tap } from '@/components/tap'
import { dataWords as words } from '@/copy/mine'
import { choosePhotos } from '@/platform/choose-photo'
import { toast } from '@/platform/toast'
import type { AvatarButtonProps } from './avatar-button'
import styles from '../index.module.scss'

/** As in `avatar-button.tsx`: a browser lets one choose a picture. */
export function AvatarButton({ name, fileId, onChange }: AvatarButtonProps) {
  const label = fileId ? words.avatar : words.avatarAdd
  const choose = async (): Promise<void> => {
    const [path] = await choosePhotos(1)
    if (path) await uploadPhoto(path).then(onChange, () => toast(words.avatarLost))
  }
  return (
    <Tap className={styles.avatar} label={label} onClick={() => void choose()}>
      <Avatar name={name} size="large" fileId={fileId} />
      <View className={styles.link}>{label}</View>
    </Tap>
  )
}
