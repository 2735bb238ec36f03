import type { Output } from '@/domain/contracts'
import { PNG } from 'pngjs'
import readCode from 'jsqr'
import { anInvitation } from '../../support/factories/invitation'
import { places } from '../../support/factories/places'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()

const home = { nickname: '林晓', roomNumber: '2-601', relation: 'tenant' } as const
const invite = async (): Promise<string> => {
  const { invitation } = await test
    .as(people.leader)
    .call('invitation.create', { areaPath: places.building4 })
  return invitation._id
}
const join = (
  code: string,
  who: string = people.newcomer,
  requestId?: string,
): Promise<Output<'invitation.join'>> => test.as(who).call('invitation.join', { code, ...home }, requestId)

it('leader: makes a code whose picture is a real QR code to the landing page', async () => {
  const { invitation } = await test
    .as(people.leader)
    .call('invitation.create', { areaPath: places.building4 })
  expect(invitation).toMatchObject({ state: 'valid', areaName: '幸福里小区 4栋', usedCount: 0 })
  const file = test.cloud.storage.read(invitation.codeFileId ?? '') ?? Buffer.alloc(0)
  const { data, width, height } = PNG.sync.read(file)
  expect(readCode(new Uint8ClampedArray(data), width, height)?.data).toBe(
    `http://phone.test/#/pages/join/index?scene=${invitation._id}`,
  )
})

it('newcomer: looks before joining, without an account and without seeing anybody’s flat', async () => {
  const look = await test.as(people.newcomer).call('invitation.look', { code: await invite() })
  expect(look).toMatchObject({
    state: 'valid',
    areaName: '幸福里小区 4栋',
    leader: { nickname: '周组长' },
    neighbourCount: 1,
    alreadyHome: false,
  })
  expect(JSON.stringify(look)).not.toMatch(/1502|openid/)
})

it('newcomer: joins, is in the group at once as unconfirmed, and the leader is told', async () => {
  const { account } = await join(await invite())
  expect(account.memberships).toMatchObject([
    { areaPath: places.building4, roomNumber: '2-601', standing: 'unconfirmed' },
  ])
  const { items: groups } = await test.as(people.newcomer).call('chat.groups', {})
  expect(groups).toMatchObject([{ groupPath: places.building4 }])
  const { items: messages } = await test.as(people.li).call('chat.history', { groupPath: places.building4 })
  expect(messages.map(({ body }) => body)).toEqual([{ kind: 'joined', nickname: '林晓' }])
  const { items: pending } = await test.as(people.leader).call('membership.pending', {})
  expect(pending).toMatchObject([{ nickname: '林晓', roomNumber: '2-601', relation: 'tenant' }])
})

it('newcomer: joining twice, or retrying, is joining once', async () => {
  const code = await invite()
  const requestId = nextRequestId()
  await join(code, people.newcomer, requestId)
  await join(code, people.newcomer, requestId)
  const { account } = await join(code)
  expect(account.memberships).toHaveLength(1)
  expect(await test.cloud.database.count('accounts', { openid: people.newcomer })).toBe(1)
  expect(await test.cloud.database.get('invitations', code)).toMatchObject({ usedCount: 1 })
})

it('the same request of a newcomer twice at once is answered alike', async () => {
  const code = await invite()
  const requestId = nextRequestId()
  const [first, second] = await Promise.all([
    join(code, people.newcomer, requestId),
    join(code, people.newcomer, requestId),
  ])
  expect(second).toEqual(first)
  expect(await test.cloud.database.get('invitations', code)).toMatchObject({ usedCount: 1 })
})

it('the group learns the name of who joined, not their id', async () => {
  const { account } = await join(await invite())
  const { items } = await test.as(people.li).call('chat.history', { groupPath: places.building4 })
  expect(JSON.stringify(items)).not.toContain(account._id)
})

it("leader: another's invitation is no answer to a new one", async () => {
  const code = await invite()
  expect(
    await test.as(people.otherLeader).code('invitation.create', { areaPath: places.building5 }, code),
  ).toBe('Conflict')
})

it('a neighbour with an account gets a second home', async () => {
  const { account } = await join(await invite(), people.neighbour)
  expect(account.memberships.map(({ areaPath }) => areaPath)).toEqual([places.building5, places.building4])
})

it.each([
  ['InvitationExpired', { expiresAt: 1 }],
  ['InvitationRevoked', { revokedAt: 1 }],
  ['InvitationUsedUp', { usedCount: 10 }],
] as const)('a stale code says %s and makes no account', async (code, state) => {
  const invitation = anInvitation({ _id: 'stale-code-1', expiresAt: Date.now() + 86_400_000, ...state })
  await test.cloud.database.insert('invitations', [invitation])
  expect(await test.as(people.newcomer).code('invitation.join', { code: 'stale-code-1', ...home })).toBe(code)
  expect(await test.cloud.database.count('accounts', { openid: people.newcomer })).toBe(0)
})

it('an unknown code says so', async () => {
  expect(await test.as(people.newcomer).code('invitation.look', { code: 'never-made-1' })).toBe(
    'InvitationUnknown',
  )
})

it('the last place of a code goes to one of many who scan it at once', async () => {
  const _id = 'last-place-1'
  const invitation = anInvitation({ _id, expiresAt: Date.now() + 86_400_000, maxUses: 1 })
  await test.cloud.database.insert('invitations', [invitation])
  const codes = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      test.as(`openid-of-newcomer-${index}`).code('invitation.join', { code: _id, ...home }),
    ),
  )
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(codes.filter((code) => code === 'InvitationUsedUp')).toHaveLength(7)
  expect(await test.cloud.database.get('invitations', _id)).toMatchObject({ usedCount: 1 })
  expect(await test.cloud.database.count('accounts', { nickname: '林晓' })).toBe(1)
})

