import { Button, View } from '@tarojs/components'
import { uploadPhoto } from '@/cloud/upload'
import { avatarWords } from '@/copy/common'
import { toast } from '@/platform/toast'
import { Avatar } from './avatar'
import { classNames } from './class-names'
import styles from './avatar-button.module.scss'

export interface AvatarButtonProps {
  name: string
  fileId: string | null
  onChange: (fileId: string) => void
  /** Its words stand beside the picture, instead of below it. */
  isRow?: boolean
}

/** A face to go by, through WeChat's own chooser: its picture, one's own, or a photo. */
export function AvatarButton({ name, fileId, onChange, isRow = false }: AvatarButtonProps) {
  const label = fileId ? avatarWords.change : avatarWords.add
  const take = async ({ detail }: { detail: { avatarUrl?: string } }): Promise<void> => {
    if (detail.avatarUrl) await uploadPhoto(detail.avatarUrl).then(onChange, () => toast(avatarWords.lost))
  }
  return (
    <Button
      className={classNames(styles.button, isRow && styles.row)}
      openType="chooseAvatar"
      aria-label={label}
      onChooseAvatar={(event) => void take(event as { detail: { avatarUrl?: string } })}
    >
      <Avatar name={name} size="large" fileId={fileId} />
      <View className={styles.words}>{label}</View>
    </Button>
  )
}
