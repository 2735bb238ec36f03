import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { inkColours, pictureOf } from '@/components/icon-shapes'
import { VoicePlayer } from '@/components/voice-player'
import { chat } from '@/copy/chat'
import { isPlayed, notePlayed } from './played'
import styles from './voice-bubble.module.scss'

const bars = 24
/** Where the phone did not measure how loud it was. */
const even = 40

/** So many bars as there is room for, each as high as the loudest it stands for. */
export function barsOf(peaks: readonly number[]): number[] {
  if (peaks.length === 0) return Array.from({ length: bars }, () => even)
  const count = Math.min(bars, peaks.length)
  return Array.from({ length: count }, (_, bar) =>
    Math.max(
      ...peaks.slice(Math.floor((bar * peaks.length) / count), Math.ceil(((bar + 1) * peaks.length) / count)),
    ),
  )
}

/** One drawing rather than two dozen elements: what goes to the screen with every line has to stay small. */
const waveOf = (peaks: readonly number[]): string => {
  const lines = barsOf(peaks).map((loud, bar) => {
    const height = Math.max(2, Math.round(loud / 5))
    return `M${bar * 4 + 2} ${10 - height / 2}v${height}`
  })
  return pictureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 20" stroke="${inkColours.vest}" stroke-width="2"><path d="${lines.join('')}"/></svg>`,
  )
}

interface VoiceBubbleProps {
  fileId: string
  seconds: number
  peaks: readonly number[]
  /** Somebody else's, to be marked until it has been listened to. */
  messageId?: string
}

/** A voice in the chat: play it, see how long it is, and whether one has heard it. */
export function VoiceBubble({ fileId, seconds, peaks, messageId }: VoiceBubbleProps) {
  const [isNew, setIsNew] = useState(() => messageId !== undefined && !isPlayed(messageId))
  const onPlay = (): void => {
    if (messageId) notePlayed(messageId)
    setIsNew(false)
  }
  return (
    <View className={styles.voice}>
      <VoicePlayer voice={{ fileId, seconds }} onPlay={onPlay}>
        <View className={styles.wave} aria-hidden style={{ backgroundImage: `url("${waveOf(peaks)}")` }} />
      </VoicePlayer>
      {isNew && <View className={styles.dot} {...aria('status', chat.notHeard)} />}
    </View>
  )
}
