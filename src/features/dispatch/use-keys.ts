export interface DeskKeys {
  onNext: () => void
  onPrevious: () => void
  onEnter: () => void
}

/** A mini program has no keyboard to speak of; see `use-keys.h5.ts`. */
export function useKeys(_keys: DeskKeys, _isEnabled: boolean): void {}
