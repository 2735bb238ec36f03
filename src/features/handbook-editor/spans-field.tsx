import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Field } from '@/components/field'
import { officeWords as words } from '@/copy/handbook'
import type { Calendar } from '@/domain/shared/calendar'
import { ClockField } from './clock-field'
import styles from './editor.module.scss'

interface SpansFieldProps {
  spans: Calendar['hours']
  onChange: (spans: Calendar['hours']) => void
}

/** From when to when the office works, in one or several parts of the day. */
export function SpansField({ spans, onChange }: SpansFieldProps) {
  const put = (at: number, fields: Partial<Calendar['hours'][number]>): void =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...fields } : span)))
  return (
    <Field label={words.hours} hint={words.hoursHint}>
      {spans.map(({ from, to }, at) => (
        <View key={`${at} of ${spans.length}`} className={styles.span}>
          <View className={styles.pair}>
            <View className={styles.half}>
              <ClockField
                label={`${words.span(at + 1)}${words.from}`}
                value={from}
                onChange={(minutes) => put(at, { from: minutes })}
              />
            </View>
            <View className={styles.half}>
              <ClockField label={words.to} value={to} onChange={(minutes) => put(at, { to: minutes })} />
            </View>
          </View>
          {spans.length > 1 && (
            <QuietButton
              isCompact
              label={`${words.removeSpan}：${words.span(at + 1)}`}
              onClick={() => onChange(spans.filter((_, index) => index !== at))}
            >
              {words.removeSpan}
            </QuietButton>
          )}
        </View>
      ))}
      {spans.length < 4 && (
        <QuietButton isCompact onClick={() => onChange([...spans, nextSpan(spans)])}>
          {words.addSpan}
        </QuietButton>
      )}
    </Field>
  )
}

/** Two hours after the last, or the morning. */
function nextSpan(spans: Calendar['hours']): Calendar['hours'][number] {
  const end = spans[spans.length - 1]?.to ?? 420
  const from = Math.min(end + 60, 1380)
  return { from, to: Math.min(from + 120, 1440) }
}
