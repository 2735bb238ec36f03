import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '@/components/aria'
import { chat } from '@/copy/chat'
import { callNumber } from '@/platform/call-number'
import { toast } from '@/platform/toast'
import { tokensOf, type Token } from './tokens'
import styles from './bubble.module.scss'

/** A mini program can't open an address: it is copied for where it can be. */
async function copyLink(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
  toast(chat.copyLink)
}

function Part({ token: { kind, text } }: { token: Token }) {
  if (kind === 'text') return <Text>{text}</Text>
  const isPhone = kind === 'phone'
  return (
    <Text
      className={styles.link}
      {...aria('link', isPhone ? chat.ring(text) : text)}
      onClick={() => void (isPhone ? callNumber(text.replace(/[ -]/g, '')) : copyLink(text))}
    >
      {text}
    </Text>
  )
}

/** What someone wrote; numbers can be called, addresses copied. */
export function MessageText({ text }: { text: string }) {
  const tokens = tokensOf(text)
  const isPlain = tokens.every(({ kind }) => kind === 'text')
  return (
    <Text className={styles.text} userSelect>
      {isPlain ? text : tokens.map((token, index) => <Part key={index} token={token} />)}
    </Text>
  )
}
