import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { useElderMode } from '@/features/elder/elder-mode'
import { classNames } from './class-names'
import { OfflineBar } from './offline-bar'
import styles from './screen.module.scss'

interface ScreenProps {
  /** Stays at the bottom: the one thing to do next. */
  action?: ReactNode
  /** As wide as the window: for the desk and the chat. */
  isWide?: boolean
  /** No padding of its own. */
  isFlush?: boolean
}

/** What every page is wrapped in: type size, offline bar, safe areas. */
export function Screen({ action, isWide, isFlush, children }: PropsWithChildren<ScreenProps>) {
  const isElder = useElderMode()
  return (
    <View className={classNames(styles.screen, isElder && 'elder')}>
      <OfflineBar />
      <View className={classNames(styles.content, isWide && styles.wide, isFlush && styles.flush)}>
        {children}
      </View>
      {action && (
        <View className={styles.action}>
          <View className={classNames(styles.actionInner, isWide && styles.wide)}>{action}</View>
        </View>
      )}
    </View>
  )
}
