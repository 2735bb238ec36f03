import readCode from 'jsqr'
import { exactTime } from '@/copy/print'
import type { Output } from '@/domain/contracts'
import type { Served } from '@/domain/order/parts'
import { spokenCode } from '@/domain/certificate/code'
import { startOf } from '@/domain/shared/day-keys'
import { days, hours } from '@/domain/shared/time'
import { lastAnswer } from '../../support/function-log'
import { anOrder, anOrderService, wang } from '../../support/factories/order'
import { aVolunteer } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { readPdf, type ReadPdf } from '../../support/read-pdf'
import { nextRequestId } from '../../support/request-id'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

/** Opened by the page's own name, so that a wrong one is noticed here. */
const verifyPage = 'packages/record/pages/verify/index'
const quarter = { from: '2025-01-01', to: '2025-03-31' }

const chen = aVolunteer({ _id: 'volunteer-chen', nickname: '小陈' })
const test = useTestCloud([...everyone(), chen])
const volunteer = () => test.as(people.volunteer)

const served = (minutes: number, day: string, overrides: Partial<Served> = {}): Served => ({
  ...wang,
  kind: 'visit',
  minutes,
  reason: '',
  at: startOf(day) + hours(10),
  ...overrides,
})

/** Wang: 75 minutes of repairs and 20 of gas for the community, 30 for another, 40 the year before. */
beforeEach(async () => {
  const gas = anOrderService({ id: 'gas', name: '看燃气报警器' })
  await test.cloud.database.insert('orders', [
    anOrder({ _id: 'order-a', status: 'closed', served: [served(45, '2025-01-10')] }),
    anOrder({ _id: 'order-b', status: 'closed', served: [served(30, '2025-02-10')] }),
    anOrder({ _id: 'order-c', status: 'reviewed', served: [served(20, '2025-02-11')], service: gas }),
    anOrder({
      _id: 'order-d',
      status: 'closed',
      served: [served(30, '2025-02-12')],
      communityPath: places.otherCommunity,
    }),
    anOrder({
      _id: 'order-e',
      status: 'closed',
      createdAt: startOf('2024-12-20'),
      served: [served(40, '2024-12-20')],
    }),
  ])
})

const issue = (input: Partial<typeof quarter> & { communityPath?: string } = {}, requestId?: string) =>
  volunteer().call('certificate.issue', { ...quarter, ...input }, requestId)
const paperOf = ({ certificate }: Output<'certificate.issue'>): Buffer =>
  test.cloud.storage.read(certificate.fileId) ?? Buffer.alloc(0)
const wordsOf = ({ pages }: ReadPdf): string => pages.join('\n')

it('volunteer: gets a paper that says who, when, how long, for what and by whom', async () => {
  const issued = await issue()
  expect(issued.certificate).toMatchObject({
    maskedName: '王**',
    communityPath: places.community,
    communityName: '幸福社区',
    // What is still to come is left out: the paper ends today.
    from: '2025-01-01',
    to: '2025-03-05',
    minutes: 95,
    visits: 3,
    rows: [
      { name: '小修小补', visits: 2, minutes: 75 },
      { name: '看燃气报警器', visits: 1, minutes: 20 },
    ],
    revoked: null,
  })
  const words = wordsOf(readPdf(paperOf(issued)))
  for (const part of [
    '志愿服务记录证明',
    spokenCode(issued.certificate.code),
    '王师傅',
    '2025年1月1日至2025年3月5日',
    '累计 1.5 小时',
    '小修小补',
    exactTime(75),
    '看燃气报警器',
    '出具单位：幸福社区',
    '2025年3月5日',
  ]) {
    expect(words.replace(/\n/g, '')).toContain(part)
  }
})

it('volunteer: the code on the paper opens the page that verifies it, and the file is light', async () => {
  const issued = await issue()
  const file = paperOf(issued)
  const [picture] = readPdf(file).pictures
  expect(readCode(picture!.data, picture!.width, picture!.height)?.data).toBe(
    `http://phone.test/#/${verifyPage}?scene=${issued.certificate.code}`,
  )
  expect(file.length).toBeLessThan(150_000)
})

