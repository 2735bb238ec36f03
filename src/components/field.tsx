import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria'
import styles from './field.module.scss'

interface FieldProps {
  label: string
  hint?: string
  /** What is wrong and what to do. */
  error?: string
}

/** A question, what answers it, and a hint or what is wrong with the answer. */
export function Field({ label, hint, error, children }: PropsWithChildren<FieldProps>) {
  return (
    <View className={styles.field}>
      <View className={styles.label}>{label}</View>
      {children}
      {error ? (
        <View className={styles.error} {...aria('alert')}>
          {error}
        </View>
      ) : (
        hint && <View className={styles.hint}>{hint}</View>
      )}
    </View>
  )
}
