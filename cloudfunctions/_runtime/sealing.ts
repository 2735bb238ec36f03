import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { keyVariable, readKeyring, type Keyring } from './keyring'

const version = 'e1'
const ivBytes = 12
const tagBytes = 16
const cipher = 'aes-256-gcm'

/** A sealed value that can't be opened: changed, moved from elsewhere, or sealed by a key that is not in the list. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError'
}

/** Encrypts texts, and makes what they can be looked up by. The key is read when it is first needed. */
export interface Sealing {
  /**
   * `e1.<key id>.<base64url of iv, ciphertext and tag>`, another one each time.
   * @param place where the text stands; it opens nowhere else
   * @throws KeyError
   */
  sealText(text: string, place: string): string
  /**
   * The text again; what has no `e1.` before it was written before there was sealing, and stays as it is.
   * @throws KeyError, BrokenSealError
   */
  openText(text: string, place: string): string
  /**
   * The same 22 characters (of `idSchema`) for the same text: for ids and for equality. 128 bits of HMAC-SHA256.
   * @param purpose what it is for; the same text has another value elsewhere
   * @throws KeyError
   */
  blind(purpose: string, text: string): string
}

/** Seals with what `read` answers: the value of the environment variable. */
export function sealingWith(read: () => string | undefined): Sealing {
  let kept: Keyring | undefined
  const keyring = (): Keyring => (kept ??= readKeyring(read()))
  return {
    sealText: (text, place) => seal(keyring(), text, place),
    openText: (text, place) => (text.startsWith(`${version}.`) ? open(keyring(), text, place) : text),
    blind: (purpose, text) => {
      const hmac = createHmac('sha256', keyring().blinding)
        .update(JSON.stringify([purpose, text]))
        .digest()
      return hmac.subarray(0, 16).toString('base64url')
    },
  }
}

/** With the key of this function's environment. */
export const sealing = sealingWith(() => process.env[keyVariable])
export const { blind } = sealing

function seal({ newest }: Keyring, text: string, place: string): string {
  const iv = randomBytes(ivBytes)
  const encrypting = createCipheriv(cipher, newest.bytes, iv).setAAD(Buffer.from(place))
  const parts = [iv, encrypting.update(text, 'utf8'), encrypting.final(), encrypting.getAuthTag()]
  return `${version}.${newest.id}.${Buffer.concat(parts).toString('base64url')}`
}

function open({ byId }: Keyring, text: string, place: string): string {
  const [, id = '', body = ''] = text.split('.')
  const key = byId.get(id)
  if (!key) throw new BrokenSealError(`${place}: sealed by a key that is not in ${keyVariable}`)
  const bytes = Buffer.from(body, 'base64url')
  if (bytes.length < ivBytes + tagBytes) throw new BrokenSealError(`${place}: cut short`)
  const decrypting = createDecipheriv(cipher, key.bytes, bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-tagBytes))
  try {
    const opened = [decrypting.update(bytes.subarray(ivBytes, -tagBytes)), decrypting.final()]
    return Buffer.concat(opened).toString('utf8')
  } catch {
    throw new BrokenSealError(`${place}: changed, or from elsewhere`)
  }
}
