const HAN = String.raw`\p{Script=Han}`
const TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const DAY = String.raw`\d{4}(年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日|-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])|/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])|\.(0?[1-9]|1[0-2])\.(0?[1-9]|[12]\d|3[01]))`

const spanOf = (moment: string): RegExp => new RegExp(`^${moment}(\\s*~\\s*${moment})?$`, 'u')
const matches =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value)
const atMost =
  (count: number) =>
  (value: string): boolean =>
    [...value].length <= count

/**
 * What the value of each kind of template field may be
 * (source: the WeChat docs, subscribeMessage.send, the table of parameter limits).
 */
const KINDS: Record<string, (value: string) => boolean> = {
  thing: atMost(20),
  number: matches(/^[+-]?\d{1,32}(\.\d{1,32})?$/),
  letter: matches(/^[A-Za-z]{1,32}$/),
  symbol: matches(/^[^\p{L}\p{N}\s]{1,5}$/u),
  character_string: matches(/^[\x20-\x7e]{1,32}$/),
  time: matches(spanOf(`(${DAY}\\s*)?${TIME}`)),
  date: matches(spanOf(`${DAY}(\\s*${TIME})?`)),
  amount: matches(/^\p{Sc}?\d{1,10}(\.\d+)?元?$/u),
  phone_number: matches(/^[\d+() -]{1,17}$/),
  car_number: matches(new RegExp(`^${HAN}?[A-Za-z0-9]{1,7}${HAN}?$`, 'u')),
  name: (value) => (new RegExp(HAN, 'u').test(value) ? atMost(10)(value) : matches(/^[^\d]{1,20}$/)(value)),
  phrase: matches(new RegExp(`^${HAN}{1,5}$`, 'u')),
  enum: () => true,
}

/**
 * Why a template field's value is refused: `is empty`, `invalid`, or null when it is fine. Fields are named by
 * their kind and a number: `thing1`, `character_string12`.
 */
export function faultOfField(field: string, value: unknown): 'is empty' | 'invalid' | null {
  const kind = /^([a-z_]+?)\d+$/.exec(field)?.[1] ?? ''
  const check = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (!check) return 'invalid'
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.trim() === '') return 'is empty'
  return check(text) ? null : 'invalid'
}
