import fc from '../support/fast-check'
import { fireEvent, render, screen } from '@testing-library/react'
import { chat } from '@/copy/chat'
import { callsOf, hasBegunCall, withCall } from '@/features/chat/calls'
import { MessageText } from '@/features/chat/message-text'
import { folded, tokensOf } from '@/features/chat/tokens'
import { barsOf } from '@/features/chat/voice-bubble'

const tapped = (text: string): string[] =>
  tokensOf(text).flatMap(({ kind, text: words }) => (kind === 'text' ? [] : [`${kind} ${words}`]))

describe('what can be tapped in words', () => {
  test.each([
    ['打我电话13812345678，随时', ['phone 13812345678']],
    ['138-1234-5678 或 138 1234 5678', ['phone 138-1234-5678', 'phone 138 1234 5678']],
    ['物业 010-62345678', ['phone 010-62345678']],
    ['客服400-820-8820转1', ['phone 400-820-8820']],
    ['投诉打12345', ['phone 12345']],
    ['有人晕倒，快打120！', ['phone 120']],
    ['一共120元，110平', []],
    ['订单号202511221381234567890', []],
    ['卡号6222138123456789012', []],
    ['看 https://example.com/a?b=1&c=2。', ['link https://example.com/a?b=1&c=2']],
    ['(见http://example.com/x).', ['link http://example.com/x']],
    ['www.example.com，电话13812345678', ['link www.example.com', 'phone 13812345678']],
    ['https://example.com/13812345678', ['link https://example.com/13812345678']],
    ['https://没有地址', []],
  ])('%s', (text, expected) => {
    expect(tapped(text)).toEqual(expected)
  })

  test('nothing is lost or added, whatever was written', () => {
    const word = fc.oneof(
      fc.constantFrom('13812345678', 'https://a.cn/b', 'www.', '打120', '010-62345678', ' ', '。', '@'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('')
        const tokens = tokensOf(text)
        expect(tokens.map((token) => token.text).join('')).toBe(text)
        expect(tokens.every((token) => token.text !== '')).toBe(true)
      }),
    )
  })
})

describe('what is very long', () => {
  const shownOf = (text: string): string =>
    folded(tokensOf(text))
      .map((token) => token.text)
      .join('')

  test('shows its beginning; what is short stands whole', () => {
    expect(shownOf('停'.repeat(1000))).toBe(`${'停'.repeat(160)}…`)
    expect(shownOf('停'.repeat(200))).toBe('停'.repeat(200))
  })

  test('no number is cut in two, and no sign', () => {
    expect(shownOf(`${'停'.repeat(155)}13812345678${'水'.repeat(80)}`)).toBe(`${'停'.repeat(155)}…`)
    expect(shownOf(`停${'😀'.repeat(200)}`)).toBe(`停${'😀'.repeat(79)}…`)
  })

  test('many numbers in few words are long too', () => {
    expect(folded(tokensOf('13812345678、'.repeat(15))).length).toBeLessThan(10)
  })

  test('is unfolded with a tap, and folded again', async () => {
    render(<MessageText text={'停'.repeat(1000)} />)
    fireEvent.click(screen.getByText(chat.unfoldText))
    expect(await screen.findByText('停'.repeat(1000))).toBeVisible()
    fireEvent.click(screen.getByText(chat.foldText))
    expect(screen.queryByText('停'.repeat(1000))).toBeNull()
  })
})

describe('calling by name', () => {
  const wang = { userId: 'resident-wang', name: '老王' }
  const everyone = { userId: null, name: '所有人' }

  test('an @ begins it, an address of mail does not', () => {
    expect(hasBegunCall('你好', '你好@')).toBe(true)
    expect(hasBegunCall('li', 'li@')).toBe(false)
    expect(hasBegunCall('@老王 ', '@老王')).toBe(false)
  })

  test('the name takes the place of the @ that was typed', () => {
    expect(withCall('问问@', wang)).toBe('问问@老王 ')
    expect(withCall('问问@ 行不行', wang)).toBe('问问@老王  行不行')
    expect(withCall('问问', wang)).toBe('问问@老王 ')
  })

  test('a name that was rubbed out again is no call', () => {
    expect(callsOf('@老王 在吗', [wang, wang])).toEqual({ mentionIds: ['resident-wang'], mentionsAll: false })
    expect(callsOf('在吗', [wang, everyone])).toEqual({ mentionIds: [], mentionsAll: false })
    expect(callsOf('@所有人 停水', [everyone])).toEqual({ mentionIds: [], mentionsAll: true })
  })
})

test('a voice is drawn as loud as it was; evenly where nobody measured', () => {
  expect(new Set(barsOf([]))).toEqual(new Set([40]))
  const bars = barsOf(Array.from({ length: 60 }, (_, index) => (index === 59 ? 100 : 5)))
  expect(bars).toHaveLength(24)
  expect(bars[23]).toBe(100)
})
