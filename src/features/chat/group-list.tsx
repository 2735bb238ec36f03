import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon-shapes'
import { Tap } from '@/components/tap'
import { chat, lineWords } from '@/copy/chat'
import { agoWords } from '@/copy/time'
import type { GroupView } from '@/domain/chat/contract'
import { groupKindOf, type GroupKind } from '@/domain/chat/thread'
import { useNow } from '@/platform/use-now'
import { draftOf } from './drafts'
import styles from './group-list.module.scss'

const last = ({ lastMessage }: GroupView): string => {
  if (!lastMessage) return chat.nothingYet
  const words = lineWords(lastMessage)
  const isOwnSentence =
    lastMessage.isMine ||
    lastMessage.state !== 'normal' ||
    lastMessage.body.kind === 'joined' ||
    lastMessage.authorName === ''
  return isOwnSentence ? words : `${lastMessage.authorName}：${words}`
}

const icons = {
  building: 'people',
  unit: 'door',
  grid: 'pin',
  volunteers: 'hand',
  staff: 'desk',
  order: 'ticket',
} as const satisfies Record<GroupKind, IconName>

function Face({ groupPath }: Pick<GroupView, 'groupPath'>) {
  const kind = groupKindOf(groupPath) ?? 'building'
  return (
    <View className={classNames(styles.face, styles[kind])}>
      <Icon name={icons[kind]} colour="ink" size="large" />
    </View>
  )
}

/** How much is new: a number, or only that there is something where I want it quiet. */
function News({ group: { isMuted, unread } }: { group: GroupView }) {
  if (unread === 0) return null
  if (isMuted) return <View className={styles.quiet} {...aria('status', chat.hasNews)} />
  return <View className={styles.unread}>{unread > 99 ? '99+' : unread}</View>
}

const labelOf = ({ isMuted, isPinned, name, unread }: GroupView): string =>
  [name, unread > 0 && (isMuted ? chat.hasNews : chat.unread(unread)), isPinned && chat.pinned]
    .filter(Boolean)
    .join('，')

interface GroupCardProps {
  group: GroupView
  onOpen: () => void
  /** Asks how the group is to be treated. */
  onMore: () => void
}

/** One group among several: what was said last, and how much is new. */
export function GroupCard({ group, onOpen, onMore }: GroupCardProps) {
  const now = useNow()
  const draft = draftOf(group.groupPath).text
  const isCalling = group.mentionSeq !== null
  return (
    <View className={classNames(styles.holder, group.isPinned && styles.pinned)} onLongPress={onMore}>
      <Card label={labelOf(group)} onClick={onOpen}>
        <View className={styles.row}>
          <Face groupPath={group.groupPath} />
          <View className={styles.words}>
            <View className={styles.head}>
              <View className={styles.name}>{group.name}</View>
              {group.lastMessage && (
                <View className={styles.when}>{agoWords(group.lastMessage.sentAt, now)}</View>
              )}
            </View>
            <View className={styles.head}>
              <View className={styles.last}>
                {isCalling && <View className={styles.calling}>[{chat.calledMe}]</View>}
                {draft === '' ? last(group) : `[${chat.draft}] ${draft}`}
              </View>
              <News group={group} />
            </View>
          </View>
        </View>
      </Card>
      <Tap className={styles.more} label={chat.groupMore(group.name)} onClick={onMore}>
        <Icon name="more" colour="ink-3" />
      </Tap>
    </View>
  )
}
