import { Button, View } from '@tarojs/components'
import { uploadPhoto } from '@/cloud/upload'
import { Avatar } from '@/components/avatar'
import { dataWords as words } from '@/copy/mine'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

export interface AvatarButtonProps {
  name: string
  fileId: string | null
  onChange: (fileId: string) => void
}

/** Another picture, through WeChat's own chooser. */
export function AvatarButton({ name, fileId, onChange }: AvatarButtonProps) {
  const take = async ({ detail }: { detail: { avatarUrl?: string } }): Promise<void> => {
    if (detail.avatarUrl) await uploadPhoto(detail.avatarUrl).then(onChange, () => toast(words.avatarLost))
  }
  const label = fileId ? words.avatar : words.avatarAdd
  return (
    <Button
      className={styles.avatar}
      openType="chooseAvatar"
      aria-label={label}
      onChooseAvatar={(event) => void take(event as { detail: { avatarUrl?: string } })}
    >
      <Avatar name={name} size="large" fileId={fileId} />
      <View className={styles.link}>{label}</View>
    </Button>
  )
}
