import { placeListWords as words } from '@/copy/place-list'
import {
  coreOf,
  isSameName,
  numberIn,
  orderOf,
  properName,
  segmentOf,
  type NumberedLevel,
} from '@/domain/place/naming'

const segments: [NumberedLevel, name: string, segment: string][] = [
  ['building', '4栋', 'b4'],
  ['building', '12幢', 'b12'],
  ['building', '3号楼', 'b3'],
  ['building', '04座', 'b4'],
  ['building', '三号楼', 'b3'],
  ['building', '二十一栋', 'b21'],
  ['building', 'A座', 'ba'],
  ['building', 'Ａ３栋', 'ba3'],
  ['building', '12-1栋', 'b12-1'],
  ['building', '翠竹轩', 'x1'],
  ['building', '东4栋', 'x1'],
  ['unit', '2单元', 'u2'],
  ['unit', '东单元', 'x1'],
  ['grid', '3号微网格', 'g-3'],
  ['grid', '1-5层', 'g-x1'],
]
test.each(segments)('%s %s stands in paths as %s', (level, name, segment) => {
  expect(segmentOf(level, name, new Set(), words)).toBe(segment)
})

test('a part that is taken is never given twice', () => {
  expect(segmentOf('building', '翠竹轩', new Set(['x1', 'x2']), words)).toBe('x3')
  expect(segmentOf('building', '4栋', new Set(['b4']), words)).toBe('x1')
})

test('an estate writes one building in several ways, and two never in one', () => {
  for (const name of ['4栋', '4幢', '04栋', '４号楼', '四栋', '4'])
    expect(isSameName('building', '4栋', name, words)).toBe(true)
  for (const name of ['14栋', 'A4栋', '东4栋', '4-1栋'])
    expect(isSameName('building', '4栋', name, words)).toBe(false)
  expect(coreOf('grid', '网格', words)).toBeNull()
})

test('a bare number gets the word that its siblings have', () => {
  expect(properName('building', '4', ['1幢', '2幢'], words)).toBe('4幢')
  expect(properName('building', '4', [], words)).toBe('4栋')
  expect(properName('building', '翠竹轩', ['1幢'], words)).toBe('翠竹轩')
})

test('2栋 comes before 10栋, letters behind numbers, other names last', () => {
  const names = ['翠竹轩', 'B座', '10栋', 'A2座', 'A10座', '2栋', '12-1栋', '12栋', '三栋']
  const order = (name: string): number => orderOf('building', name, words)
  expect([...names].sort((one, other) => order(one) - order(other))).toEqual([
    '2栋',
    '三栋',
    '10栋',
    '12栋',
    '12-1栋',
    'A2座',
    'A10座',
    'B座',
    '翠竹轩',
  ])
})

test('numbers in letters', () => {
  const read = (text: string) => numberIn(text, words.digits)
  expect(['零', '三', '十', '十二', '二十', '九十九'].map(read)).toEqual([0, 3, 10, 12, 20, 99])
  expect(['', '百', '三四', '十十', '三二十'].map(read)).toEqual([null, null, null, null, null])
})
