import { View } from '@tarojs/components'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { preferWords } from '@/copy/chat'
import type { GroupView } from '@/domain/chat/contract'
import { useCommand } from '@/features/session/use-command'
import styles from './sheets.module.scss'

/** Keeps a group on top, or quiet. Mount it to open it. */
export function GroupSheet({ group, onClose }: { group: GroupView; onClose: () => void }) {
  const { groupPath, isMuted, isPinned, name } = group
  const { run } = useCommand('chat.prefer')
  const prefer = (wish: { isMuted?: boolean; isPinned?: boolean }): void => {
    void run({ groupPath, ...wish })
    onClose()
  }
  return (
    <Sheet isOpen title={name} onClose={onClose}>
      <View className={styles.rows}>
        <Tap className={styles.row} onClick={() => prefer({ isPinned: !isPinned })}>
          {preferWords.pin(isPinned)}
        </Tap>
        <Tap className={styles.row} onClick={() => prefer({ isMuted: !isMuted })}>
          {preferWords.mute(isMuted)}
        </Tap>
      </View>
    </Sheet>
  )
}