it('volunteer: the real name stands on the paper where it is known, and nowhere else', async () => {
  await test.cloud.database.insert('orders', [
    anOrder({
      _id: 'order-f',
      status: 'closed',
      served: [{ ...served(60, '2025-02-01'), userId: chen._id, name: '小陈' }],
    }),
  ])
  const { certificate } = await test.as(chen.openid).call('certificate.issue', quarter)
  const plain = wordsOf(readPdf(test.cloud.storage.read(certificate.fileId) ?? Buffer.alloc(0)))
  expect(plain).toContain('小陈（平台上的称呼）')
  const stored = await test.cloud.database.find('certificates', {})
  expect(JSON.stringify(stored)).not.toContain('小陈')
})

it('volunteer: a retry is answered with the same certificate, also when both come at once', async () => {
  const requestId = nextRequestId()
  const [first, second] = await Promise.all([issue({}, requestId), issue({}, requestId)])
  const third = await issue({}, requestId)
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(await test.cloud.database.count('certificates', {})).toBe(1)
  expect(wordsOf(readPdf(paperOf(third)))).toContain(spokenCode(third.certificate.code))
})

it("another's request id is no way to their certificate", async () => {
  const requestId = nextRequestId()
  await issue({}, requestId)
  expect(await test.as(people.second).code('certificate.issue', quarter, requestId)).toBe('Conflict')
})

it('volunteer: days without service make no paper', async () => {
  const input = { from: '2025-02-20', to: '2025-02-28' }
  expect(await volunteer().code('certificate.issue', input)).toBe('NothingServed')
  expect(await test.as(people.li).code('certificate.issue', quarter)).toBe('NothingServed')
  expect(await test.cloud.database.count('certificates', {})).toBe(0)
})

it.each([
  ['end before they begin', { from: '2025-02-01', to: '2025-01-01' }],
  ['are on no calendar', { from: '2025-02-30', to: '2025-03-01' }],
  ['are all to come', { from: '2025-03-06', to: '2025-03-07' }],
  ['are more than ten years', { from: '2014-01-01', to: '2025-01-01' }],
])('volunteer: days that %s are refused', async (_how, input) => {
  expect(await volunteer().code('certificate.issue', input)).toBe('BadInput')
})

it('volunteer: what was served for another community is on a paper of its own', async () => {
  const { elsewhere } = await issue()
  expect(elsewhere).toEqual([places.otherCommunity])
  await test.cloud.database.insert('areas', [
    { _id: places.otherCommunity, level: 'community', name: '阳光社区', fullName: '阳光社区' },
  ])
  const { certificate } = await issue({ communityPath: places.otherCommunity })
  expect(certificate).toMatchObject({ communityName: '阳光社区', minutes: 30, visits: 1 })
})

it('volunteer: ten papers a day, and then no more until tomorrow', async () => {
  for (let n = 0; n < 10; n += 1) await issue()
  expect(await volunteer().code('certificate.issue', quarter)).toBe('LimitReached')
  test.cloud.clock.travel(days(1) + 1)
  expect(await volunteer().code('certificate.issue', quarter)).toBe('ok')
})

it('volunteer: sees their own certificates, newest first, and nobody else’s', async () => {
  const { certificate: first } = await issue()
  test.cloud.clock.travel(hours(1))
  const { certificate: second } = await issue()
  expect(await volunteer().call('certificate.list', {})).toEqual({ items: [second, first], nextCursor: null })
  expect(await test.as(people.second).call('certificate.list', {})).toEqual({ items: [], nextCursor: null })
})

it('anyone: verifies by the code, without an account, and learns no name and no id', async () => {
  const { code, issuedAt } = (await issue()).certificate
  const verdict = await test.as(people.newcomer).call('certificate.verify', { code })
  expect(verdict).toEqual({
    state: 'valid',
    certificate: {
      code,
      maskedName: '王**',
      communityName: '幸福社区',
      from: '2025-01-01',
      to: '2025-03-05',
      minutes: 95,
      visits: 3,
      issuedAt,
    },
    today: { minutes: 95, visits: 3 },
    revokedAt: null,
    allowedActions: [],
  })
})

