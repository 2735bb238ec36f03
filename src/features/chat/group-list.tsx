import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { chat, previewWords } from '@/copy/chat'
import { agoWords } from '@/copy/time'
import type { GroupView } from '@/domain/chat/contract'
import { useNow } from '@/platform/use-now'
import { draftOf } from './drafts'
import styles from './group-list.module.scss'

const last = ({ lastMessage }: GroupView): string => {
  if (!lastMessage) return chat.nothingYet
  const words = previewWords(lastMessage.body)
  return lastMessage.body.kind === 'joined' || lastMessage.isMine
    ? words
    : `${lastMessage.authorName}：${words}`
}

/** 4栋 of 幸福里小区 4栋: what tells my groups apart. */
const buildingOf = ({ name }: GroupView): string => name.split(' ').pop() ?? name

/** One group among several: what was said last, and how much is new. */
export function GroupCard({ group, onOpen }: { group: GroupView; onOpen: () => void }) {
  const now = useNow()
  const draft = draftOf(group.groupPath)
  return (
    <Card
      label={group.unread > 0 ? `${group.name}，${chat.unread(group.unread)}` : group.name}
      onClick={onOpen}
    >
      <View className={styles.row}>
        <Avatar name={buildingOf(group)} />
        <View className={styles.words}>
          <View className={styles.head}>
            <View className={styles.name}>{group.name}</View>
            {group.lastMessage && (
              <View className={styles.when}>{agoWords(group.lastMessage.sentAt, now)}</View>
            )}
          </View>
          <View className={styles.head}>
            <View className={styles.last}>{draft === '' ? last(group) : `[${chat.draft}] ${draft}`}</View>
            {group.unread > 0 && (
              <View className={styles.unread}>{group.unread > 99 ? '99+' : group.unread}</View>
            )}
          </View>
        </View>
      </View>
    </Card>
  )
}
