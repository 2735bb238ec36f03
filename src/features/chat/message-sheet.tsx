import { View } from '@tarojs/components'
import { useState } from 'react'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { lineWords, messageActionWords, takeBackThumb } from '@/copy/chat'
import { recallWithin, type MessageAction, type MessageView } from '@/domain/chat/contract'
import styles from './sheets.module.scss'

interface MessageSheetProps {
  message: MessageView
  /** Something can still be said here. */
  canAnswer: boolean
  onAct: (action: MessageAction) => void
  onClose: () => void
}

/** What can be done with a message. Mount it to open it. */
export function MessageSheet({ message, canAnswer, onAct, onClose }: MessageSheetProps) {
  const { allowedActions, isThumbed, sentAt } = message
  const [openedAt] = useState(Date.now)
  const isOver = (action: MessageAction): boolean =>
    (action === 'recall' && openedAt - sentAt >= recallWithin) || (action === 'reply' && !canAnswer)
  return (
    <Sheet isOpen title={lineWords(message)} onClose={onClose}>
      <View className={styles.rows}>
        {allowedActions
          .filter((action) => !isOver(action))
          .map((action) => (
            <Tap key={action} className={styles.row} onClick={() => onAct(action)}>
              {action === 'thumb' && isThumbed ? takeBackThumb : messageActionWords[action]}
            </Tap>
          ))}
      </View>
    </Sheet>
  )
}
