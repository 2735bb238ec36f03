import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { Bubble } from './bubble'
import { MessageText } from './message-text'
import type { Outgoing } from './outgoing'
import { Picture, StoredPicture } from './picture'
import { Quote } from './quote'
import type { Sending } from './use-sending'
import { VoiceBubble } from './voice-bubble'
import styles from './bubble.module.scss'

interface OutgoingLineProps {
  outgoing: Outgoing
  myName: string
  sending: Pick<Sending, 'resend' | 'drop'>
  /** Takes its words back into the field; null where nothing can be written. */
  onRewrite: ((outgoing: Outgoing) => void) | null
}

function Content({ body }: Pick<Outgoing, 'body'>) {
  if (body.kind === 'text') return <MessageText text={body.text} />
  if (body.kind === 'voice') return <VoiceBubble {...body} fileId={body.fileId ?? body.filePath} />
  return body.fileId ? <StoredPicture fileId={body.fileId} /> : <Picture address={body.filePath} />
}

/** Why it stands here still, and what can be done about it. */
function Unsent({ outgoing, sending, onRewrite }: Omit<OutgoingLineProps, 'myName'>) {
  const [isLetGo, setIsLetGo] = useState(false)
  const { body, isUnfit, state } = outgoing
  const rewrite = onRewrite !== null && body.kind === 'text' ? () => onRewrite(outgoing) : null
  // Its words once more would be refused once more.
  const isToMend = Boolean(isUnfit) && rewrite !== null
  const words = state === 'failed' ? chat.failed : isToMend ? chat.notFit : chat.notTaken
  return (
    <View className={styles.unsent}>
      <Tap className={styles.failed} onClick={isToMend ? rewrite : () => sending.resend(outgoing)}>
        {words}
      </Tap>
      {rewrite && (
        <Tap className={styles.edit} onClick={rewrite}>
          {chat.editAgain}
        </Tap>
      )}
      <Tap className={styles.edit} onClick={() => setIsLetGo(true)}>
        {chat.letItGo}
      </Tap>
      <ConfirmSheet
        isOpen={isLetGo}
        title={chat.letItGoTitle}
        consequence={chat.letItGoWhy}
        confirmWords={chat.letItGo}
        isDanger
        onConfirm={() => sending.drop(outgoing)}
        onClose={() => setIsLetGo(false)}
      />
    </View>
  )
}

/** What I said and the cloud has not taken yet: on its way, or kept with a way to try again, mend or drop it. */
export function OutgoingLine({ outgoing, myName, sending, onRewrite }: OutgoingLineProps) {
  const isSending = outgoing.state === 'sending'
  const quote = outgoing.address.replyTo
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
            <Tap className={styles.again} label={chat.resend} onClick={() => sending.resend(outgoing)}>
              <View className={styles.mark}>!</View>
            </Tap>
          )
        }
      >
        <Content body={outgoing.body} />
      </Bubble>
      {!isSending && <Unsent outgoing={outgoing} sending={sending} onRewrite={onRewrite} />}
    </View>
  )
}
