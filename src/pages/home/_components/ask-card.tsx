import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { homeWords } from '@/copy/pages'
import { serviceNames } from '@/copy/services'
import { services } from '@/domain/order/services'
import { useElderMode } from '@/features/elder/elder-mode'
import { serviceIcons } from '@/features/order/service-icon'
import { open, routes } from '@/routes'
import styles from './ask-card.module.scss'

const usual = services.slice(0, 6)

/** "Need help?": a sentence to write, or one of the usual things. */
export function AskCard() {
  const isElder = useElderMode()
  const [text, setText] = useState('')
  const go = (): void => {
    open(routes.orderNew({ text: text.trim() }))
    setText('')
  }
  return (
    <View className={isElder ? styles.elder : ''}>
      <Card>
        <View className={styles.title}>{homeWords.askTitle}</View>
        <View className={styles.row}>
          <Input
            id="ask"
            className={styles.input}
            aria-label={homeWords.askTitle}
            value={text}
            maxlength={500}
            placeholder={homeWords.askPlaceholder}
            placeholderClass={styles.placeholder}
            confirmType="go"
            onInput={(event) => setText(event.detail.value)}
            onConfirm={go}
          />
          <View className={styles.go}>
            <PrimaryButton isCompact={!isElder} onClick={go}>
              {homeWords.ask}
            </PrimaryButton>
          </View>
        </View>
      </Card>
      <View className={styles.tiles}>
        {usual.map((service) => (
          <Tap
            key={service}
            className={styles.tile}
            label={serviceNames[service]}
            onClick={() => open(routes.orderNew({ service }))}
          >
            <Icon name={serviceIcons[service]} size="huge" colour="ink" />
            <View>{serviceNames[service]}</View>
          </Tap>
        ))}
      </View>
    </View>
  )
}
