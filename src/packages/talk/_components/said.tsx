import { Text, View } from '@tarojs/components'
import { lineWords } from '@/copy/chat'
import { agoWords } from '@/copy/time'
import type { MessageView } from '@/domain/chat/contract'
import { StoredPicture } from '@/features/chat/picture'
import { VoiceBubble } from '@/features/chat/voice-bubble'
import { useNow } from '@/platform/use-now'
import styles from './said.module.scss'

function Content({ message }: { message: MessageView }) {
  const { body, isHidden, state } = message
  const isShown = state === 'normal' && !isHidden
  if (isShown && body.kind === 'image') return <StoredPicture fileId={body.fileId} />
  if (isShown && body.kind === 'voice') return <VoiceBubble {...body} />
  return <Text className={isShown ? styles.text : styles.gone}>{lineWords(message)}</Text>
}

/** Something that was said in a group, away from its stream: by whom, when, what. */
export function Said({ message }: { message: MessageView }) {
  const now = useNow()
  return (
    <View>
      <View className={styles.who}>
        <View>{message.authorName}</View>
        <View>{agoWords(message.sentAt, now)}</View>
      </View>
      <Content message={message} />
    </View>
  )
}
