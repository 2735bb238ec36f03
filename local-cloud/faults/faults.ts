/** The kinds of operation that faults can be dialled for. */
export const OPERATION_KINDS = ['database', 'function', 'storage', 'openapi'] as const

export type OperationKind = (typeof OPERATION_KINDS)[number]

/** Whose requests suffer: those of clients (`/web`, files), of functions' SDK (`/admin`), or both. */
export type FaultScope = 'clients' | 'functions' | 'everyone'

/** The fault dial's settings. All off by default; set any field at any time. Rates are shares from 0 to 1. */
export interface Faults {
  /** Added to each request, in ms. */
  latencyMs: number
  /** Added besides to requests of a kind, in ms: `{database: 40}`. */
  latencyMsByKind: Partial<Record<OperationKind, number>>
  /** Requests that fail before they take effect: SYS_ERR, errCode -501001. */
  failRate: number
  /** Requests that take effect, but whose answer is lost: SERVER_TIMEOUT, errCode -501002. */
  failAfterRate: number
  /** Requests that arrive twice, as when a network repeats them: both take effect, the second one answers. */
  duplicateRate: number
  scope: FaultScope
  /** Which requests suffer: the same seed and the same order of requests give the same faults. Setting it begins anew. */
  seed: number
}

/** A dial that is off. */
export const noFaults = (): Faults => ({
  latencyMs: 0,
  latencyMsByKind: {},
  failRate: 0,
  failAfterRate: 0,
  duplicateRate: 0,
  scope: 'clients',
  seed: 1,
})

/** The kind of a wire action: `database.getDocument`, `functions.invokeFunction`, …; client actions of ours are openapi. */
export function kindOfAction(action: string): OperationKind {
  const [room] = action.split('.')
  if (room === 'database' || room === 'storage') return room
  return room === 'functions' ? 'function' : 'openapi'
}
