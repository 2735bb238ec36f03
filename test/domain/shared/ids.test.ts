import fc from '../../support/fast-check'
import { invitationCodeSchema } from '@/domain/invitation/schema'
import { idSchema, newId } from '@/domain/shared/ids'

const bytes = fc.infiniteStream(fc.integer({ min: 0, max: 255 }))
const from = (stream: Iterator<number>) => () => Number(stream.next().value)

describe('ids', () => {
  it('a new one is valid whatever the bytes, and fits into the scene of a QR code', () => {
    fc.assert(
      fc.property(bytes, (stream) => {
        const id = newId(from(stream))
        expect(id).toHaveLength(22)
        expect(idSchema.safeParse(id).success).toBe(true)
        expect(invitationCodeSchema.safeParse(id).success).toBe(true)
      }),
    )
  })

  it('every byte counts: each of the 64 signs stands for as many bytes', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const sign = newId(() => byte).charAt(0)
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect(counts.size).toBe(64)
    expect(new Set(counts.values())).toEqual(new Set([4]))
  })

  it.each([
    ['seven signs', 'a'.repeat(7)],
    ['sixty-five signs', 'a'.repeat(65)],
    ['a slash', 'abcdefg/h'],
    ['a dot', '../../etc'],
    ['a dollar', '$where-id'],
    ['a space', 'abcd efgh'],
    ['a line end', 'abcdefgh\n'],
    ['Chinese', '一二三四五六七八'],
    ['an object', { $ne: null }],
    ['nothing', null],
  ])('not one: %s', (_why, id) => {
    expect(idSchema.safeParse(id).success).toBe(false)
  })

  it.each(['a'.repeat(8), 'a'.repeat(32), 'A_z-0_9-'])('one: %s', (id) => {
    expect(idSchema.safeParse(id).success).toBe(true)
  })
})

describe('invitation codes', () => {
  it.each([
    ['eight signs', 'a'.repeat(8), true],
    ['thirty-two signs', 'a'.repeat(32), true],
    ['thirty-three signs', 'a'.repeat(33), false],
    ['seven signs', 'a'.repeat(7), false],
    ['a scene that is still encoded', 'code%3Dabcdefgh', false],
  ])('%s', (_what, code, expected) => {
    expect(invitationCodeSchema.safeParse(code).success).toBe(expected)
  })
})