it('anyone: a code that nobody issued is answered as unknown', async () => {
  await issue()
  expect(await test.as(people.newcomer).call('certificate.verify', { code: '000000000000' })).toEqual({
    state: 'unknown',
  })
})

it('anyone: sees what the hours are today where they were corrected since; the paper stays as it was', async () => {
  const { code } = (await issue()).certificate
  const lines = [
    served(45, '2025-01-10'),
    served(-15, '2025-03-04', { kind: 'correction', reason: '忘了签退' }),
  ]
  await test.cloud.database.update('orders', { _id: 'order-a' }, { $set: { served: lines } })
  const verdict = await test.as(people.newcomer).call('certificate.verify', { code })
  expect(verdict).toMatchObject({
    state: 'valid',
    certificate: { minutes: 95 },
    today: { minutes: 80, visits: 3 },
  })
})

it('staff: takes a certificate back with a reason, which its owner reads and strangers don’t', async () => {
  const { code } = (await issue()).certificate
  expect(await test.as(people.staff).call('certificate.verify', { code })).toMatchObject({
    allowedActions: ['revoke'],
  })
  const requestId = nextRequestId()
  const revoke = () =>
    test.as(people.staff).call('certificate.revoke', { code, reason: '登记错人' }, requestId)
  const revoked = await revoke()
  expect(await revoke()).toEqual(revoked)
  const verdict = await test.as(people.newcomer).call('certificate.verify', { code })
  expect(verdict).toMatchObject({ state: 'revoked', revokedAt: revoked.revokedAt, allowedActions: [] })
  expect(JSON.stringify(verdict)).not.toContain('登记错人')
  const { items } = await volunteer().call('certificate.list', {})
  expect(items).toMatchObject([{ revoked: { at: revoked.revokedAt, reason: '登记错人' } }])
})

it('staff: what was taken back is taken back once', async () => {
  const { code } = (await issue()).certificate
  const codes = await Promise.all(
    ['重复', '有误'].map((reason) => test.as(people.staff).code('certificate.revoke', { code, reason })),
  )
  expect(codes.sort()).toEqual(['Conflict', 'ok'])
})

it.each([
  ['its owner', people.volunteer, 'Forbidden'],
  ['another volunteer', people.second, 'Forbidden'],
  ['a leader', people.leader, 'Forbidden'],
  ['staff of another community', people.otherStaff, 'Forbidden'],
  ['a newcomer', people.newcomer, 'NotSignedIn'],
  ['staff of the community', people.staff, 'ok'],
])('%s: may take a certificate back? %s', async (_who, openid, code) => {
  const { certificate } = await issue()
  expect(
    await test.as(openid).code('certificate.revoke', { code: certificate.code, reason: '登记错人' }),
  ).toBe(code)
})

it('staff: cannot take back what nobody issued', async () => {
  const input = { code: '000000000000', reason: '登记错人' }
  expect(await test.as(people.staff).code('certificate.revoke', input)).toBe('NotFound')
})

it('newcomer: has no certificates to ask for', async () => {
  expect(await test.as(people.newcomer).code('certificate.issue', quarter)).toBe('NotSignedIn')
  expect(await test.as(people.newcomer).code('certificate.list', {})).toBe('NotSignedIn')
})

it('waits for the database: three for a paper, two for a list or a check, however much was served', async () => {
  const many = Array.from({ length: 900 }, (_, n) =>
    anOrder({ _id: `order-many-${n}`, status: 'closed', served: [served(30, '2025-02-01')] }),
  )
  await test.cloud.database.insert('orders', many)
  const { certificate } = await issue()
  expect(certificate.visits).toBe(903)
  expect(lastAnswer(test, 'certificate.issue').waits).toBe(3)
  await volunteer().call('certificate.list', {})
  expect(lastAnswer(test, 'certificate.list').waits).toBe(2)
  await volunteer().call('certificate.verify', { code: certificate.code })
  expect(lastAnswer(test, 'certificate.verify').waits).toBe(2)
  await test.as(people.staff).call('certificate.revoke', { code: certificate.code, reason: '登记错人' })
  expect(lastAnswer(test, 'certificate.revoke').waits).toBe(2)
})
