import type { Recorder } from './recorder'

/** Resolves when the check gives something; looks again whenever the screen or the records change. */
export function waitUntil<T>(
  check: () => T | undefined | false | null,
  options: { recorder: Recorder; document: Document; timeoutMs: number; describe: () => string },
): Promise<T> {
  const first = check()
  if (first) return Promise.resolve(first)
  const { recorder, document, timeoutMs, describe } = options
  const { MutationObserver } = document.defaultView as unknown as {
    MutationObserver: typeof globalThis.MutationObserver
  }
  return new Promise<T>((resolve, reject) => {
    const look = () => {
      const result = check()
      if (result) finish(() => resolve(result))
    }
    const observer = new MutationObserver(look)
    const unsubscribe = recorder.onChange(() => queueMicrotask(look))
    const timer = setTimeout(() => finish(() => reject(new Error(describe()))), timeoutMs)
    const finish = (end: () => void) => {
      clearTimeout(timer)
      unsubscribe()
      observer.disconnect()
      end()
    }
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}

/** Lets everything that is already due run: promises, `setTimeout(0)`, React's batches. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0))
}
