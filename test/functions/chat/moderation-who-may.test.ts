import type { ModerationCase } from '@/domain/moderation/schema'
import { aGrant, aLeader } from '../../support/factories/account'
import { aCase } from '../../support/factories/case'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { useTestCloud } from '../../support/test-cloud'
import { grid, parts, volunteersOf, type Who } from './_support/house'
import { courtOf, moderatorsOf } from './_support/order-in-house'

const unitLeader = aLeader({
  _id: 'leader-of-unit',
  roles: [aGrant('microGridLeader', places.unit)],
})
const test = useTestCloud([...courtOf(), unitLeader])
const { as, codesOf } = moderatorsOf(test)
const groupPath = places.building4

const everybody: (Who | 'secondStaff' | 'street')[] = [
  ...(['li', 'neighbour', 'unconfirmed', 'former', 'stairwell', 'gridMember'] as const),
  ...(['volunteer', 'otherVolunteer', 'leader', 'gridLeader', 'otherLeader', 'gridWorker'] as const),
  ...(['staff', 'secondStaff', 'otherStaff', 'street', 'newcomer'] as const),
]
/** Li said it; where it was decided, the first of staff did. */
const begin = async (overrides: Partial<ModerationCase>): Promise<void> => {
  for (const name of ['cases', 'messages', 'groups']) await test.cloud.database.remove(name, {})
  const state = overrides.isRemoved ? 'removed' : 'normal'
  await test.cloud.database.insert('messages', [aMessage({ state })])
  await test.cloud.database.insert('cases', [aCase(overrides)])
}
const acted: Partial<ModerationCase> = {
  state: 'acted',
  isOpen: false,
  isRemoved: true,
  actedIds: ['staff-chen'],
}
const trail = () => [
  {
    ...{ id: 'deed-0001', at: test.cloud.clock.now(), event: 'removed' as const, note: '骂人' },
    by: { userId: 'staff-chen', name: '陈社工' },
  },
]
beforeEach(() => test.cloud.database.insert('areas', parts))

const others = (allowed: Record<string, string>) =>
  Object.fromEntries(
    everybody.map((name) => [name, allowed[name] ?? (name === 'newcomer' ? 'NotSignedIn' : 'Forbidden')]),
  )
/** Who doesn't see a case is answered as if there were none: its id is made of the message's, which all know. */
const unseen = (seeing: readonly string[]) =>
  Object.fromEntries(
    everybody.flatMap((name) => (name === 'newcomer' || seeing.includes(name) ? [] : [[name, 'NotFound']])),
  )
const moderators = ['leader', 'gridLeader', 'staff', 'secondStaff']
const message = { groupPath, seq: 1 }
const judges = { leader: 'ok', gridLeader: 'ok', staff: 'ok', secondStaff: 'ok' }

it('moderation.report: those who read the group, but who said it', async () => {
  const codes = await codesOf(everybody, 'moderation.report', { ...message, reason: 'rude' }, () => begin({}))
  const readers = { unconfirmed: 'ok', stairwell: 'ok', gridMember: 'ok' }
  expect(codes).toEqual(others({ ...judges, ...readers }))
})

it.each([
  ['moderation.remove', { ...message, reason: '骂人' }],
  ['moderation.silence', { ...message, minutes: 60, reason: '骂人' }],
] as const)('%s: those who look after the building or a part of it', async (action, input) => {
  expect(await codesOf(everybody, action, input, () => begin({}))).toEqual(others(judges))
})

it('moderation.lift: those who look after the building or a part of it, whoever silenced', async () => {
  const silenced = { ...acted, silencedUntil: Date.UTC(2030, 0, 1) }
  const input = { caseId: 'case-0001', note: '' }
  const codes = await codesOf(everybody, 'moderation.lift', input, () =>
    begin({ ...silenced, trail: trail() }),
  )
  expect(codes).toEqual(others({ ...unseen([...moderators, 'li']), ...judges }))
})

it('moderation.dismiss: those who look after the building or a part of it', async () => {
  const input = { caseId: 'case-0001', note: '' }
  const codes = await codesOf(everybody, 'moderation.dismiss', input, () => begin({}))
  expect(codes).toEqual(others({ ...unseen(moderators), ...judges }))
})

it('moderation.appeal: who said it, and nobody for them', async () => {
  const input = { caseId: 'case-0001', words: '我没有骂人' }
  const codes = await codesOf(everybody, 'moderation.appeal', input, () =>
    begin({ ...acted, trail: trail() }),
  )
  expect(codes).toEqual(others({ ...unseen(['li', ...moderators]), li: 'ok' }))
})

