import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { call } from '@/cloud/call'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { chat } from '@/copy/chat'
import type { MessageView } from '@/domain/chat/contract'
import type { NoticeView } from '@/domain/notice/contract'
import { open, routes } from '@/routes'
import { toast } from '@/platform/toast'
import { errorWords } from '@/copy/errors'
import type { OpenedGroup } from './catch-up'
import { ChatView } from './chat-view'
import { Composer } from './composer'
import { draftOf, keepDraft } from './drafts'
import { ForwardSheet } from './forward-sheet'
import { MessageSheet } from './message-sheet'
import type { Address, Outgoing } from './outgoing'
import { Muted } from './muted'
import { PickBar } from './pick-bar'
import { Pins } from './pins'
import { prefillOfMessage } from './prefill-of-message'
import { useGroupState } from './use-group-state'
import { useMessageActions } from './use-message-actions'
import { usePicking } from './use-picking'
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
  /** Where the chat is to go; another object goes there once more. */
  aim?: { seq: number } | null
}

const none: readonly NoticeView[] = []

/** A group's chat in full: what has been said, what can be done with it, and where one writes. */
export function ChatRoom(props: ChatRoomProps) {
  const {
    opened,
    myName,
    notices = none,
    renderNotice = () => null,
    emptyWords,
    closedWords,
    onAsk,
    aim = null,
  } = props
  const { groupPath } = opened
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const isVisible = useVisible()
  const timeline = useTimeline(opened, isVisible)
  const { pins, mute, refetch: refetchGroup } = useGroupState(groupPath, timeline.timeline)
  const sending = useSending(groupPath, timeline.timeline !== null, () => void refetchGroup())
  const pick = usePicking(groupPath)
  const actions = useMessageActions(groupPath, timeline, pick.begin)
  const { takeWish } = pick
  useEffect(() => {
    if (isVisible) takeWish()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a topic's wish is looked for when the chat is shown.
  }, [isVisible])
  // The field is begun anew with what was put into the draft.
  const [edited, setEdited] = useState(0)
  const edit = (text: string, { replyTo, called }: Address = { replyTo: null, called: [] }): void => {
    const draft = draftOf(groupPath)
    const quote = draft.quote ?? replyTo
    const words = draft.text === '' ? text : `${draft.text} ${text}`
    keepDraft(groupPath, { text: words, called: [...draft.called, ...called], quote })
    actions.setQuote(quote)
    setEdited(edited + 1)
  }
  const rewrite = (outgoing: Outgoing): void => {
    if (outgoing.body.kind !== 'text') return
    edit(outgoing.body.text, outgoing.address)
    sending.drop(outgoing)
  }
  /** They want the order that somebody proposed: with what they said then. */
  const order = async ({ body }: MessageView): Promise<void> => {
    if (body.kind !== 'orderAsk') return
    try {
      const [said] = (await call('chat.get', { groupPath, seqs: [body.of] })).items
      open(routes.orderNew(said ? prefillOfMessage(said, body.excerpt) : { text: body.excerpt }))
    } catch (error) {
      toast(errorWords(error))
    }
  }
  const { asked, forwarded, quote, toAsk } = actions
  const isClosed = Boolean(closedWords) || mute !== null
  return (
    <>
      <Pins pins={pins} />
      <ChatView
        open={timeline}
        opened={opened}
        sending={sending}
        myName={myName}
        notices={notices}
        renderNotice={renderNotice}
        emptyWords={emptyWords}
        roomKey={`${isVisible} ${isPanelOpen} ${pins.length} ${closedWords ?? ''} ${quote?.seq ?? ''} ${mute?.why ?? ''} ${pick.picking !== null}`}
        onMore={actions.ask}
        onEdit={isClosed ? null : edit}
        onRewrite={isClosed ? null : rewrite}
        deeds={{ onOrder: (card) => void order(card), onDecline: ({ seq }) => void actions.decline(seq) }}
        picking={pick.picking}
        aim={aim}
      />
      {closedWords && <View className={styles.closed}>{closedWords}</View>}
      {pick.picking && <PickBar {...pick} />}
      {mute && !closedWords && !pick.picking && <Muted mute={mute} />}
      {!isClosed && !pick.picking && timeline.timeline && (
        <Composer
          key={edited}
          groupPath={groupPath}
          sending={sending}
          quote={quote}
          onQuoteDone={() => actions.setQuote(null)}
          isOpen={isPanelOpen}
          onOpen={setIsPanelOpen}
          onAsk={onAsk}
        />
      )}
      {asked && (
        <MessageSheet
          message={asked}
          canAnswer={!isClosed}
          onAct={actions.act}
          onClose={() => actions.ask(null)}
        />
      )}
      {toAsk && (
        <ConfirmSheet
          isOpen
          title={chat.askOrderTitle}
          consequence={chat.askOrderWhy(toAsk.authorName)}
          confirmWords={chat.askOrder}
          isRunning={actions.isRunning}
          onConfirm={() => void actions.askToOrder()}
          onClose={actions.closeAsk}
        />
      )}
      {forwarded && <ForwardSheet message={forwarded} onClose={actions.closeForward} />}
    </>
  )
}
