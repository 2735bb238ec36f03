import fc from '../../support/fast-check'
import {
  certificateCodeIn,
  certificateCodeSchema,
  newCertificateCode,
  spokenCode,
} from '@/domain/certificate/code'

it('a code of any random bytes is one that can be typed back as it is printed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 12, maxLength: 12 }), (bytes) => {
      let n = 0
      const code = newCertificateCode(() => bytes[n++] ?? 0)
      expect(certificateCodeSchema.parse(code)).toBe(code)
      expect(spokenCode(code)).toMatch(/^.{4}-.{4}-.{4}$/)
      expect(certificateCodeIn(spokenCode(code).toLowerCase())).toBe(code)
    }),
  )
})

it('every symbol is as likely as any other', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte += 1) {
    const [symbol = ''] = newCertificateCode(() => byte)
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
})

it.each([
  ['with spaces, small letters', '4f7k 9q2m xw03'],
  ['with dashes of any kind', '4F7K–9Q2M—XW03'],
  ['with letters for digits', '4F7K9Q2MXWO3'],
  ['in full width, as a Chinese keyboard writes', '４Ｆ７Ｋ－９Ｑ２Ｍ－ＸＷ０３'],
  ['as a scanned page', 'https://x.test/#/packages/record/pages/verify/index?scene=4F7K9Q2MXW03&x=1'],
  ['as the path that WeChat tells of a scan', 'packages/record/pages/verify/index.html?scene=4F7K9Q2MXW03'],
])('a code is understood %s', (_how, typed) => {
  expect(certificateCodeIn(typed)).toBe('4F7K9Q2MXW03')
})

it.each(['', '4F7K', '4F7K-9Q2M-XW0U', '4F7K-9Q2M-XW033', 'https://x.test/?scene=invite-building-4'])(
  'what can be no code is none: %s',
  (typed) => {
    expect(certificateCodeIn(typed)).toBeNull()
  },
)
