import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import type { Address } from './outgoing'
import styles from './quote.module.scss'

export type Quoted = NonNullable<Address['replyTo']>

/** What a message answers to, in a line; a tap goes there. */
export function Quote({ quote, onClick }: { quote: Quoted; onClick?: () => void }) {
  const words = <View className={styles.words}>{chat.quote(quote.name, quote.excerpt)}</View>
  if (!onClick) return <View className={styles.quote}>{words}</View>
  return (
    <Tap className={styles.quote} label={chat.seeQuoted(quote.name)} onClick={onClick}>
      {words}
    </Tap>
  )
}

/** Over the field: what I am about to answer to. */
export function Answering({ quote, onDrop }: { quote: Quoted; onDrop: () => void }) {
  return (
    <View className={styles.answering}>
      <View className={styles.words}>{chat.quote(chat.answering(quote.name), quote.excerpt)}</View>
      <Tap className={styles.drop} label={chat.dropQuote} onClick={onDrop}>
        <Icon name="close" size="small" />
      </Tap>
    </View>
  )
}