it('leader: a revoked code lets nobody in any more', async () => {
  const code = await invite()
  const { invitation } = await test.as(people.leader).call('invitation.revoke', { code })
  expect(invitation.state).toBe('revoked')
  expect(await test.as(people.newcomer).code('invitation.join', { code, ...home })).toBe('InvitationRevoked')
})

it.each(['li', 'volunteer', 'otherLeader', 'otherStaff', 'neighbour'] as const)(
  '%s: cannot invite to building 4, nor revoke its codes',
  async (who) => {
    const code = await invite()
    expect(await test.as(people[who]).code('invitation.create', { areaPath: places.building4 })).toBe(
      'Forbidden',
    )
    expect(await test.as(people[who]).code('invitation.revoke', { code })).toBe('Forbidden')
  },
)

it('leaders list the codes of what they look after, and nothing else', async () => {
  await invite()
  const listed = (who: string, areaPath: string) => test.as(who).call('invitation.list', { areaPath })
  expect((await listed(people.staff, places.community)).items).toHaveLength(1)
  expect((await listed(people.otherLeader, places.building5)).items).toEqual([])
  const building = { areaPath: places.building4 }
  expect(await test.as(people.otherLeader).code('invitation.list', building)).toBe('Forbidden')
  expect(await test.as(people.li).code('invitation.list', building)).toBe('Forbidden')
})

describe('vouching', () => {
  const decide = (who: string, userId: string, standing: 'confirmed' | 'declined') =>
    test.as(who).code('membership.decide', { userId, areaPath: places.building4, standing })

  it('leader: confirms a newcomer, who is a neighbour from then on', async () => {
    const { account } = await join(await invite())
    expect(await decide(people.leader, account._id, 'confirmed')).toBe('ok')
    expect(await decide(people.leader, account._id, 'confirmed')).toBe('ok')
    expect((await test.as(people.leader).call('membership.pending', {})).items).toEqual([])
    const me = await test.as(people.newcomer).call('account.me', {})
    expect(me.account?.memberships).toMatchObject([{ standing: 'confirmed', decidedBy: 'leader-zhou' }])
    expect(await decide(people.leader, account._id, 'declined')).toBe('Conflict')
  })

  it('leader: declines one who does not live there; the group closes to them at once', async () => {
    const { account } = await join(await invite())
    expect(await decide(people.leader, account._id, 'declined')).toBe('ok')
    const group = { groupPath: places.building4 }
    expect(await test.as(people.newcomer).code('chat.history', group)).toBe('Forbidden')
  })

  it.each(['li', 'volunteer', 'otherLeader', 'otherStaff', 'newcomer'] as const)(
    '%s: cannot vouch',
    async (who) => {
      const { account } = await join(await invite())
      expect(await decide(people[who], account._id, 'confirmed')).toBe('Forbidden')
    },
  )

  it('nobody vouches for themselves', async () => {
    const { account } = await join(await invite(), people.staff)
    expect(await decide(people.staff, account._id, 'confirmed')).toBe('Forbidden')
  })

  it('a flat that was declined is not where help goes once the right one is given', async () => {
    const code = await invite()
    const { account } = await join(code)
    await decide(people.leader, account._id, 'declined')
    const right = { code, nickname: '林晓', roomNumber: '2-602', relation: 'tenant' } as const
    await test.as(people.newcomer).call('invitation.join', right)
    const wish = { serviceId: 'carry', text: '搬一个箱子', homePath: places.building4 } as const
    const { order } = await test.as(people.newcomer).call('order.create', wish)
    expect(order.contact).toMatchObject({ roomNumber: '2-602' })
  })

  it('of two flats in one building the leader vouches for the one that is theirs', async () => {
    const code = await invite()
    const { account } = await join(code)
    const other = { code, nickname: '林晓', roomNumber: '9-999', relation: 'owner' } as const
    await test.as(people.newcomer).call('invitation.join', other)
    const input = { userId: account._id, areaPath: places.building4, standing: 'confirmed' } as const
    await test.as(people.leader).call('membership.decide', { ...input, roomNumber: '2-601' })
    const { items } = await test.as(people.leader).call('membership.pending', {})
    expect(items.map(({ roomNumber }) => roomNumber)).toEqual(['9-999'])
  })

  it('a stranger hears the same whether someone lives there or not', async () => {
    const { account } = await join(await invite())
    for (const areaPath of [places.building4, places.building5, 'nowhere/']) {
      const input = { userId: account._id, areaPath, standing: 'confirmed' } as const
      expect(await test.as(people.neighbour).code('membership.decide', input)).toBe('Forbidden')
    }
  })

  it('someone who is not there cannot be vouched for', async () => {
    expect(await decide(people.leader, 'nobody-at-all', 'confirmed')).toBe('NotFound')
  })
})

it('me: a newcomer is nobody yet; everyone else sees themselves without openid', async () => {
  expect(await test.as(people.newcomer).call('account.me', {})).toEqual({
    account: null,
    capabilities: [],
    topics: [],
  })
  const me = await test.as(people.staff).call('account.me', {})
  expect(me.capabilities).toEqual(['lead', 'dispatch', 'numbers', 'appoint', 'keepPlaces'])
  expect(JSON.stringify(me)).not.toContain('openid')
})
