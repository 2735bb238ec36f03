import { View } from '@tarojs/components'
import { uploadPhoto } from '@/cloud/upload'
import { avatarWords } from '@/copy/common'
import { choosePhotos } from '@/platform/choose-photo'
import { toast } from '@/platform/toast'
import { Avatar } from './avatar'
import type { AvatarButtonProps } from './avatar-button'
import { classNames } from './class-names'
import { Tap } from './tap'
import styles from './avatar-button.module.scss'

/** As in `avatar-button.tsx`: a browser lets one choose a picture. */
export function AvatarButton({ name, fileId, onChange, isRow = false }: AvatarButtonProps) {
  const label = fileId ? avatarWords.change : avatarWords.add
  const choose = async (): Promise<void> => {
    const [path] = await choosePhotos(1)
    if (path) await uploadPhoto(path).then(onChange, () => toast(avatarWords.lost))
  }
  return (
    <Tap
      className={classNames(styles.button, isRow && styles.row)}
      label={label}
      onClick={() => void choose()}
    >
      <Avatar name={name} size="large" fileId={fileId} />
      <View className={styles.words}>{label}</View>
    </Tap>
  )
}
