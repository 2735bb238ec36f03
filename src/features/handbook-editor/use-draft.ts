import { useState } from 'react'

export interface Draft<T> {
  value: T
  change: (fields: Partial<T>) => void
  /** Whether others have saved since I began: not at all, something else, or the very thing that I am changing. */
  meanwhile: 'none' | 'elsewhere' | 'here'
  /** Gives up what I wrote, for what stands there now. */
  takeTheirs: () => void
  /** What I wrote has been saved, as this version. */
  settle: (version: number) => void
  /** Another one whenever the fields are to begin anew. */
  key: number
}

interface Begun<T> {
  from: T
  version: number
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * A copy of an entry to write in. It stays as it is when the handbook changes under it: `current` and `version` are
 * those of now, and only tell what has happened meanwhile.
 */
export function useDraft<T extends object>(current: T, version: number): Draft<T> {
  const [begun, setBegun] = useState<Begun<T>>({ from: current, version })
  const [value, setValue] = useState(current)
  const [key, setKey] = useState(0)
  const elsewhere = begun.version === version ? 'none' : 'elsewhere'
  return {
    value,
    change: (fields) => setValue((now) => ({ ...now, ...fields })),
    meanwhile:
      isSame(begun.from, current) || isSame(value, current) || begun.version === version ? elsewhere : 'here',
    takeTheirs: () => {
      setBegun({ from: current, version })
      setValue(current)
      setKey(key + 1)
    },
    settle: (saved) => setBegun({ from: value, version: saved }),
    key,
  }
}
