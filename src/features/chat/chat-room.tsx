import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { NoticeView } from '@/domain/notice/contract'
import type { OpenedGroup } from './catch-up'
import { ChatView } from './chat-view'
import { Composer } from './composer'
import { draftOf, keepDraft } from './drafts'
import { ForwardSheet } from './forward-sheet'
import { MessageSheet } from './message-sheet'
import { useMessageActions } from './use-message-actions'
import { useSending } from './use-sending'
import { useTimeline } from './use-timeline'
import { useVisible } from './use-visible'
import styles from './chat-view.module.scss'

interface ChatRoomProps {
  opened: OpenedGroup
  myName: string
  notices?: readonly NoticeView[]
  renderNotice?: (notice: NoticeView) => ReactNode
  /** Where nobody has said anything. */
  emptyWords?: string
  /** Why nothing can be said here any more; stands in the place of the field. */
  closedWords?: string | null
  /** Opens the order form with what was typed. */
  onAsk?: (text: string) => void
}

const none: readonly NoticeView[] = []

/** A group's chat in full: what has been said, what can be done with it, and where one writes. */
export function ChatRoom(props: ChatRoomProps) {
  const { opened, myName, notices = none, renderNotice = () => null, emptyWords, closedWords, onAsk } = props
  const { groupPath } = opened
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const timeline = useTimeline(opened, useVisible())
  const sending = useSending(groupPath, timeline)
  const actions = useMessageActions(groupPath, timeline)
  // The field is begun anew with what was put into the draft.
  const [edited, setEdited] = useState(0)
  const edit = (text: string): void => {
    keepDraft(groupPath, draftOf(groupPath) + text)
    setEdited(edited + 1)
  }
  const { asked, forwarded, quote } = actions
  return (
    <>
      <ChatView
        open={timeline}
        opened={opened}
        sending={sending}
        myName={myName}
        notices={notices}
        renderNotice={renderNotice}
        emptyWords={emptyWords}
        roomKey={`${isPanelOpen} ${closedWords ?? ''} ${quote?.seq ?? ''}`}
        onMore={actions.ask}
        onEdit={closedWords ? null : edit}
      />
      {closedWords && <View className={styles.closed}>{closedWords}</View>}
      {!closedWords && timeline.timeline && (
        <Composer
          key={edited}
          groupPath={groupPath}
          sending={sending}
          quote={quote}
          onQuoteDone={actions.dropQuote}
          isOpen={isPanelOpen}
          onOpen={setIsPanelOpen}
          onAsk={onAsk}
        />
      )}
      {asked && (
        <MessageSheet
          message={asked}
          canAnswer={!closedWords}
          onAct={actions.act}
          onClose={() => actions.ask(null)}
        />
      )}
      {forwarded && <ForwardSheet message={forwarded} onClose={actions.closeForward} />}
    </>
  )
}
