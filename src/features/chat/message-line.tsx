import { Text, View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Tap } from '@/components/tap'
import { absenceWords, chat, houseWords } from '@/copy/chat'
import { authorTitleNames } from '@/copy/people'
import type { MessageView } from '@/domain/chat/contract'
import { Bubble } from './bubble'
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
  const { thumbCount, isThumbed, forwardedFrom } = message
  const check = checkWords(message)
  if (thumbCount === 0 && !check && forwardedFrom === null) return null
  return (
    <View className={styles.below}>
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

function RecalledLine({ words, onEdit }: { words: string; onEdit: (() => void) | null }) {
  return (
    <View className={styles.system}>
      <Text>{words}</Text>
      {onEdit && (
        <Tap className={styles.edit} onClick={onEdit}>
          {chat.editAgain}
        </Tap>
      )}
    </View>
  )
}

/** A message of the group, by what it holds and what has become of it. */
export function MessageLine({ message, myName, isLit = false, onMore, onQuoted, onEdit }: MessageLineProps) {
  const { allowedActions, authorAvatar, authorName, authorTitle, body, isMine, mentionsMe, replyTo } = message
  const absence = absenceWords(message)
  if (message.state === 'recalled') return <RecalledLine words={absence ?? ''} onEdit={onEdit} />
  const house = houseWords(body)
  if (house !== null) {
    const isMention = body.kind === 'mention' && body.isMe
    return <View className={classNames(styles.system, isMention && styles.forMe)}>{house}</View>
  }
  const more = (): void => onMore(message)
  const hasMore = allowedActions.length > 0
  return (
    <View className={classNames(isLit && styles.lit)}>
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
        {absence === null ? <Content message={message} /> : <Text className={styles.absent}>{absence}</Text>}
      </Bubble>
    </View>
  )
}
