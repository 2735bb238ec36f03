import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { landingWords } from '@/copy/join'
import { open, routes } from '@/routes'
import { lastInvitation } from './last-invitation'
import styles from './back-to-invitation.module.scss'

/** The way back for whoever only looked around; nothing where no code was scanned. */
export function BackToInvitation() {
  const [last, setLast] = useState(lastInvitation)
  useDidShow(() => setLast(lastInvitation()))
  if (!last) return null
  return (
    <Card onClick={() => open(routes.join(last.code))}>
      <View className={styles.row}>
        <Icon name="door" colour="vest" />
        <View className={styles.words}>{landingWords.back(last.areaName)}</View>
        <Icon name="next" />
      </View>
    </Card>
  )
}
