import * as z from 'zod'

/**
 * Digits and letters without I, L, O and U, so that none is taken for another, read aloud or by eye.
 * @see https://www.crockford.com/base32.html
 */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const group = /.{4}/g

/** The code of a certificate, without hyphens: 60 random bits. */
export const certificateCodeSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)

/** @param randomByte answers 0–255, each as likely */
export const newCertificateCode = (randomByte: () => number): string =>
  Array.from({ length: 12 }, () => symbols.charAt(randomByte() & 31)).join('')

/** As it is printed and read aloud: 4F7K-9Q2M-XW03. */
export const spokenCode = (code: string): string => (code.match(group) ?? []).join('-')

/** Full-width letters and digits as ordinary ones. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/**
 * The code that someone typed or scanned: small letters, spaces, hyphens, full-width forms, and letters that look
 * like digits are all understood. A scanned page carries it as `scene`. Null where it can be no code.
 */
export function certificateCodeIn(text: string): string | null {
  const scene = /[?&]scene=([^&#]+)/.exec(text)?.[1] ?? text
  const typed = narrow(scene)
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return certificateCodeSchema.safeParse(typed).success ? typed : null
}
