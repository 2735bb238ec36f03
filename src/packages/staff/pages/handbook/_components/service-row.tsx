import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { handbookWords as words } from '@/copy/handbook'
import type { Service } from '@/domain/handbook/schema'
import { serviceIcon } from '@/features/order/service-icon'
import styles from '../index.module.scss'

interface ServiceRowProps {
  service: Service
  isRunning: boolean
  onOpen: () => void
  onSwitch: () => void
}

/** One service of the handbook: a tap opens it, the button takes it out of use or back. */
export function ServiceRow({ service, isRunning, onOpen, onSwitch }: ServiceRowProps) {
  const { name, description, icon, isActive, guideId } = service
  const verb = isActive ? words.turnOff : words.turnOn
  const state = [isActive ? '' : words.off, guideId === null ? '' : words.someoneElses].filter(Boolean)
  return (
    <View className={styles.row}>
      <Tap className={styles.open} label={words.edit(name)} onClick={onOpen}>
        <Icon name={serviceIcon(icon)} colour={isActive ? 'vest' : 'ink-3'} size="large" />
        <View className={classNames(styles.words, !isActive && styles.off)}>
          <View className={styles.title}>{name}</View>
          <View className={styles.soft}>{[...state, description].filter(Boolean).join(' · ')}</View>
        </View>
      </Tap>
      <QuietButton isCompact isLoading={isRunning} label={`${verb}：${name}`} onClick={onSwitch}>
        {verb}
      </QuietButton>
    </View>
  )
}
