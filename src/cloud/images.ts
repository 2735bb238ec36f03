import { useEffect, useState } from 'react'
import { cloud } from './provider'

const known = new Map<string, string>()

async function resolve(fileIds: readonly string[]): Promise<void> {
  const missing = fileIds.filter((id) => !known.has(id))
  if (missing.length === 0) return
  const client = await cloud()
  for (const [id, address] of await client.resolveFiles(missing)) known.set(id, address)
}

/** Addresses of stored pictures for `<Image src>`, in the order of `fileIds`; '' until known, or where unknown. */
export function useImageAddresses(fileIds: readonly string[]): string[] {
  const [, setTick] = useState(0)
  const key = fileIds.join(' ')
  useEffect(() => {
    let isGone = false
    const ids = key === '' ? [] : key.split(' ')
    resolve(ids)
      .then(() => !isGone && setTick((tick) => tick + 1))
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [key])
  return fileIds.map((id) => (id.startsWith('cloud://') ? (known.get(id) ?? '') : id))
}
