import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { inbox as words } from '@/copy/inbox'
import { aria } from '@/components/aria'
import type { InboxItemView } from '@/domain/inbox/contract'
import styles from './inbox.module.scss'

interface UndoBarProps {
  item: InboxItemView
  isRunning: boolean
  onUndo: () => void
}

/** What was just put aside, and the way back. */
export function UndoBar({ item, isRunning, onUndo }: UndoBarProps) {
  return (
    <View className={styles.undo} {...aria('status')}>
      <View>{words.skipped(item.asked.by.name)}</View>
      <QuietButton isCompact isLoading={isRunning} onClick={onUndo}>
        {words.undo}
      </QuietButton>
    </View>
  )
}
