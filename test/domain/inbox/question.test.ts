import { asking } from '@/copy/asking'
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

it('whoever calls one of those who look after the group waits, question or not', () => {
  expect(inboxKindOf('麻烦看一下', { asking, isCall: true })).toBe('mention')
  expect(inboxKindOf('几点来？', { asking, isCall: true })).toBe('mention')
  expect(inboxKindOf('几点来？', { asking, isCall: false })).toBe('question')
  expect(inboxKindOf('收到', { asking, isCall: false })).toBeNull()
})
