import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { privacyWords } from '@/copy/join'
import { hasGuide, openGuide } from '@/platform/privacy'
import { AgreeButton } from './agree-button'
import styles from './privacy-sheet.module.scss'

interface PrivacySheetProps {
  onAgree: () => void
  onRefuse: () => void
}

/** Before anything personal is asked: what it is for; a no is fine, and one may go on looking. Mount it to open it. */
export function PrivacySheet({ onAgree, onRefuse }: PrivacySheetProps) {
  return (
    <Sheet isOpen title={privacyWords.title} onClose={onRefuse}>
      {privacyWords.points.map((words) => (
        <View key={words} className={styles.point}>
          <Icon name="check" colour="jade" />
          <View className={styles.words}>{words}</View>
        </View>
      ))}
      {hasGuide && (
        <Tap className={styles.full} role="link" onClick={openGuide}>
          {privacyWords.full}
        </Tap>
      )}
      <View className={styles.buttons}>
        <AgreeButton onAgree={onAgree}>{privacyWords.agree}</AgreeButton>
        <QuietButton onClick={onRefuse}>{privacyWords.refuse}</QuietButton>
      </View>
    </Sheet>
  )
}
