import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon-shapes'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { choosePhotos } from '@/platform/choose-photo'
import { draftOf, keepDraft } from './drafts'
import styles from './composer.module.scss'

const longest = 1000
const photosAtOnce = 3

interface ComposerProps {
  groupPath: string
  onText: (text: string) => void
  onPhoto: (filePath: string) => void
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

/** Where one writes: the draft stays on the phone until it is sent. */
export function Composer({ groupPath, onText, onPhoto, onAsk, isOpen, onOpen }: ComposerProps) {
  const [text, setText] = useState(() => draftOf(groupPath))

  const write = (next: string): void => {
    setText(next)
    keepDraft(groupPath, next)
  }
  const send = (): void => {
    if (text.trim() === '') return
    onText(text.trim())
    write('')
  }
  const addPhotos = async (): Promise<void> => {
    const paths = await choosePhotos(photosAtOnce)
    if (paths.length > 0) onOpen(false)
    paths.forEach(onPhoto)
  }

  return (
    <View className={styles.composer}>
      <View className={styles.row}>
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
        {text.trim() !== '' && (
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
        </View>
      )}
    </View>
  )
}
