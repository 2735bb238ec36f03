import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Screen } from '@/components/screen'
import { aria } from '@/components/aria'
import { dangerWords } from '@/copy/danger'
import { dangerStopWords, sosWords } from '@/copy/order-form'
import type { HandbookView } from '@/domain/handbook/contract'
import type { Danger } from '@/domain/handbook/schema'
import { callNumber } from '@/platform/call-number'
import { CallRow } from './call-row'
import { linesFor, type EmergencyLine } from './emergency'
import styles from './handbook.module.scss'

interface DangerStopProps {
  dangers: readonly Danger[]
  handbook: HandbookView | null
  /** They have called, and still want to order. */
  onCalled: () => void
  /** It is not so: back to what was written. */
  onBack: () => void
}

const Steps = ({ danger }: { danger: Danger }) => (
  <View className={styles.danger}>
    <View className={styles.title}>{dangerWords[danger].title}</View>
    {dangerWords[danger].first.map((words, index) => (
      <View key={words} className={styles.step}>
        <View aria-hidden className={styles.count}>
          {index + 1}
        </View>
        <View className={styles.words}>{words}</View>
      </View>
    ))}
  </View>
)

/** The first to call, always in sight. */
const CallFirst = ({ name, number, hours }: EmergencyLine) => (
  <View>
    <View className={styles.callee}>{hours === '' ? name : `${name} · ${hours}`}</View>
    <PrimaryButton label={sosWords.call(name, number)} onClick={() => callNumber(number)}>
      {sosWords.callNow(number)}
    </PrimaryButton>
  </View>
)

/** Before any order: what to do at once and whom to call. Calm, in the whole width, nothing else beside it. */
export function DangerStop({ dangers, handbook, onCalled, onBack }: DangerStopProps) {
  const [first, ...others] = linesFor(dangers, handbook)
  return (
    <Screen action={first && <CallFirst {...first} />}>
      <View id="danger-stop" {...aria('alert')}>
        {dangers.map((danger) => (
          <Steps key={danger} danger={danger} />
        ))}
      </View>
      {others.map((line) => (
        <CallRow key={line.number} {...line} />
      ))}
      <View className={styles.stack}>
        <QuietButton onClick={onCalled}>{dangerStopWords.called}</QuietButton>
        <QuietButton onClick={onBack}>{dangerStopWords.back}</QuietButton>
      </View>
    </Screen>
  )
}
