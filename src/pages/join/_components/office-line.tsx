import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { landingWords } from '@/copy/join'
import { callNumber } from '@/platform/call-number'
import type { Look } from './landing'
import styles from './join.module.scss'

/** Whom to ask: the office, at a tap; nothing where none is known. */
export function OfficeLine({ look: { office } }: { look: Pick<Look, 'office'> }) {
  if (!office) return null
  return (
    <View className={styles.office}>
      <QuietButton onClick={() => callNumber(office.phone)}>
        {`${landingWords.askOffice(office.name)} ${office.phone}`}
      </QuietButton>
    </View>
  )
}
