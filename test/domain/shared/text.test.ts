import { lineSchema, plainName } from '@/domain/shared/text'

const takes = (text: string): boolean => lineSchema(1, 20).safeParse(text).success

it.each([
  ['a plain name', '林国强', true],
  ['a family of emoji, which are joined by what cannot be seen', '👨\u200d👩\u200d👧', true],
  ['nothing that can be seen', '\u200b\u200d', false],
  ['two lines', '小林\n社区公告', false],
  ['words that turn what follows them around', '小林\u202e', false],
  ['an isolate that is never closed', '\u2067小林', false],
])('a line: %s', (_what, text, expected) => {
  expect(takes(text)).toBe(expected)
})

it.each([
  ['spaces', '林 国强'],
  ['what cannot be seen', '林\u200b国\u2060强'],
])('a name is the same with %s in it', (_what, name) => {
  expect(plainName(name)).toBe('林国强')
})

it('a name is the same in wide and in large letters', () => {
  expect(plainName('Ｌｉｎ')).toBe(plainName('LIN'))
})
