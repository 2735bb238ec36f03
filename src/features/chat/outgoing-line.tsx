import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { Bubble } from './bubble'
import { MessageText } from './message-text'
import type { Outgoing } from './outgoing'
import { Picture, StoredPicture } from './picture'
import { Quote } from './quote'
import { VoiceBubble } from './voice-bubble'
import styles from './bubble.module.scss'

interface OutgoingLineProps {
  outgoing: Outgoing
  myName: string
  onResend: (outgoing: Outgoing) => void
}

function Content({ body }: Pick<Outgoing, 'body'>) {
  if (body.kind === 'text') return <MessageText text={body.text} />
  if (body.kind === 'voice') return <VoiceBubble {...body} fileId={body.fileId ?? body.filePath} />
  return body.fileId ? <StoredPicture fileId={body.fileId} /> : <Picture address={body.filePath} />
}

/** What I said and the cloud has not taken yet: on its way, or kept with a way to try again. */
export function OutgoingLine({ outgoing, myName, onResend }: OutgoingLineProps) {
  const isSending = outgoing.state === 'sending'
  const quote = outgoing.address?.replyTo
  return (
    <View>
      <Bubble
        isMine
        name={myName}
        above={quote && <Quote quote={quote} />}
        state={
          isSending ? (
            <View className={styles.spinner} {...aria('status', chat.sending)} />
          ) : (
            <Tap className={styles.again} label={chat.resend} onClick={() => onResend(outgoing)}>
              <View className={styles.mark}>!</View>
            </Tap>
          )
        }
      >
        <Content body={outgoing.body} />
      </Bubble>
      {!isSending && (
        <Tap className={styles.failed} onClick={() => onResend(outgoing)}>
          {chat.failed}
        </Tap>
      )}
    </View>
  )
}
