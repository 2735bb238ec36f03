import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { chat, lineWords, messageActionWords, takeBackThumb } from '@/copy/chat'
import { recallWithin, type MessageAction, type MessageView } from '@/domain/chat/contract'
import styles from './sheets.module.scss'

type Part = 'usual' | 'more' | 'manage'

/** The usual ones are shown at once, the others behind a row of their own. */
const partOf: Readonly<Record<MessageAction, Part>> = {
  reply: 'usual',
  copy: 'usual',
  thumb: 'usual',
  forward: 'usual',
  recall: 'usual',
  toOrder: 'more',
  askToOrder: 'more',
  toTopic: 'more',
  report: 'more',
  toPromise: 'manage',
  remove: 'manage',
  silence: 'manage',
}
const folded = ['more', 'manage'] as const
const headOf = { more: chat.moreDeeds, manage: chat.manageDeeds } as const

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
  const [unfolded, setUnfolded] = useState<Part | null>(null)
  const isOver = (action: MessageAction): boolean =>
    (action === 'recall' && openedAt - sentAt >= recallWithin) || (action === 'reply' && !canAnswer)
  const inPart = (part: Part): MessageAction[] =>
    allowedActions.filter((action) => partOf[action] === part && !isOver(action))

  const row = (action: MessageAction) => (
    <Tap key={action} className={styles.row} onClick={() => onAct(action)}>
      {action === 'thumb' && isThumbed ? takeBackThumb : messageActionWords[action]}
    </Tap>
  )
  return (
    <Sheet isOpen title={lineWords(message)} onClose={onClose}>
      <View className={styles.rows}>
        {unfolded === null && inPart('usual').map(row)}
        {folded
          .filter((part) => inPart(part).length > 0)
          .map((part) => (
            <View key={part}>
              <Tap className={styles.row} onClick={() => setUnfolded(unfolded === part ? null : part)}>
                <View className={styles.name}>{headOf[part]}</View>
                <Icon name={unfolded === part ? 'up' : 'down'} size="small" />
              </Tap>
              {unfolded === part && <View className={styles.inner}>{inPart(part).map(row)}</View>}
            </View>
          ))}
      </View>
    </Sheet>
  )
}
