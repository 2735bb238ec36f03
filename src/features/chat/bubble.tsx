import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/avatar'
import { classNames } from '@/components/class-names'
import { houseWords } from '@/copy/chat'
import { authorTitleNames } from '@/copy/people'
import type { MessageView } from '@/domain/chat/contract'
import { StoredPicture } from './picture'
import styles from './bubble.module.scss'

interface BubbleProps {
  name: string
  isMine: boolean
  /** Beside the name; left out for plain neighbours. */
  title?: string
  children: ReactNode
  /** Beside the bubble: on its way, or not sent. */
  state?: ReactNode
}

/** Something said: mine on the right in the vest's tint, others' on the left on white with their name. */
export function Bubble({ name, isMine, title, children, state }: BubbleProps) {
  return (
    <View className={classNames(styles.line, isMine && styles.mine)}>
      <Avatar name={name} size="small" />
      <View className={styles.said}>
        {!isMine && (
          <View className={styles.who}>
            <Text>{name}</Text>
            {title && <Text className={styles.title}>{title}</Text>}
          </View>
        )}
        <View className={styles.row}>
          <View className={styles.bubble}>{children}</View>
          {state}
        </View>
      </View>
    </View>
  )
}

/** A message of the group, by what it holds. */
export function MessageLine({ message, myName }: { message: MessageView; myName: string }) {
  const { body, isMine, authorName, authorTitle } = message
  const isMention = body.kind === 'mention' && body.isMe
  const house = houseWords(body)
  if (house !== null)
    return <View className={classNames(styles.system, isMention && styles.forMe)}>{house}</View>
  return (
    <Bubble
      name={isMine ? myName : authorName}
      isMine={isMine}
      title={authorTitle === 'neighbour' ? undefined : authorTitleNames[authorTitle]}
    >
      {body.kind === 'text' ? (
        <Text className={styles.text} userSelect>
          {body.text}
        </Text>
      ) : (
        body.kind === 'image' && <StoredPicture fileId={body.fileId} />
      )}
    </Bubble>
  )
}
