import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { VoiceRecorder } from '@/components/voice-recorder'
import { homeWords } from '@/copy/pages'
import { useElderMode } from '@/features/elder/elder-mode'
import { open, routes } from '@/routes'
import styles from './ask-card.module.scss'

/** "Need help?": say it, or write a sentence. */
export function AskCard() {
  const isElder = useElderMode()
  const [text, setText] = useState('')
  const go = (): void => {
    open(routes.orderNew({ text: text.trim() }))
    setText('')
  }
  return (
    <View className={isElder ? styles.elder : ''}>
      <Card>
        <View className={styles.title}>{homeWords.askTitle}</View>
        <View className={styles.voice}>
          <VoiceRecorder voice={null} onChange={(voice) => voice && open(routes.orderNew({ voice }))} />
        </View>
        <View className={styles.row}>
          <Input
            id="ask"
            className={styles.input}
            aria-label={homeWords.askTitle}
            value={text}
            maxlength={500}
            placeholder={homeWords.askPlaceholder}
            placeholderClass={styles.placeholder}
            confirmType="go"
            onInput={(event) => setText(event.detail.value)}
            onConfirm={go}
          />
          <View className={styles.go}>
            <PrimaryButton isCompact={!isElder} onClick={go}>
              {homeWords.ask}
            </PrimaryButton>
          </View>
        </View>
      </Card>
    </View>
  )
}
