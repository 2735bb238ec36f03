import { useEffect, useState } from 'react'
import { cloud } from './provider'

/** The local cloud's links are good for two hours; they are asked for anew well before. */
const goodFor = 90 * 60_000
const known = new Map<string, { address: string; at: number }>()
const isGood = (id: string): boolean => Date.now() - (known.get(id)?.at ?? 0) < goodFor

async function resolve(fileIds: readonly string[]): Promise<void> {
  const missing = fileIds.filter((id) => !isGood(id))
  if (missing.length === 0) return
  const client = await cloud()
  const at = Date.now()
  for (const [id, address] of await client.resolveFiles(missing)) known.set(id, { address, at })
}

/** Addresses of stored pictures and voices, in the order of `fileIds`; '' until known, or where unknown. */
export function useFileAddresses(fileIds: readonly string[]): string[] {
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
  return fileIds.map((id) => (id.startsWith('cloud://') ? (known.get(id)?.address ?? '') : id))
}
