import { asking } from '@/copy/asking'
import type { SaidBody } from '@/domain/chat/schema'
import { inboxKindOf, isQuestion } from '@/domain/inbox/question'

it.each([
  '快递放哪里？',
  '今天停水吗',
  '今天停水吗～',
  '请问物业电话是多少',
  '谁家有梯子借一下',
  '电梯坏了怎么办',
  '能不能轻一点',
  '几点来电',
  '有没有人看到我的猫',
  'is it open?',
])('asks: %s', (text) => expect(isQuestion(text, asking)).toBe(true))

it.each(['大家早上好', '谢谢周组长', '收到', '快递在门卫', '好的', '？', '吗', ' ? '])(
  'asks nothing: %s',
  (text) => expect(isQuestion(text, asking)).toBe(false),
)

const text = (words: string) => ({ kind: 'text', text: words }) as const
const voice: SaidBody = { kind: 'voice', fileId: 'cloud://test/voice.mp3', seconds: 3, peaks: [] }
const image = { kind: 'image', fileId: 'cloud://test/leak.jpg' } as const
const neighbour = { asking, isCall: false, isTheirs: false }

it('whoever calls one of those who look after the group waits, question or not', () => {
  for (const body of [text('麻烦看一下'), text('几点来？'), voice, image])
    expect(inboxKindOf(body, { ...neighbour, isCall: true })).toBe('mention')
  expect(inboxKindOf(text('几点来？'), neighbour)).toBe('question')
  expect(inboxKindOf(text('收到'), neighbour)).toBeNull()
})

it('what is said aloud is listened to, whatever it says; a picture that answers nobody asks nothing', () => {
  expect(inboxKindOf(voice, neighbour)).toBe('question')
  expect(inboxKindOf(image, neighbour)).toBeNull()
})

it('those who look after the group ask each other by name alone', () => {
  const theirs = { ...neighbour, isTheirs: true }
  for (const body of [text('几点来？'), voice, image]) expect(inboxKindOf(body, theirs)).toBeNull()
  expect(inboxKindOf(text('您那边怎么样'), { ...theirs, isCall: true })).toBe('mention')
})
