import { nicknameSchema, roomNumberSchema } from '@/domain/account/schema'

describe('account: nickname', () => {
  it('is trimmed', () => {
    expect(nicknameSchema.parse('  李阿姨 ')).toBe('李阿姨')
  })

  it.each(['', '   ', '\u3000', 'x'.repeat(21), 7, null])('not: %p', (name) => {
    expect(nicknameSchema.safeParse(name).success).toBe(false)
  })
})

describe('account: a nickname is there to be seen, on one line', () => {
  it.each([
    ['a zero sign', '\u0000'],
    ['a line break inside', '李\n阿姨'],
    ['a zero-width space', '\u200b'],
  ])('not: %s', (_what, name) => {
    expect(nicknameSchema.safeParse(name).success).toBe(false)
  })
})

describe('account: room number', () => {
  it.each(['1502', '15-2', 'A302', ' 301 '])('%s', (room) => {
    expect(roomNumberSchema.parse(room)).toBe(room.trim())
  })

  it.each(['', '15 02', '１５０２', '四楼', '123456789', '1502/..', '15\n02'])('not: %p', (room) => {
    expect(roomNumberSchema.safeParse(room).success).toBe(false)
  })
})
