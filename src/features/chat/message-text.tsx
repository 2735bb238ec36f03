import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { callNumber } from '@/platform/call-number'
import { toast } from '@/platform/toast'
import { folded, tokensOf, type Token } from './tokens'
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

/** What someone wrote; numbers can be called, addresses copied; what is very long is unfolded with a tap. */
export function MessageText({ text }: { text: string }) {
  const [isUnfolded, setUnfolded] = useState(false)
  const whole = tokensOf(text)
  const shown = isUnfolded ? whole : folded(whole)
  const isPlain = shown.every(({ kind }) => kind === 'text')
  const words = (
    <Text className={styles.text} userSelect>
      {isPlain
        ? shown.map((token) => token.text).join('')
        : shown.map((token, index) => <Part key={index} token={token} />)}
    </Text>
  )
  if (!isUnfolded && shown === whole) return words
  return (
    <View>
      {words}
      <Tap className={styles.fold} onClick={() => setUnfolded(!isUnfolded)}>
        {isUnfolded ? chat.foldText : chat.unfoldText}
      </Tap>
    </View>
  )
}
