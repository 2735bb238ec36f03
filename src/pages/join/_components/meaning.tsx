import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { landingWords } from '@/copy/join'
import styles from './join.module.scss'

/** What others will see of me, and what I can do. */
export const Meaning = () => (
  <View>
    <Card>
      <View className={styles.heading}>{landingWords.seenTitle}</View>
      {landingWords.seen.map(({ who, words }) => (
        <View key={who} className={styles.seen}>
          <View className={styles.who}>{who}</View>
          <View>{words}</View>
        </View>
      ))}
    </Card>
    <Card>
      <View className={styles.heading}>{landingWords.meaningTitle}</View>
      {landingWords.meaning.map((line) => (
        <View key={line} className={styles.line}>
          <Icon name="check" colour="jade" />
          <View className={styles.words}>{line}</View>
        </View>
      ))}
    </Card>
  </View>
)
