import { View } from '@tarojs/components'
import { useState } from 'react'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { OfflineBar } from '@/components/offline-bar'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { thanksWords } from '@/copy/thanks'
import { circleParts } from '@/domain/chat/thread'
import { topics } from '@/domain/signal/topics'
import type { OpenedGroup } from '@/features/chat/catch-up'
import { ChatRoom } from '@/features/chat/chat-room'
import { useElderMode } from '@/features/elder/elder-mode'
import { NoticeCard } from '@/features/notice/notice-card'
import { UnreadNoticeBar } from '@/features/notice/unread-bar'
import { UnreadSheet } from '@/features/notice/unread-sheet'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { useSignals } from '@/features/session/use-signals'
import { open, routes } from '@/routes'
import styles from './group-room.module.scss'

interface GroupRoomProps {
  opened: OpenedGroup
  myName: string
  /** Back to the list, where there are several groups. */
  onClose: (() => void) | null
  /** Where it is to open. */
  aim: { seq: number } | null
}

/** One group: the bar of what is new, what has been said, where one writes. */
export function GroupRoom({ opened, myName, onClose, aim }: GroupRoomProps) {
  const isElder = useElderMode()
  const { groupPath } = opened
  const topic = topics.chat(groupPath)
  // Staff of a whole community watch a building's chat only while they look at it.
  useSignals(useSession().topics.includes(topic) ? [] : [topic])
  const [asked, setAsked] = useState<string | null>(null)
  const notices =
    useAction('notice.list', { groupPath, limit: 20 }, { isEnabled: !circleParts(groupPath) }).data?.items ??
    []
  return (
    <View className={classNames(styles.room, isElder && 'elder')}>
      <View className={styles.head}>
        {onClose && (
          <Tap className={styles.back} label={chat.openList} onClick={onClose}>
            <View className={styles.arrow}>
              <Icon name="next" size="small" />
            </View>
            <View className={styles.title}>{chat.listTitle}</View>
          </Tap>
        )}
        <Tap className={styles.wall} onClick={() => open(routes.thanks(groupPath))}>
          <View>{thanksWords.title}</View>
          <Icon name="next" size="small" />
        </Tap>
        <Tap className={styles.about} onClick={() => open(routes.group(groupPath))}>
          <View>{chat.about}</View>
          <Icon name="next" size="small" />
        </Tap>
      </View>
      <OfflineBar />
      <UnreadNoticeBar notices={notices} onOpen={({ _id }) => open(routes.notices(_id))} />
      <ChatRoom
        opened={opened}
        myName={myName}
        notices={notices}
        renderNotice={(notice) => <NoticeCard notice={notice} onWho={setAsked} />}
        aim={aim}
        onAsk={(text) => open(routes.orderNew({ text }))}
      />
      {asked && <UnreadSheet noticeId={asked} onClose={() => setAsked(null)} />}
    </View>
  )
}
