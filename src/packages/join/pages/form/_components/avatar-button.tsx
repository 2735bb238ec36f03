import { Button, View } from '@tarojs/components'
import { uploadPhoto } from '@/cloud/upload'
import { Avatar } from '@/components/avatar'
import { joiningWords } from '@/copy/join'
import { toast } from '@/platform/toast'
import styles from './join-form.module.scss'

export interface AvatarButtonProps {
  name: string
  fileId: string | null
  onChange: (fileId: string) => void
}

/** A face to go by, through WeChat's own chooser: its picture, one's own, or a photo. */
export function AvatarButton({ name, fileId, onChange }: AvatarButtonProps) {
  const take = async ({ detail }: { detail: { avatarUrl?: string } }): Promise<void> => {
    if (!detail.avatarUrl) return
    await uploadPhoto(detail.avatarUrl).then(onChange, () => toast(joiningWords.avatarLost))
  }
  return (
    <Button
      className={styles.avatar}
      openType="chooseAvatar"
      aria-label={fileId ? joiningWords.avatar : joiningWords.avatarAdd}
      onChooseAvatar={(event) => void take(event as { detail: { avatarUrl?: string } })}
    >
      <Avatar name={name || joiningWords.me} size="large" fileId={fileId} />
      <View className={styles.avatarWords}>{fileId ? joiningWords.avatar : joiningWords.avatarAdd}</View>
    </Button>
  )
}
