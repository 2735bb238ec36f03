import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { deskWords } from '@/copy/dispatch'
import { mostCredited } from '@/domain/order/hours'
import styles from './sheets.module.scss'

const steps = [-30, -5, 5, 30] as const

interface MinutesStepperProps {
  value: number
  /** No more than this. */
  most?: number
  onChange: (minutes: number) => void
}

/** Minutes, by fives and by half hours. */
export function MinutesStepper({ value, most = mostCredited, onChange }: MinutesStepperProps) {
  const to = (step: number): number => Math.min(most, Math.max(0, value + step))
  const button = (step: number) => (
    <QuietButton
      key={step}
      isDisabled={to(step) === value}
      label={deskWords.minutesStep(step)}
      onClick={() => onChange(to(step))}
    >
      {step > 0 ? `+${step}` : `−${-step}`}
    </QuietButton>
  )
  return (
    <View className={styles.stepper}>
      <View className={styles.minutes}>{deskWords.minutes(value)}</View>
      {steps.map(button)}
    </View>
  )
}
