import type { TestCloud } from './test-cloud'

/** How a request comes to nothing: before it took effect, or its answer on the way back. */
export const breakages = ['failRate', 'failAfterRate'] as const
export type Breakage = (typeof breakages)[number]

/**
 * Breaks the functions' own network: of their requests to the cloud those come to nothing that `isBroken` picks by
 * number, counted from 1. Answers how to mend it.
 */
export function breakNetwork(
  { cloud: { faults } }: TestCloud,
  breakage: Breakage,
  isBroken: (nth: number) => boolean,
): () => void {
  let asked = 0
  faults.scope = 'functions'
  Object.defineProperty(faults, breakage, {
    configurable: true,
    enumerable: true,
    get: () => (isBroken((asked += 1)) ? 1 : 0),
  })
  return () => {
    Object.defineProperty(faults, breakage, {
      configurable: true,
      enumerable: true,
      writable: true,
      value: 0,
    })
    faults.scope = 'clients'
  }
}
