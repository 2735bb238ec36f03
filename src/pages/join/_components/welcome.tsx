import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { joinWords } from '@/copy/pages'
import { open, routes } from '@/routes'
import styles from './join.module.scss'

/** Joined: what happens next. */
export function Welcome({ name, areaName }: { name: string; areaName: string }) {
  return (
    <View>
      <View className={styles.headline}>{joinWords.doneTitle(name)}</View>
      <View className={styles.count}>{areaName}</View>
      <Card>
        <View>{joinWords.doneWords}</View>
        <View className={styles.meanwhile}>{joinWords.doneMeanwhile}</View>
      </Card>
      <QuietButton onClick={() => open(routes.chat)}>{joinWords.toChat}</QuietButton>
    </View>
  )
}
