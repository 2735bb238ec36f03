import { Popup } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { common } from '@/copy/common'
import { aria } from './aria'
import { Icon } from './icon'
import { Tap } from './tap'
import styles from './sheet.module.scss'

interface SheetProps {
  isOpen: boolean
  title: string
  onClose: () => void
}

/** The library's least height would leave a dark strip under a short sheet. */
const asHighAsItsWords = { minHeight: 0 }

/** A sheet from below, over a veil; a tap beside it closes it. */
export function Sheet({ isOpen, title, onClose, children }: PropsWithChildren<SheetProps>) {
  return (
    <Popup
      visible={isOpen}
      position="bottom"
      destroyOnClose
      lockScroll
      className={styles.popup}
      style={asHighAsItsWords}
      zIndex={600}
      onOverlayClick={() => {
        onClose()
        return true
      }}
    >
      <View className={styles.sheet} {...aria('dialog', title)}>
        <View className={styles.head}>
          <View className={styles.title}>{title}</View>
          <Tap className={styles.close} label={common.close} onClick={onClose}>
            <Icon name="close" />
          </Tap>
        </View>
        <View className={styles.body}>{children}</View>
      </View>
    </Popup>
  )
}
