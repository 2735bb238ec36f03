import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { newcomerWords } from '@/copy/pages'
import { BackToInvitation } from '@/features/invitation/back-to-invitation'
import { scanAndJoin } from '@/features/invitation/scan-and-join'
import { invitationCodeIn } from '@/platform/invitation-code'
import { open, routes } from '@/routes'
import styles from './newcomer.module.scss'

function CodeSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const go = (): void => {
    const code = invitationCodeIn(text)
    setWrong(code === null)
    if (code === null) return
    onClose()
    open(routes.join(code))
  }
  return (
    <Sheet isOpen={isOpen} title={newcomerWords.typeCode} onClose={onClose}>
      <TextField
        id="invitation-code"
        label={newcomerWords.codeLabel}
        placeholder={newcomerWords.codePlaceholder}
        error={isWrong ? newcomerWords.codeWrong : undefined}
        value={text}
        onChange={setText}
      />
      <PrimaryButton isDisabled={text.trim() === ''} onClick={go}>
        {newcomerWords.go}
      </PrimaryButton>
    </Sheet>
  )
}

/** What this is, for someone who belongs nowhere yet. */
export const NewcomerGreeting = () => (
  <View>
    <View className={styles.title}>{newcomerWords.title}</View>
    <View className={styles.lead}>{newcomerWords.lead}</View>
  </View>
)

/** The way in, for someone who belongs nowhere yet. */
export function Newcomer() {
  const [isTyping, setTyping] = useState(false)
  return (
    <View>
      <Card>
        {newcomerWords.points.map(({ title, words }, index) => (
          <View key={title} className={styles.point}>
            <View aria-hidden className={styles.number}>
              {index + 1}
            </View>
            <View className={styles.text}>
              <View className={styles.name}>{title}</View>
              <View className={styles.words}>{words}</View>
            </View>
          </View>
        ))}
      </Card>
      <BackToInvitation />
      <PrimaryButton onClick={() => void scanAndJoin()}>{newcomerWords.scan}</PrimaryButton>
      <View className={styles.hint}>{newcomerWords.scanHint}</View>
      <QuietButton onClick={() => setTyping(true)}>{newcomerWords.typeCode}</QuietButton>
      <CodeSheet isOpen={isTyping} onClose={() => setTyping(false)} />
    </View>
  )
}
