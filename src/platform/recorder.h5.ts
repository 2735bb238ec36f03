import type { Recorder, Recording } from './recorder'

export const longestVoice = 60

const bars = 30

/** How loud it was, from what was recorded. */
async function peaksOf(recorded: Blob): Promise<number[]> {
  const context = new AudioContext()
  try {
    const sound = await context.decodeAudioData(await recorded.arrayBuffer())
    const samples = sound.getChannelData(0)
    const width = Math.max(1, Math.floor(samples.length / bars))
    const loud = Array.from({ length: bars }, (_, bar) =>
      samples.slice(bar * width, (bar + 1) * width).reduce((most, one) => Math.max(most, Math.abs(one)), 0),
    )
    const loudest = Math.max(...loud, 0.01)
    return loud.map((one) => Math.round((one / loudest) * 100))
  } catch {
    return []
  } finally {
    void context.close()
  }
}

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
          const seconds = Math.min(longestVoice, (Date.now() - startedAt) / 1000)
          const recorded = new Blob(parts, { type: started.mimeType })
          void peaksOf(recorded).then((peaks) =>
            resolve({ filePath: URL.createObjectURL(recorded), seconds, peaks }),
          )
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
