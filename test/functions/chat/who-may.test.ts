import type { ActionName } from '@/domain/contracts'
import { threadOf } from '@/domain/chat/thread'
import { aMessage } from '../../support/factories/message'
import { anOrder, aTaker } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { useTestCloud } from '../../support/test-cloud'
import { grid, house, parts, staffOf, voicesOf, volunteersOf, who, type Who } from './_support/house'

const test = useTestCloud(house())
const { as, heard, say } = voicesOf(test)

const everybody = (Object.keys(who) as Who[]).filter((name) => name !== 'newcomer')
const thread = threadOf('order-talk-1')

/** By hand: who reads each kind of group. */
const readers: [kind: string, groupPath: string, readers: Who[]][] = [
  [
    'building',
    places.building4,
    ['li', 'unconfirmed', 'stairwell', 'gridMember', 'leader', 'gridLeader', 'staff'],
  ],
  ['stairwell', places.unit, ['stairwell', 'leader', 'staff']],
  ['micro-grid', grid, ['gridMember', 'leader', 'gridLeader', 'staff']],
  ['volunteers', volunteersOf, ['volunteer', 'second', 'staff']],
  ['staff', staffOf, ['staff', 'gridWorker']],
  ['thread', thread, ['li', 'volunteer', 'staff']],
]
const elsewhere = { building: places.building5, circle: `volunteers:${places.otherCommunity}` }

beforeEach(async () => {
  await test.cloud.database.insert('areas', parts)
  await test.cloud.database.insert('orders', [
    anOrder({
      _id: 'order-talk-1',
      status: 'accepted',
      takers: [aTaker({ userId: 'volunteer-wang', name: '王师傅' })],
    }),
  ])
  await test.cloud.database.insert(
    'messages',
    readers.map(([kind, groupPath]) =>
      aMessage({ _id: `first-of-${kind}`, groupPath, authorId: 'somebody-else' }),
    ),
  )
})

const requests: [ActionName, object][] = [
  ['chat.history', {}],
  ['chat.get', { seqs: [1] }],
  ['chat.send', { body: { kind: 'text', text: '在吗' } }],
  ['chat.thumb', { seq: 1, isOn: true }],
  ['chat.prefer', { isMuted: true }],
  ['chat.markRead', { seq: 1 }],
]

describe.each(readers)('the group of a %s', (kind, groupPath, mayRead) => {
  it.each(requests)('%s: for those who read it, and nobody else', async (action, input) => {
    const codes = await Promise.all(
      everybody.map(async (name) => [name, await as(name).code(action, { groupPath, ...input } as never)]),
    )
    const expected = everybody.map((name) => [name, mayRead.includes(name) ? 'ok' : 'Forbidden'])
    expect(codes).toEqual(expected)
  })

  it('members are listed to those who read it; an order’s are on the order', async () => {
    const codes = await Promise.all(everybody.map((name) => as(name).code('chat.members', { groupPath })))
    const isThread = kind === 'thread'
    expect(codes).toEqual(everybody.map((name) => (mayRead.includes(name) && !isThread ? 'ok' : 'Forbidden')))
  })

  it('what others said is nobody’s to take back', async () => {
    for (const name of mayRead)
      expect(await as(name).code('chat.recall', { groupPath, seq: 1 })).toBe('Forbidden')
  })

  it('one without an account is asked to sign in', async () => {
    expect(await as('newcomer').code('chat.history', { groupPath })).toBe('NotSignedIn')
  })
})

it('forwarding: who reads both; out of an order’s thread nothing is carried', async () => {
  const carry = (name: Who, groupPath: string, toGroupPath: string) =>
    as(name).code('chat.forward', { groupPath, toGroupPath, seq: 1 })
  expect(await carry('staff', places.building4, staffOf)).toBe('ok')
  expect(await carry('li', places.building4, thread)).toBe('ok')
  expect(await carry('li', places.building4, places.unit)).toBe('Forbidden')
  expect(await carry('li', places.unit, places.building4)).toBe('Forbidden')
  expect(await carry('neighbour', places.building4, elsewhere.building)).toBe('Forbidden')
  expect(await carry('staff', thread, places.building4)).toBe('Forbidden')
})

it('forwarding: where it comes from is told only to those who read there too', async () => {
  await as('staff').call('chat.forward', { groupPath: staffOf, toGroupPath: places.building4, seq: 1 })
  const [last] = (await heard('staff')).slice(-1)
  expect(last).toMatchObject({ authorName: '陈社工', forwardedFrom: staffOf })
  expect((await heard('li')).at(-1)?.forwardedFrom).toBeNull()
  expect(JSON.stringify(await heard('li'))).not.toContain('staff:')
})

it('volunteer of another community: has a circle of their own, and reads no other', async () => {
  expect(await as('otherVolunteer').code('chat.history', { groupPath: elsewhere.circle })).toBe('ok')
  expect(await as('volunteer').code('chat.history', { groupPath: elsewhere.circle })).toBe('Forbidden')
})

it.each([
  ['li', places.building4, 'Forbidden'],
  ['gridLeader', places.building4, 'ok'],
  ['leader', places.building4, 'ok'],
  ['staff', places.building4, 'ok'],
  ['volunteer', volunteersOf, 'Forbidden'],
  ['staff', volunteersOf, 'ok'],
  ['gridWorker', staffOf, 'Forbidden'],
  ['staff', thread, 'Forbidden'],
] as const)('%s: calling everyone in %s is answered %s', async (name, groupPath, expected) => {
  const input = { groupPath, body: { kind: 'text', text: '都来' }, mentionsAll: true } as const
  expect(await as(name).code('chat.send', input)).toBe(expected)
})

it('calls reach those who read the group; others are left out of them', async () => {
  const mentionIds = ['leader-zhou', 'resident-five', 'moved-away', 'nobody-at-all']
  const message = await say('li', '周组长在吗', places.building4, { mentionIds })
  expect(message.mentionNames).toEqual(['周组长'])
  const [forLeader] = (await heard('leader')).slice(-1)
  expect(forLeader).toMatchObject({ mentionsMe: true })
  expect(JSON.stringify(forLeader)).not.toMatch(/leader-zhou|resident-li|resident-five|callsIds|namedIds/)
})

it('unconfirmed: sees the names that everybody shows in the group, and no more of anyone', async () => {
  const { items } = await as('unconfirmed').call('chat.members', { groupPath: places.building4 })
  expect(items.map(({ nickname }) => nickname).sort()).toEqual(
    ['二单元的', '新来的', '李阿姨', '网格里的'].sort(),
  )
  expect([...new Set(items.flatMap((item) => Object.keys(item)))].sort()).toEqual(
    ['avatarFileId', 'isMe', 'nickname', 'title', 'userId'].sort(),
  )
})

it('members are found by how their names begin, in circles too', async () => {
  const find = async (name: Who, groupPath: string, search: string) =>
    (await as(name).call('chat.members', { groupPath, search })).items.map(({ nickname }) => nickname)
  expect(await find('li', places.building4, '二单')).toEqual(['二单元的'])
  expect((await find('volunteer', volunteersOf, '')).sort()).toEqual(['王师傅', '赵姐', '陈社工'].sort())
  expect(await find('staff', staffOf, '网格')).toEqual(['网格员'])
})
