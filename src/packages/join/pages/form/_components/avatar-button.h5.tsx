import { View } from '@tarojs/components'
import { uploadPhoto } from '@/cloud/upload'
import { Avatar } from '@/components/avatar'
import { Tap } from '@/components/tap'
import { joiningWords } from '@/copy/join'
import { choosePhotos } from '@/platform/choose-photo'
import { toast } from '@/platform/toast'
import type { AvatarButtonProps } from './avatar-button'
import styles from './join-form.module.scss'

/** As in `avatar-button.tsx`: a browser lets one choose a picture. */
export function AvatarButton({ name, fileId, onChange }: AvatarButtonProps) {
  const words = fileId ? joiningWords.avatar : joiningWords.avatarAdd
  const choose = async (): Promise<void> => {
    const [path] = await choosePhotos(1)
    if (path) await uploadPhoto(path).then(onChange, () => toast(joiningWords.avatarLost))
  }
  return (
    <Tap className={styles.avatar} label={words} onClick={() => void choose()}>
      <Avatar name={name || joiningWords.me} size="large" fileId={fileId} />
      <View className={styles.avatarWords}>{words}</View>
    </Tap>
  )
}
