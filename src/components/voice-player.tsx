import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState, type PropsWithChildren } from 'react'
import { useFileAddresses } from '@/cloud/files'
import { voiceWords } from '@/copy/voice'
import type { Voice } from '@/domain/shared/contact'
import { Icon } from './icon'
import { Tap } from './tap'
import styles from './voice.module.scss'

interface VoicePlayerProps {
  /** `seconds`: null where nobody noted how long it is. */
  voice: Pick<Voice, 'fileId'> & { seconds: number | null }
  onPlay?: () => void
}

/** A voice to listen to: a tap plays it, another stops it. What is given to it stands before its length. */
export function VoicePlayer({ voice, onPlay, children }: PropsWithChildren<VoicePlayerProps>) {
  const seconds = voice.seconds === null ? null : Math.round(voice.seconds)
  const [address = ''] = useFileAddresses([voice.fileId])
  const [isPlaying, setPlaying] = useState(false)
  const audio = useRef<Taro.InnerAudioContext | null>(null)
  useEffect(() => () => audio.current?.destroy(), [])

  const toggle = (): void => {
    if (isPlaying) {
      audio.current?.stop()
      setPlaying(false)
      return
    }
    audio.current?.destroy()
    const context = Taro.createInnerAudioContext()
    audio.current = context
    context.src = address
    context.onEnded(() => setPlaying(false))
    context.onError(() => setPlaying(false))
    context.play()
    setPlaying(true)
    onPlay?.()
  }

  return (
    <Tap
      className={styles.player}
      label={seconds === null ? voiceWords.listenTo : voiceWords.listen(seconds)}
      isDisabled={address === ''}
      onClick={toggle}
    >
      <Icon name={isPlaying ? 'stop' : 'play'} size="small" colour="vest" />
      {children}
      <View>{seconds === null ? voiceWords.listenTo : voiceWords.seconds(seconds)}</View>
    </Tap>
  )
}
