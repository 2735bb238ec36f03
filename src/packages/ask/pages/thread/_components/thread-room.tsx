import { View } from '@tarojs/components'
import { useState } from 'react'
import { classNames } from '@/components/class-names'
import { OfflineBar } from '@/components/offline-bar'
import { chat } from '@/copy/chat'
import { threadOf } from '@/domain/chat/thread'
import type { OrderView } from '@/domain/order/present'
import { ChatView } from '@/features/chat/chat-view'
import { Composer } from '@/features/chat/composer'
import { useSending } from '@/features/chat/use-sending'
import { useTimeline } from '@/features/chat/use-timeline'
import { useVisible } from '@/features/chat/use-visible'
import { useElderMode } from '@/features/elder/elder-mode'
import { titleOf } from '@/features/order/title'
import { useNow } from '@/platform/use-now'
import styles from './thread-room.module.scss'

interface ThreadRoomProps {
  order: OrderView
  thread: NonNullable<OrderView['thread']>
  myName: string
}

/** One order's thread: whose eyes it is for, what has been said, where one writes until it is over. */
export function ThreadRoom({ order, thread, myName }: ThreadRoomProps) {
  const now = useNow()
  const isElder = useElderMode()
  const groupPath = threadOf(order._id)
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  // How far I have read comes with the first page.
  const [opened] = useState({ groupPath, readTo: 0, unread: 0 })
  const timeline = useTimeline(opened, useVisible())
  const sending = useSending(groupPath, timeline.change)
  const isClosed = thread.closesAt !== null && thread.closesAt <= now
  return (
    <View className={classNames(styles.room, isElder && 'elder')}>
      <OfflineBar />
      <View className={styles.about}>
        <View className={styles.title}>{titleOf(order)}</View>
        <View className={styles.hint}>{chat.threadHint}</View>
      </View>
      <ChatView
        open={timeline}
        sending={sending}
        myName={myName}
        notices={[]}
        renderNotice={() => null}
        emptyWords={isClosed ? chat.nothingYet : chat.threadEmpty}
        roomKey={`${isPanelOpen} ${isClosed}`}
      />
      {isClosed && <View className={styles.closed}>{chat.threadClosed}</View>}
      {!isClosed && timeline.timeline && (
        <Composer
          groupPath={groupPath}
          onText={sending.sendText}
          onPhoto={sending.sendPhoto}
          isOpen={isPanelOpen}
          onOpen={setIsPanelOpen}
        />
      )}
    </View>
  )
}
