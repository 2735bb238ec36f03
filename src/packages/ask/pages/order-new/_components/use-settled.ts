import { useEffect, useState } from 'react'

/** Someone still writes: half a word may mean anything. */
const patience = 500

/** A value once it has not changed for a moment; at first at once. `settle` doesn't wait. */
export function useSettled(value: string): { settled: string; settle: () => void } {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (value === settled) return
    const timer = setTimeout(() => setSettled(value), patience)
    return () => clearTimeout(timer)
  }, [value, settled])
  return { settled, settle: () => setSettled(value) }
}
