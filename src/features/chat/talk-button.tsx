import { View, type ITouchEvent, type ViewProps } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { chat } from '@/copy/chat'
import { voiceWords } from '@/copy/voice'
import { createRecorder, longestVoice, type Recorder, type Recording } from '@/platform/recorder'
import { toast } from '@/platform/toast'
import styles from './composer.module.scss'

/** Shorter than this was a slip of the finger, in seconds. */
const shortest = 0.6
/** So far up, the finger means to let it be, in px. */
const letGoAt = 80

type State = 'idle' | 'holding' | 'lettingGo'
/** Taro types touches as plain events. */
const heightOf = (event: unknown): number => (event as ITouchEvent).touches[0]?.clientY ?? 0

/** Seconds that have been recorded; `onLongest` once that is as long as a voice may be. */
function useSeconds(isRunning: boolean, onLongest: () => void): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!isRunning) return
    const startedAt = Date.now()
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - startedAt) / 1000)), 500)
    return () => {
      clearInterval(timer)
      setSeconds(0)
    }
  }, [isRunning])
  useEffect(() => {
    if (seconds >= longestVoice) onLongest()
  })
  return Math.min(seconds, longestVoice)
}

interface TalkButtonProps {
  onVoice: (recording: Recording) => void
  /** One tap begins, one tap sends: easier on old hands than holding. */
  isTapped: boolean
}

/** Where one speaks: held down while speaking; upwards lets it be. */
export function TalkButton({ onVoice, isTapped }: TalkButtonProps) {
  const recorder = useRef<Recorder | null>(null)
  const [state, setState] = useState<State>('idle')
  const startedFrom = useRef(0)
  /** Held down; the microphone may open after the finger has gone. */
  const isHeld = useRef(false)
  useEffect(() => () => void recorder.current?.stop(), [])

  const start = async (): Promise<void> => {
    recorder.current ??= createRecorder()
    isHeld.current = true
    try {
      await recorder.current.start()
      if (isHeld.current) return setState('holding')
      await recorder.current.stop()
    } catch {
      isHeld.current = false
      toast(voiceWords.refused)
    }
  }
  const end = async (isWanted: boolean): Promise<void> => {
    isHeld.current = false
    if (state === 'idle') return
    setState('idle')
    const recording = await recorder.current?.stop()
    if (!isWanted) return
    if (!recording || recording.seconds < shortest) toast(voiceWords.tooShort)
    else onVoice({ ...recording, seconds: Math.min(longestVoice, recording.seconds) })
  }

  const isLive = state !== 'idle'
  const seconds = useSeconds(isLive, () => void end(true))
  const holding: ViewProps = {
    onTouchStart: (event) => {
      startedFrom.current = heightOf(event)
      void start()
    },
    onTouchMove: (event) => {
      if (isLive) setState(startedFrom.current - heightOf(event) > letGoAt ? 'lettingGo' : 'holding')
    },
    onTouchEnd: () => void end(state !== 'lettingGo'),
    onTouchCancel: () => void end(false),
  }
  const tapping: ViewProps = { onClick: () => void (isLive ? end(true) : start()) }
  const idle = isTapped ? chat.tapToTalk : chat.hold
  const live = isTapped ? chat.tapToSend(seconds) : chat.holding(seconds)
  const words = state === 'idle' ? idle : state === 'lettingGo' ? chat.letGo : live
  return (
    <View
      className={classNames(styles.talk, isLive && styles.live)}
      {...aria('button', words)}
      {...(isTapped ? tapping : holding)}
    >
      {words}
    </View>
  )
}
