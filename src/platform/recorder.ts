import Taro from '@tarojs/taro'

/** What was said: a file on this phone, and how long it is. */
export interface Recording {
  filePath: string
  seconds: number
  /** Loudness over time, 0–100; none where the phone does not tell. */
  peaks: number[]
}

export interface Recorder {
  /** Asks for the microphone where needed; rejects where it is refused. */
  start: () => Promise<void>
  /** Ends it; null where nothing was recorded. */
  stop: () => Promise<Recording | null>
}

/** The longest voice message, in seconds; then it ends by itself. */
export const longestVoice = 60

/**
 * Records through WeChat's own recorder, of which there is one. It tells nothing of how loud it was: its frames are
 * those of the file (`onFrameRecorded`), mp3 here, since what others play must be small; only a raw recording could be measured.
 */
export function createRecorder(): Recorder {
  const manager = Taro.getRecorderManager()
  let ended: Promise<Recording | null> = Promise.resolve(null)
  return {
    start: async () => {
      await Taro.authorize({ scope: 'scope.record' })
      ended = new Promise((resolve) => {
        manager.onStop(({ tempFilePath, duration }) =>
          resolve({ filePath: tempFilePath, seconds: duration / 1000, peaks: [] }),
        )
        manager.onError(() => resolve(null))
      })
      manager.start({
        duration: longestVoice * 1000,
        format: 'mp3',
        sampleRate: 16_000,
        encodeBitRate: 48_000,
      })
    },
    stop: () => {
      manager.stop()
      return ended
    },
  }
}
