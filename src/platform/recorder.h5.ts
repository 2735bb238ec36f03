import type { Recorder, Recording } from './recorder'

export const longestVoice = 60

/** As in `recorder.ts`, with the browser's own. */
export function createRecorder(): Recorder {
  let recorder: MediaRecorder | null = null
  let startedAt = 0
  let ended: Promise<Recording | null> = Promise.resolve(null)
  return {
    start: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const parts: Blob[] = []
      const started = new MediaRecorder(stream)
      recorder = started
      startedAt = Date.now()
      ended = new Promise((resolve) => {
        started.ondataavailable = ({ data }) => parts.push(data)
        started.onstop = () => {
          stream.getTracks().forEach((track) => track.stop())
          const filePath = URL.createObjectURL(new Blob(parts, { type: started.mimeType }))
          resolve({ filePath, seconds: Math.min(longestVoice, (Date.now() - startedAt) / 1000) })
        }
      })
      started.start()
    },
    stop: () => {
      if (recorder?.state === 'recording') recorder.stop()
      return ended
    },
  }
}
