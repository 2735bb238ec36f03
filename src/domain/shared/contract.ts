import type * as z from 'zod'
import type { ErrorCode } from './errors'

/**
 * What an action takes and gives; client, server and tests share it.
 * - `kind`: a `command` changes something and needs a request id; a `query` does not.
 * - `access`: `anyone` may call it before having an account; `account` needs one.
 * - `errors`: codes it may answer beside those that every action may (see `universalErrors`).
 */
export interface Contract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'query' | 'command'
  access: 'anyone' | 'account'
  input: I
  output: O
  errors: readonly ErrorCode[]
}

/** Codes that any action may answer. */
export const universalErrors = [
  'BadInput',
  'NotSignedIn',
  'Forbidden',
  'Offline',
  'Timeout',
  'Internal',
] as const satisfies readonly ErrorCode[]

/** Keeps the literal types of one context's contracts. */
export const defineContracts = <const T extends Record<string, Contract>>(contracts: T): T => contracts
