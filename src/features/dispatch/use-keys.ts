/** What each key does, by its small letter: `j`, `enter`. */
export type DeskKeys = Readonly<Record<string, () => void>>

/** A mini program has no keyboard to speak of; see `use-keys.h5.ts`. */
export function useKeys(_keys: DeskKeys): void {}
