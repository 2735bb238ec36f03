import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { Bubble } from './bubble'
import { Picture, StoredPicture } from './picture'
import type { Outgoing } from './outgoing'
import styles from './bubble.module.scss'

interface OutgoingLineProps {
  outgoing: Outgoing
  myName: string
  onResend: (outgoing: Outgoing) => void
}

function Content({ body }: Pick<Outgoing, 'body'>) {
  if (body.kind === 'text') return <Text className={styles.text}>{body.text}</Text>
  return body.fileId ? <StoredPicture fileId={body.fileId} /> : <Picture address={body.filePath} />
}

/** What I said and the cloud has not taken yet: on its way, or kept with a way to try again. */
export function OutgoingLine({ outgoing, myName, onResend }: OutgoingLineProps) {
  const isFailed = outgoing.state === 'failed'
  return (
    <View>
      <Bubble
        isMine
        name={myName}
        state={
          isFailed ? (
            <Tap className={styles.again} label={chat.resend} onClick={() => onResend(outgoing)}>
              <View className={styles.mark}>!</View>
            </Tap>
          ) : (
            <View className={styles.spinner} {...aria('status', chat.sending)} />
          )
        }
      >
        <Content body={outgoing.body} />
      </Bubble>
      {isFailed && (
        <Tap className={styles.failed} onClick={() => onResend(outgoing)}>
          {chat.failed}
        </Tap>
      )}
    </View>
  )
}
