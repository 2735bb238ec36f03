import { randomBytes } from 'node:crypto'
import fc from '../../support/fast-check'
import { idSchema } from '@/domain/shared/ids'
import { KeyError } from '../../../cloudfunctions/_runtime/keyring'
import { BrokenSealError, sealingWith, type Sealing } from '../../../cloudfunctions/_runtime/sealing'

const newKey = (): string => randomBytes(32).toString('base64')
const [first, second] = [newKey(), newKey()]
const withKeys = (...keys: string[]): Sealing => sealingWith(() => keys.join(','))
const sealing = withKeys(first)
const place = 'orders/contact.phone'
const cipherOf = (sealed: string): Buffer => Buffer.from(sealed.split('.')[2] ?? '', 'base64url')
const withCipher = (sealed: string, cipher: Buffer): string =>
  [...sealed.split('.').slice(0, 2), cipher.toString('base64url')].join('.')

describe('sealing', () => {
  it('any text comes out as it went in, and is nothing like it in between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealing.sealText(text, place)
        expect(sealed).toMatch(/^e1\.[\w-]{8}\.[\w-]{38,}$/)
        expect(sealing.openText(sealed, place)).toBe(text)
      }),
    )
  })

  it('a text that looks sealed is sealed like any other', () => {
    const lookalike = sealing.sealText('1502', place)
    expect(sealing.openText(sealing.sealText(lookalike, place), place)).toBe(lookalike)
  })

  it('the same text is never sealed the same way twice: equal flats can’t be told', () => {
    const sealed = Array.from({ length: 100 }, () => sealing.sealText('1502', place))
    expect(new Set(sealed.map((one) => cipherOf(one).toString('hex').slice(0, 24))).size).toBe(100)
    expect(new Set(sealed).size).toBe(100)
  })

  it('whichever bit is changed, it does not open', () => {
    const sealed = sealing.sealText('13812345678', place)
    fc.assert(
      fc.property(fc.nat(cipherOf(sealed).length * 8 - 1), (bit) => {
        const cipher = cipherOf(sealed)
        cipher.writeUInt8(cipher.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(() => sealing.openText(withCipher(sealed, cipher), place)).toThrow(BrokenSealError)
      }),
    )
  })

  it.each([27, 12, 1, 0])('cut to %i bytes, it does not open', (length) => {
    const sealed = sealing.sealText('1502', place)
    const cut = withCipher(sealed, cipherOf(sealed).subarray(0, length))
    expect(() => sealing.openText(cut, place)).toThrow(BrokenSealError)
  })

  it('moved to another field or collection, it does not open', () => {
    const sealed = sealing.sealText('1502', 'orders/contact.roomNumber')
    for (const elsewhere of ['orders/contact.access', 'series/contact.roomNumber'])
      expect(() => sealing.openText(sealed, elsewhere)).toThrow(BrokenSealError)
  })

  it('what was written before there was sealing passes as it is, with or without a key', () => {
    for (const text of ['1502', '13812345678', '门铃坏了，请敲门', ''])
      for (const any of [sealing, withKeys()]) expect(any.openText(text, place)).toBe(text)
  })
})

describe('keys', () => {
  it('rotation: the first seals, and the older ones still open', () => {
    const old = sealing.sealText('1502', place)
    const rotated = withKeys(second, first)
    const fresh = rotated.sealText('1502', place)
    expect(rotated.openText(old, place)).toBe('1502')
    expect(withKeys(second).openText(fresh, place)).toBe('1502')
    expect(() => sealing.openText(fresh, place)).toThrow(BrokenSealError)
  })

  it('a key that is not in the list: nothing opens, and the error holds nothing of it', () => {
    const sealed = sealing.sealText('1502', place)
    const error = (() => {
      try {
        return withKeys(second).openText(sealed, place)
      } catch (thrown) {
        return thrown as Error
      }
    })()
    expect(error).toBeInstanceOf(BrokenSealError)
    expect(JSON.stringify([error, (error as Error).message])).not.toMatch(/1502/)
    expect((error as Error).message).not.toContain(second.slice(0, 8))
  })

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['half a key', 'c2hvcnQ='],
    ['no base64', '你好'.repeat(22)],
    ['a key without its padding', first.slice(0, -1)],
    ['a list with a hole', `${first},,${second}`],
    ['a list with a bad end', `${first},x`],
  ])('%s: nothing is sealed, and the error says what to do', (_, text) => {
    const broken = sealingWith(() => text)
    for (const use of [() => broken.sealText('1502', place), () => broken.blind('flat', '1502')])
      expect(use).toThrow(KeyError)
    expect(() => broken.sealText('1502', place)).toThrow(/JIAMENKOU_KEY/)
  })

  it('blanks around the keys do not matter', () => {
    const spaced = sealingWith(() => ` ${second} , ${first}\n`)
    expect(spaced.openText(sealing.sealText('1502', place), place)).toBe('1502')
  })
})

describe('blind indexes', () => {
  it('are ids, the same for the same text, and tell texts and purposes apart', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(idSchema.parse(sealing.blind('flat', one))).toHaveLength(22)
        expect(withKeys(first).blind('flat', one)).toBe(sealing.blind('flat', one))
        expect(sealing.blind('flat', one) === sealing.blind('flat', other)).toBe(one === other)
        expect(sealing.blind('flat', one)).not.toBe(sealing.blind('name', one))
      }),
    )
  })

  it('purpose and text can’t be shifted into each other', () => {
    expect(sealing.blind('flat', '1502')).not.toBe(sealing.blind('flat1', '502'))
    expect(sealing.blind('a', 'b","c')).not.toBe(sealing.blind('a","b', 'c'))
  })

  it('depend on the key, and stay when a newer key comes to the front', () => {
    expect(withKeys(second).blind('flat', '1502')).not.toBe(sealing.blind('flat', '1502'))
    expect(withKeys(second, first).blind('flat', '1502')).toBe(sealing.blind('flat', '1502'))
  })
})

it('sealing what an order holds takes far less than a millisecond', () => {
  const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN
  const times = Array.from({ length: 500 }, () => {
    const startedAt = performance.now()
    for (const text of ['1502', '13812345678', '门铃坏了，请敲三下', '李奶奶'])
      sealing.openText(sealing.sealText(text, place), place)
    return performance.now() - startedAt
  })
  expect(median(times)).toBeLessThan(0.5)
})
