import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Fragment, useEffect } from 'react'
import { QuietButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { momentWords } from '@/copy/time'
import type { MessageView } from '@/domain/chat/contract'
import type { NoticeView } from '@/domain/notice/contract'
import { useNow } from '@/platform/use-now'
import type { OpenedGroup } from './catch-up'
import { MessageLine } from './message-line'
import type { CardDeeds } from './card-line'
import type { Outgoing } from './outgoing'
import { OutgoingLine } from './outgoing-line'
import { rowsOf, type Row } from './rows'
import { useGlances } from './use-glances'
import { useJump } from './use-jump'
import { takenBackText } from './use-message-actions'
import type { Picking } from './use-picking'
import type { Sending } from './use-sending'
import { endAnchors, useScroll } from './use-scroll'
import type { OpenTimeline } from './use-timeline'
import styles from './chat-view.module.scss'

interface ChatViewProps {
  open: OpenTimeline
  opened: OpenedGroup
  sending: Sending
  myName: string
  notices: readonly NoticeView[]
  renderNotice: (notice: NoticeView) => ReactNode
  /** Where nobody has said anything. */
  emptyWords?: string
  /** Changes when the room for the chat does: the end stays in view. */
  roomKey: string
  /** Asks what can be done with a message. */
  onMore: (message: MessageView) => void
  /** Writes anew; null where nothing can be written. */
  onEdit: ((text: string) => void) | null
  /** Takes words that were not sent back into the field; null where nothing can be written. */
  onRewrite: ((outgoing: Outgoing) => void) | null
  /** What the cards among the lines can do. */
  deeds: Pick<CardDeeds, 'onOrder' | 'onDecline'>
  /** Messages are being ticked. */
  picking: Picking | null
  /** Where the chat is to go, from outside; another object goes there once more. */
  aim: { seq: number } | null
}

const noMessages: readonly MessageView[] = []
/** The chat has found its place by then, ms. */
const untilSettled = 120

const hasGrown = (row: Row): boolean =>
  row.kind === 'outgoing'
    ? row.outgoing.state !== 'sending'
    : row.kind === 'message' && (Boolean(row.notice) || row.message.thumbCount > 0)

/** What has been said in a group, with its notices, from the past down to now. */
export function ChatView(props: ChatViewProps) {
  const { open, opened, sending, myName, notices, renderNotice, roomKey, onMore, onEdit, onRewrite } = props
  const { emptyWords = chat.firstWord, deeds, picking, aim } = props
  const now = useNow()
  const { timeline } = open
  const rows = timeline ? rowsOf(timeline, notices) : []
  const glances = useGlances(timeline?.messages ?? noMessages)
  // A card grows when what it tells of arrives, and a line when it could not be sent or is given a thumb.
  const grown = rows.filter(hasGrown).length + glances.size
  const scroll = useScroll(rows, timeline !== null, `${roomKey} ${grown}`)
  const jump = useJump(open, opened, scroll)
  const cards: CardDeeds = {
    ...deeds,
    glances,
    toMessage: (seq) => void jump.to(seq),
  }

  const isReady = timeline !== null
  useEffect(() => {
    if (!aim || !isReady) return
    const timer = setTimeout(() => void jump.to(aim.seq), untilSettled)
    return () => clearTimeout(timer)
    // Once for each aim: `jump` is another with every picture.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [aim, isReady])

  const loadEarlier = async (): Promise<void> => {
    const first = rows.find(({ kind }) => kind !== 'time')?.key
    if (!timeline?.hasEarlier || open.isPaging) return
    await open.loadEarlier()
    // The line that stood at the top stays there.
    if (first) scroll.to(first)
  }
  const onLower = (): void => {
    if (timeline?.hasLater) void open.loadLater()
    else scroll.onEnd()
  }
  const toLatest = async (): Promise<void> => {
    if (timeline?.hasLater) await open.toLatest()
    scroll.toEnd()
  }

  const renderMessage = (message: MessageView): ReactNode => {
    const text = message.isMine ? takenBackText(message) : null
    return (
      <MessageLine
        message={message}
        myName={myName}
        isLit={jump.lit === message.seq}
        onMore={onMore}
        onQuoted={(seq) => void jump.to(seq)}
        onEdit={onEdit && text !== null ? () => onEdit(text) : null}
        cards={cards}
        pick={
          picking && {
            isPicked: picking.seqs.includes(message.seq),
            onToggle: () => picking.toggle(message.seq),
          }
        }
      />
    )
  }
  const renderRow = (row: Row): ReactNode => {
    switch (row.kind) {
      case 'time':
        return <View className={styles.time}>{momentWords(row.at, now)}</View>
      case 'unread':
        return <View className={styles.unread}>{chat.newFromHere}</View>
      case 'message':
        return row.notice ? renderNotice(row.notice) : renderMessage(row.message)
      case 'notice':
        return renderNotice(row.notice)
      case 'outgoing':
        return (
          <OutgoingLine outgoing={row.outgoing} myName={myName} sending={sending} onRewrite={onRewrite} />
        )
    }
  }

  if (!timeline) {
    return (
      <View className={styles.face}>
        {open.error ? <ErrorState error={open.error} onRetry={open.refetch} /> : <Skeleton />}
      </View>
    )
  }
  return (
    <View className={styles.frame}>
      <ScrollView
        className={styles.scroll}
        scrollY
        scrollIntoView={scroll.target}
        scrollIntoViewAlignment="start"
        upperThreshold={40}
        lowerThreshold={80}
        onScroll={scroll.onScroll}
        onScrollToUpper={() => void loadEarlier()}
        onScrollToLower={onLower}
      >
        <View className={styles.rows}>
          {timeline.hasEarlier && (
            <View className={styles.earlier}>
              <QuietButton isCompact isLoading={open.isPaging} onClick={() => void loadEarlier()}>
                {chat.earlier}
              </QuietButton>
            </View>
          )}
          {rows.length === 0 && <EmptyState art="letterbox" words={emptyWords} />}
          {rows.map((row) => (
            <Fragment key={row.key}>
              <View id={row.key}>{renderRow(row)}</View>
            </Fragment>
          ))}
          {endAnchors.map((id) => (
            <View key={id} id={id} className={styles.end} />
          ))}
        </View>
      </ScrollView>
      {jump.calling !== null && (
        <Tap className={styles.calling} onClick={() => void jump.toCalling()}>
          {chat.calledMe}
        </Tap>
      )}
      {jump.calling === null && jump.isMoreAbove && (
        <Tap className={styles.calling} onClick={() => void jump.toNew()}>
          {chat.newAbove(opened.unread)}
        </Tap>
      )}
      {(timeline.hasLater || !scroll.isAtEnd) && (
        <Tap className={styles.down} onClick={() => void toLatest()}>
          {chat.toLatest}
        </Tap>
      )}
    </View>
  )
}