it.each([true, false])('moderation.decide: staff who had no hand in it (%s)', async (isUpheld) => {
  const appealed = { ...acted, state: 'appealed' as const, isOpen: true, trail: trail() }
  const appeal = { words: '我没有骂人', at: test.cloud.clock.now() }
  const input = { caseId: 'case-0001', isUpheld, note: '看了前后的话' }
  const codes = await codesOf(everybody, 'moderation.decide', input, () => begin({ ...appealed, appeal }))
  expect(codes).toEqual(others({ ...unseen(['li', ...moderators]), secondStaff: 'ok', street: 'ok' }))
})

it('moderation.list: those who look after the building; each their own places alone', async () => {
  await begin({})
  await test.cloud.database.insert('cases', [
    aCase({
      _id: 'case-of-unit',
      groupPath: places.unit,
      careKeys: ['of:heping/c1/e1/b4/u2/', 'under:heping/c1/'],
    }),
  ])
  const seen: Record<string, string[]> = {}
  for (const name of everybody.filter((one) => one !== 'newcomer'))
    seen[name] = (await as(name).call('moderation.list', {})).items.map(({ _id }) => _id).sort()
  const building = ['case-0001']
  const both = ['case-0001', 'case-of-unit']
  const nothing = Object.fromEntries(Object.keys(seen).map((name) => [name, []]))
  expect(seen).toEqual({ ...nothing, leader: building, gridLeader: building, staff: both, secondStaff: both })
  expect(await as('newcomer').code('moderation.list', {})).toBe('NotSignedIn')
})

it('moderation.mine: one’s own, from the moment that something was decided, also for who has moved away', async () => {
  await begin({ ...acted, trail: trail() })
  await test.cloud.database.insert('cases', [
    aCase({ _id: 'case-only-reported' }),
    aCase({ _id: 'case-of-former', ...acted, author: { userId: 'moved-away', name: '搬走的' } }),
  ])
  const mine = async (name: Who) => (await as(name).call('moderation.mine', {})).items.map(({ _id }) => _id)
  expect([await mine('li'), await mine('former'), await mine('leader')]).toEqual([
    ['case-0001'],
    ['case-of-former'],
    [],
  ])
})

it('a stairwell’s group: its own leader and the building’s, not those of the micro-grid', async () => {
  const input = { groupPath: places.unit, seq: 1, reason: '骂人' }
  const said = () =>
    test.cloud.database
      .remove('messages', {})
      .then(() => test.cloud.database.remove('cases', {}))
      .then(() =>
        test.cloud.database.insert('messages', [aMessage({ groupPath: places.unit, authorId: 'stairwell' })]),
      )
  const names = ['leader', 'gridLeader', 'staff', 'stairwell', 'li'] as const
  expect(await codesOf(names, 'moderation.remove', input, said)).toEqual({
    ...{ leader: 'ok', gridLeader: 'Forbidden', staff: 'ok', stairwell: 'Forbidden', li: 'Forbidden' },
  })
  await said()
  expect(await test.as(unitLeader.openid).code('moderation.remove', input)).toBe('ok')
  await begin({})
  expect(await test.as(unitLeader.openid).code('moderation.remove', { ...message, reason: '骂人' })).toBe(
    'ok',
  )
})

it('a micro-grid’s: its leader; a circle’s: staff of the community alone', async () => {
  await test.cloud.database.insert('messages', [
    aMessage({ _id: 'message-of-grid', groupPath: grid, authorId: 'grid-member' }),
    aMessage({ _id: 'message-of-circle', groupPath: volunteersOf, authorId: 'volunteer-zhao' }),
  ])
  const code = (name: Who, path: string) =>
    as(name).code('moderation.remove', { groupPath: path, seq: 1, reason: '骂人' })
  expect(await code('gridMember', grid)).toBe('Forbidden')
  expect(await code('gridLeader', grid)).toBe('ok')
  expect(await code('volunteer', volunteersOf)).toBe('Forbidden')
  expect(await code('staff', volunteersOf)).toBe('ok')
  const items = (await as('second').call('moderation.mine', {})).items
  expect(items).toMatchObject([{ groupName: '幸福社区志愿者群', groupPath: volunteersOf }])
})

it('an order’s thread has none of it; nor has a place that is not there', async () => {
  for (const path of ['order:order-talk-1', 'heping/c1/e1/b99/', places.community]) {
    const input = { groupPath: path, seq: 1 }
    expect(await as('staff').code('moderation.report', { ...input, reason: 'rude' })).toBe('NotFound')
    expect(await as('staff').code('moderation.remove', { ...input, reason: '骂人' })).toBe('NotFound')
  }
  expect(await as('staff').code('moderation.dismiss', { caseId: 'case-nowhere', note: '' })).toBe('NotFound')
})
