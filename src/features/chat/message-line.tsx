import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { absenceWords, cardWords, chat, houseWords } from '@/copy/chat'
import { authorTitleNames } from '@/copy/people'
import type { MessageView } from '@/domain/chat/contract'
import { open, routes } from '@/routes'
import { Bubble } from './bubble'
import { CardLine, type CardDeeds } from './card-line'
import { MessageText } from './message-text'
import { StoredPicture } from './picture'
import { Quote } from './quote'
import { VoiceBubble } from './voice-bubble'
import styles from './bubble.module.scss'

interface MessageLineProps {
  message: MessageView
  myName: string
  /** Just jumped to. */
  isLit?: boolean
  /** Asks what can be done with it. */
  onMore: (message: MessageView) => void
  onQuoted: (seq: number) => void
  /** Writes anew what I took back; null where it is no longer known. */
  onEdit: (() => void) | null
  cards: CardDeeds
  /** Messages are being ticked: whether this one is, and what a tap does. */
  pick?: { isPicked: boolean; onToggle: () => void } | null
}

function Content({ message }: { message: MessageView }) {
  const { _id, body, isMine } = message
  switch (body.kind) {
    case 'text':
      return <MessageText text={body.text} />
    case 'image':
      return <StoredPicture fileId={body.fileId} />
    case 'voice':
      return <VoiceBubble {...body} messageId={isMine ? undefined : _id} />
    default:
      return null
  }
}

/** How far the check of my picture or voice has come. */
const checkWords = ({ isMine, mediaCheck }: MessageView): string | null => {
  if (!isMine || mediaCheck === 'none' || mediaCheck === 'passed') return null
  return mediaCheck === 'risky' ? chat.refusedMine : chat.checking
}

function Below({ message }: { message: MessageView }) {
  const { became, thumbCount, isThumbed, forwardedFrom } = message
  const check = checkWords(message)
  if (thumbCount === 0 && !check && forwardedFrom === null && became === null) return null
  return (
    <View className={styles.below}>
      {became && (
        <Text className={styles.became}>
          {became.kind === 'order' ? chat.becameOrder : chat.becamePromise}
        </Text>
      )}
      {forwardedFrom !== null && <Text>{chat.forwardedFrom}</Text>}
      {check && <Text>{check}</Text>}
      {thumbCount > 0 && (
        <Text className={classNames(isThumbed && styles.thumbed)}>
          {isThumbed ? chat.thumbsMine(thumbCount) : chat.thumbs(thumbCount)}
        </Text>
      )}
    </View>
  )
}

/** Ticked for a topic, or not: the whole line is the box. */
function Pickable({
  message,
  pick,
  children,
}: PropsWithChildren<Pick<MessageLineProps, 'message' | 'pick'>>) {
  if (!pick || !message.allowedActions.includes('toTopic')) return <>{children}</>
  const { isPicked, onToggle } = pick
  return (
    <View
      className={classNames(styles.pickable, isPicked && styles.picked)}
      aria-checked={isPicked}
      {...aria('checkbox', chat.pickOne(message.isMine ? chat.me : message.authorName))}
      onClick={onToggle}
    >
      <View className={styles.box}>{isPicked && <Icon name="check" size="small" colour="white" />}</View>
      <View className={styles.still}>{children}</View>
    </View>
  )
}

interface GoneLineProps {
  message: MessageView
  words: string
  onEdit: (() => void) | null
}

function GoneLine({ message: { isMine, state }, words, onEdit }: GoneLineProps) {
  return (
    <View className={styles.system}>
      <Text>{words}</Text>
      {isMine && state === 'removed' && (
        <Tap className={styles.edit} onClick={() => open(routes.myCases)}>
          {chat.removedMine}
        </Tap>
      )}
      {onEdit && (
        <Tap className={styles.edit} onClick={onEdit}>
          {chat.editAgain}
        </Tap>
      )}
    </View>
  )
}

/** A message of the group, by what it holds and what has become of it. */
export function MessageLine(props: MessageLineProps) {
  const { message, myName, isLit = false, onMore, onQuoted, onEdit, cards, pick = null } = props
  const { allowedActions, authorAvatar, authorName, authorTitle, body, isMine, mentionsMe, replyTo } = message
  const absence = absenceWords(message)
  if (message.state !== 'normal') return <GoneLine message={message} words={absence ?? ''} onEdit={onEdit} />
  const house = houseWords(body)
  if (house !== null) {
    const isMention = body.kind === 'mention' && body.isMe
    return <View className={classNames(styles.system, isMention && styles.forMe)}>{house}</View>
  }
  if (cardWords(body) !== null) {
    return (
      <View className={classNames(isLit && styles.lit)}>
        <CardLine message={message} deeds={cards} />
      </View>
    )
  }
  const more = (): void => onMore(message)
  const hasMore = allowedActions.length > 0 && pick === null
  return (
    <View className={classNames(isLit && styles.lit)}>
      <Pickable message={message} pick={pick}>
        <Bubble
          name={isMine ? myName : authorName}
          isMine={isMine}
          avatarFileId={authorAvatar}
          title={authorTitle === 'neighbour' ? undefined : authorTitleNames[authorTitle]}
          isCalling={mentionsMe}
          above={replyTo && <Quote quote={replyTo} onClick={() => onQuoted(replyTo.seq)} />}
          below={<Below message={message} />}
          onLongPress={hasMore ? more : undefined}
          state={
            hasMore && (
              <Tap className={styles.more} label={chat.moreOf(isMine ? chat.me : authorName)} onClick={more}>
                {chat.moreSign}
              </Tap>
            )
          }
        >
          {absence === null ? (
            <Content message={message} />
          ) : (
            <Text className={styles.absent}>{absence}</Text>
          )}
        </Bubble>
      </Pickable>
    </View>
  )
}
