import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { sosWords } from '@/copy/order-form'
import type { HandbookView } from '@/domain/handbook/contract'
import { CallRow } from './call-row'
import { sosLines } from './emergency'
import styles from './handbook.module.scss'

/** Always in the same corner: whom to call when it can't wait. One tap opens, one calls. */
export function SosButton({ handbook }: { handbook: HandbookView | null }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View>
      <Tap id="sos" className={styles.sos} label={sosWords.title} onClick={() => setOpen(true)}>
        <Icon name="siren" size="large" colour="ink" />
        <View className={styles.sosName}>{sosWords.button}</View>
      </Tap>
      <Sheet isOpen={isOpen} title={sosWords.title} onClose={() => setOpen(false)}>
        <View className={styles.lead}>{sosWords.lead}</View>
        {sosLines(handbook).map((line) => (
          <CallRow key={line.number} {...line} />
        ))}
      </Sheet>
    </View>
  )
}
