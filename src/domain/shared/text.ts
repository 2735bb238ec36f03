import * as z from 'zod'

// Control characters but for tab and line breaks; written as code points, since old phones know no \p{…}.
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
const invisible = /[\s\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g

const isPrintable = (text: string): boolean => !control.test(text)
const isVisible = (text: string): boolean => text.replace(invisible, '') !== ''

/** Words that someone wrote, `min` to `max` characters once trimmed; where there must be any, one can be seen. */
export const textSchema = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(isPrintable)
    .refine((text) => min === 0 || isVisible(text))

/** The same on a single line; nothing in it turns the direction of what stands around it. */
export const lineSchema = (min: number, max: number) =>
  textSchema(min, max).refine((text) => !/[\r\n\t\u2028-\u202e\u2066-\u2069]/.test(text))

/** A name as names are compared, on the server: what cannot be seen, and how wide or large it is written, tells nobody apart. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(invisible, '').toLowerCase()
