import { newId } from '@/domain/shared/ids'

interface BytesSource {
  getRandomValues?: (bytes: Uint8Array) => unknown
}

/** Strong bytes where the platform gives them at once; WeChat's own source is asynchronous and not worth a wait. */
function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  const source: BytesSource | undefined = typeof crypto === 'undefined' ? undefined : crypto
  if (source?.getRandomValues) {
    source.getRandomValues(bytes)
    return bytes
  }
  return bytes.map(() => Math.floor(Math.random() * 256))
}

/** A new id for a request or a file. */
export function randomId(): string {
  const bytes = randomBytes(22)
  let next = 0
  return newId(() => bytes[next++] ?? 0)
}
