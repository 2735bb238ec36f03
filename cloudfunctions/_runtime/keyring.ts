import { createHash, hkdfSync } from 'node:crypto'

/** The environment variable with the key: base64 of 32 bytes, or several of them with commas, the newest first. */
export const keyVariable = 'JIAMENKOU_KEY'

/** The environment has no key, or not a key: nothing personal can be read or written. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

/** What is derived from one key. */
interface SealKey {
  /** Tells which key sealed a value; 8 characters of base64url. */
  readonly id: string
  readonly bytes: Buffer
}

/** What sealing and blinding work with. */
export interface Keyring {
  /** The first of the keys seals. */
  readonly newest: SealKey
  /** All of them open. */
  readonly byId: ReadonlyMap<string, SealKey>
  /** Of the last key, so that what is looked up by it stays where it is when a new key comes to the front. */
  readonly blinding: Buffer
}

/**
 * Reads what the variable holds.
 * @throws KeyError in words for whoever deploys; they name no part of the key
 */
export function readKeyring(text: string | undefined): Keyring {
  const keys = (text ?? '').split(',').map((part) => part.trim())
  const [first] = keys
  const last = keys[keys.length - 1]
  if (!first || !last) throw new KeyError(`${keyVariable} is not set: see "The key" in README.md`)
  const sealKeys = keys.map((key, n) => sealKeyOf(decode(key, n)))
  const [newest] = sealKeys
  if (!newest) throw new KeyError(`${keyVariable} holds no key`)
  return {
    newest,
    byId: new Map(sealKeys.map((key) => [key.id, key])),
    blinding: derive(decode(last, keys.length - 1), 'blind'),
  }
}

function decode(key: string, n: number): Buffer {
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length === 32 && bytes.toString('base64') === key) return bytes
  throw new KeyError(`${keyVariable}: key ${n + 1} is not base64 of 32 bytes (openssl rand -base64 32)`)
}

function sealKeyOf(key: Buffer): SealKey {
  const bytes = derive(key, 'seal')
  return { id: createHash('sha256').update(derive(key, 'id')).digest('base64url').slice(0, 8), bytes }
}

const derive = (key: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `jiamenkou ${use}`, 32))
