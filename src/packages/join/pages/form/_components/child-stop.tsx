import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { joiningWords } from '@/copy/join'
import { open, routes } from '@/routes'
import styles from './join-form.module.scss'

/** Under 14: a parent joins, and has the child registered; nothing has been sent. */
export const ChildStop = ({ onBack }: { onBack: () => void }) => (
  <Screen
    action={
      <View className={styles.buttons}>
        <QuietButton onClick={onBack}>{joiningWords.childBack}</QuietButton>
        <QuietButton onClick={() => open(routes.home)}>{joiningWords.lookAround}</QuietButton>
      </View>
    }
  >
    <View className={styles.headline}>{joiningWords.childTitle}</View>
    <EmptyState art="door" words={joiningWords.childWords} />
  </Screen>
)
