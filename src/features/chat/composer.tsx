import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon-shapes'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { isThread } from '@/domain/chat/thread'
import { useElderMode } from '@/features/elder/elder-mode'
import { choosePhotos } from '@/platform/choose-photo'
import { hasTouch } from '@/platform/has-touch'
import type { Recording } from '@/platform/recorder'
import { hasBegunCall, withCall, type Called } from './calls'
import { draftOf, keepDraft } from './drafts'
import { MembersSheet } from './members-sheet'
import { Answering, type Quoted } from './quote'
import { TalkButton } from './talk-button'
import type { Sending } from './use-sending'
import styles from './composer.module.scss'

const longest = 1000
const photosAtOnce = 3

interface ComposerProps {
  groupPath: string
  sending: Sending
  /** What I am answering to. */
  quote: Quoted | null
  onQuoteDone: () => void
  /** Opens the order form with what was typed; left out where that makes no sense. */
  onAsk?: (text: string) => void
  /** What else can be sent is shown. */
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

function Extra({ icon, words, onClick }: { icon: IconName; words: string; onClick: () => void }) {
  return (
    <Tap className={styles.extra} onClick={onClick}>
      <View className={styles.tile}>
        <Icon name={icon} size="large" colour="ink" />
      </View>
      <View>{words}</View>
    </Tap>
  )
}

/** Where one writes and speaks: the draft stays on the phone until it is sent. */
export function Composer({ groupPath, sending, quote, onQuoteDone, onAsk, isOpen, onOpen }: ComposerProps) {
  const isElder = useElderMode()
  const [text, setText] = useState(() => draftOf(groupPath).text)
  const [called, setCalled] = useState(() => draftOf(groupPath).called)
  const [isCalling, setIsCalling] = useState(false)
  const [isTalking, setIsTalking] = useState(false)
  // An order's thread is between a few, who all see what is new.
  const canCall = !isThread(groupPath)

  useEffect(() => keepDraft(groupPath, { text, called, quote }), [groupPath, text, called, quote])

  const write = (next: string): void => {
    if (canCall && hasBegunCall(text, next)) setIsCalling(true)
    setText(next)
  }
  const send = (): void => {
    if (text.trim() === '') return
    sending.sendText(text.trim(), { replyTo: quote, called })
    setText('')
    setCalled([])
    onQuoteDone()
  }
  const choose = (one: Called): void => {
    setCalled([...called, one])
    setIsCalling(false)
    setText(withCall(text, one).slice(0, longest))
  }
  const addPhotos = async (): Promise<void> => {
    const paths = await choosePhotos(photosAtOnce)
    if (paths.length === 0) return
    onOpen(false)
    // The first of them is the answer.
    paths.forEach((path, index) => sending.sendPhoto(path, index === 0 ? quote : null))
    onQuoteDone()
  }
  const addVoice = (recording: Recording): void => {
    sending.sendVoice(recording, quote)
    onQuoteDone()
  }

  return (
    <View className={styles.composer}>
      {quote && <Answering quote={quote} onDrop={onQuoteDone} />}
      <View className={styles.row}>
        <Tap
          className={styles.plus}
          label={isTalking ? chat.type : chat.talk}
          onClick={() => setIsTalking(!isTalking)}
        >
          <Icon name={isTalking ? 'write' : 'mic'} colour="ink" size="large" />
        </Tap>
        {isTalking ? (
          <TalkButton isTapped={isElder || !hasTouch()} onVoice={addVoice} />
        ) : (
          <Input
            className={styles.field}
            value={text}
            placeholder={chat.field}
            placeholderClass={styles.placeholder}
            aria-label={chat.field}
            maxlength={longest}
            confirmType="send"
            confirmHold
            cursorSpacing={16}
            onInput={(event) => write(event.detail.value)}
            onFocus={() => onOpen(false)}
            onConfirm={send}
          />
        )}
        {!isTalking && text.trim() !== '' && (
          <PrimaryButton isCompact onClick={send}>
            {chat.send}
          </PrimaryButton>
        )}
        <Tap className={styles.plus} label={onAsk ? chat.plus : chat.photo} onClick={() => onOpen(!isOpen)}>
          <Icon name={isOpen ? 'close' : 'plus'} colour="ink" size="large" />
        </Tap>
      </View>
      {isOpen && (
        <View className={styles.panel}>
          <Extra icon="camera" words={chat.photo} onClick={() => void addPhotos()} />
          {onAsk && <Extra icon="hand" words={chat.ask} onClick={() => onAsk(text.trim())} />}
          {canCall && <Extra icon="people" words={chat.call} onClick={() => setIsCalling(true)} />}
        </View>
      )}
      {isCalling && (
        <MembersSheet groupPath={groupPath} onChoose={choose} onClose={() => setIsCalling(false)} />
      )}
    </View>
  )
}
