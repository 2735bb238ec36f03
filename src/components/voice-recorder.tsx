import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { uploadVoice } from '@/cloud/upload'
import { voiceWords } from '@/copy/voice'
import type { Voice } from '@/domain/shared/contact'
import { createRecorder, longestVoice, type Recorder } from '@/platform/recorder'
import { toast } from '@/platform/toast'
import { aria } from './aria'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Tap } from './tap'
import { VoicePlayer } from './voice-player'
import styles from './voice.module.scss'

interface VoiceRecorderProps {
  voice: Voice | null
  onChange: (voice: Voice | null) => void
}

/** Shorter than this was a slip of the finger. */
const shortest = 0.6

type State = 'idle' | 'recording' | 'sending'

/** Seconds since the recording began (null: none is running); ends it at the longest. */
function useSeconds(startedAt: number | null, onLongest: () => void): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (startedAt === null) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [startedAt])
  const seconds = startedAt === null ? 0 : Math.max(0, Math.floor((now - startedAt) / 1000))
  useEffect(() => {
    if (seconds >= longestVoice) onLongest()
  })
  return seconds
}

/** One tap begins, one tap ends: easier on old hands than holding. What was said can be heard and said anew. */
export function VoiceRecorder({ voice, onChange }: VoiceRecorderProps) {
  const recorder = useRef<Recorder | null>(null)
  const [state, setState] = useState<State>('idle')
  const [startedAt, setStartedAt] = useState<number | null>(null)

  const start = async (): Promise<void> => {
    recorder.current ??= createRecorder()
    try {
      await recorder.current.start()
      setStartedAt(Date.now())
      setState('recording')
    } catch {
      toast(voiceWords.refused)
    }
  }

  const stop = async (): Promise<void> => {
    setStartedAt(null)
    setState('sending')
    try {
      const recording = await recorder.current?.stop()
      if (!recording || recording.seconds < shortest) toast(voiceWords.tooShort)
      else
        onChange({
          fileId: await uploadVoice(recording.filePath),
          seconds: Math.min(longestVoice, recording.seconds),
        })
    } catch {
      toast(voiceWords.lost)
    }
    setState('idle')
  }

  const seconds = useSeconds(startedAt, () => void stop())
  if (voice) {
    return (
      <View className={styles.row}>
        <VoicePlayer voice={voice} />
        <Tap className={styles.again} label={voiceWords.again} onClick={() => onChange(null)}>
          {voiceWords.again}
        </Tap>
      </View>
    )
  }
  const words =
    state === 'recording'
      ? voiceWords.stop(seconds)
      : state === 'sending'
        ? voiceWords.sending
        : voiceWords.start
  return (
    <View
      className={classNames(styles.recorder, state === 'recording' && styles.live)}
      {...aria('button', words)}
      onClick={() => void (state === 'recording' ? stop() : state === 'idle' ? start() : undefined)}
    >
      <Icon name={state === 'recording' ? 'stop' : 'mic'} colour={state === 'recording' ? 'white' : 'vest'} />
      <View>{words}</View>
    </View>
  )
}
