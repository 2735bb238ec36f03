import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { landingWords } from '@/copy/join'
import { callNumber } from '@/platform/call-number'
import type { Look } from './landing'
import styles from './join.module.scss'

/** A number stays on one line, hyphens and all. */
const unbroken = (phone: string): string => phone.replace(/-/g, '\u2011').replace(/ /g, '\u00a0')

/** Whom to ask: the office, at a tap; nothing where none is known. */
export function OfficeLine({ look: { office } }: { look: Pick<Look, 'office'> }) {
  if (!office) return null
  return (
    <View className={styles.office}>
      <QuietButton onClick={() => callNumber(office.phone)}>
        {`${landingWords.askOffice(office.name)} ${unbroken(office.phone)}`}
      </QuietButton>
    </View>
  )
}
