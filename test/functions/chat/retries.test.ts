import type { ActionName, CallInput } from '@/domain/contracts'
import { breakages, breakNetwork } from '../../support/broken-network'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { house, voicesOf, volunteersOf } from './_support/house'

const test = useTestCloud(house())
const { as, heard } = voicesOf(test)
const groupPath = places.building4
const text = { kind: 'text', text: '谁家的猫' } as const

const rows: [ActionName, object][] = [
  ['chat.send', { body: text, replyTo: 1, mentionIds: ['leader-zhou'], mentionsAll: true }],
  ['chat.recall', { seq: 2 }],
  ['chat.thumb', { seq: 1, isOn: true }],
  ['chat.forward', { seq: 1, toGroupPath: volunteersOf }],
  ['chat.prefer', { isMuted: true }],
  ['chat.markRead', { seq: 2 }],
]

beforeEach(async () => {
  const sentAt = test.cloud.clock.now()
  const common = { groupPath, sentAt }
  await test.cloud.database.insert('messages', [
    aMessage({ ...common, _id: 'message-of-li', seq: 1 }),
    aMessage({ ...common, _id: 'message-of-staff', seq: 2, authorId: 'staff-chen', authorName: '陈社工' }),
  ])
})

/** Everything that is kept, without the moment at which it was written. */
const kept = async () => {
  const [messages, marks] = await Promise.all([
    test.cloud.database.find('messages', {}, { sort: { groupPath: 1, seq: 1 } }),
    test.cloud.database.find('readMarks', {}),
  ])
  return { messages: messages.map((message) => ({ ...message, sentAt: 0 })), marks }
}

describe.each(rows)('%s', (action, rest) => {
  const input = { groupPath, ...rest } as unknown as CallInput<typeof action>

  it('the same request twice at once is done once', async () => {
    const requestId = nextRequestId()
    const call = () => as('staff').call(action, input, requestId)
    await Promise.all([call(), call()])
    const once = await kept()
    await call()
    expect(await kept()).toEqual(once)
    const seqs = (await heard('staff', groupPath, { after: 0 })).map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  })

  it.each(breakages)('wherever the network breaks (%s), a retry ends as if it had not', async (breakage) => {
    const requestId = nextRequestId()
    await as('staff').call(action, input, requestId)
    const whole = await kept()
    for (let nth = 1; nth <= 12; nth += 1) {
      await test.cloud.database.remove('messages', { _id: { $nin: ['message-of-li', 'message-of-staff'] } })
      await test.cloud.database.update('messages', {}, { $set: { state: 'normal', thumbs: [] } })
      await test.cloud.database.remove('readMarks', {})
      const mend = breakNetwork(test, breakage, (asked) => asked === nth)
      await as('staff').code(action, input, requestId)
      mend()
      expect(await as('staff').code(action, input, requestId)).toBe('ok')
      expect(await kept()).toEqual(whole)
    }
  })
})
