import { View } from '@tarojs/components'
import { useState } from 'react'
import { classNames } from '@/components/class-names'
import { OfflineBar } from '@/components/offline-bar'
import { chat } from '@/copy/chat'
import { threadOf } from '@/domain/chat/thread'
import type { OrderView } from '@/domain/order/present'
import { ChatRoom } from '@/features/chat/chat-room'
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
  // How far I have read comes with the first page.
  const [opened] = useState({ groupPath: threadOf(order._id), readTo: 0, unread: 0, mentionSeq: null })
  const isClosed = thread.closesAt !== null && thread.closesAt <= now
  return (
    <View className={classNames(styles.room, isElder && 'elder')}>
      <OfflineBar />
      <View className={styles.about}>
        <View className={styles.title}>{titleOf(order)}</View>
        <View className={styles.hint}>{chat.threadHint}</View>
      </View>
      <ChatRoom
        opened={opened}
        myName={myName}
        emptyWords={isClosed ? chat.nothingYet : chat.threadEmpty}
        closedWords={isClosed ? chat.threadClosed : null}
      />
    </View>
  )
}
