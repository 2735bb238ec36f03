import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import type { GroupDetail } from '@/domain/group/contract'
import { open, routes } from '@/routes'
import styles from './pins.module.scss'

/** What was decided, above the chatter: a line each; folded into one where they take too much room. */
export function Pins({ pins }: Pick<GroupDetail, 'pins'>) {
  const [isFolded, setFolded] = useState(false)
  if (pins.length === 0) return null
  const fold = isFolded ? chat.unfoldPins(pins.length) : chat.foldPins(pins.length)
  return (
    <View className={styles.pins}>
      <View className={styles.lines}>
        {isFolded ? (
          <View className={styles.folded}>{fold}</View>
        ) : (
          pins.map(({ topicId, title, decision }) => (
            <Tap
              key={topicId}
              className={styles.pin}
              label={chat.seePin(title, decision)}
              onClick={() => open(routes.topic(topicId))}
            >
              <Icon name="pin" size="small" colour="jade" />
              <View className={styles.words}>
                {title}：{decision}
              </View>
            </Tap>
          ))
        )}
      </View>
      <Tap className={styles.fold} label={fold} onClick={() => setFolded(!isFolded)}>
        <Icon name={isFolded ? 'down' : 'up'} size="small" colour="jade" />
      </Tap>
    </View>
  )
}
