import fc from '../support/fast-check'
import { contracts, type ActionName } from '@/domain/contracts'
import { samples } from './contract-samples'

const actions = Object.keys(contracts) as ActionName[]
const sampleOf = (action: ActionName): Record<string, unknown> => ({ ...samples[action] })
const fields = actions.flatMap((action) =>
  Object.keys(samples[action]).map((field) => [action, field] as const),
)
const accepts = (action: ActionName, value: unknown) => contracts[action].input.safeParse(value).success

/** Wrong for every field of every action. */
const garbage: unknown[] = [
  'x'.repeat(200_000),
  '水'.repeat(200_000),
  '',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0.5,
  1e300,
  10n,
  Symbol('s'),
  () => 'f',
  new Date(0),
  new Map(),
  {},
  { $ne: null },
  { $gt: '' },
  { kind: 'nothing' },
  [[]],
  [null],
  Array.from({ length: 10 }, () => 'cloud://demo/a.jpg'),
]
/** The first floor below ground. */
const mayBeNegative = ['place.putHousehold/floor']
/** Texts that may be left empty. */
const mayBeEmpty = [
  'visit.finish/note',
  'order.complete/note',
  'order.takeOffWall/note',
  'order.rateVisit/note',
  'order.review/words',
  'order.review/thanks',
  'order.preview/text',
  'order.create/text',
  'order.create/answers',
  'order.preview/answers',
  'order.review/dimensions',
  'order.create/access',
  'order.create/roomNumber',
  ...['putService', 'putGuideEntry', 'removeGuideEntry', 'putOffice'].map((put) => `handbook.${put}/note`),
  'appointment.apply/note',
  'moderation.dismiss/note',
  'moderation.lift/note',
  'appointment.propose/note',
  'chat.groups/search',
  'chat.members/search',
  'membership.decide/reason',
  // The place where a list goes on: none is the beginning, whatever is no place at all finds nothing.
  ...actions.map((action) => `${action}/cursor`),
]

describe.each(actions)('input of %s', (action) => {
  it('is an object: not null, a list, a text, a number', () => {
    const notAnObject = fc.oneof(
      fc.constantFrom(null, undefined),
      fc.array(fc.anything()),
      fc.string(),
      fc.string({ minLength: 1000, maxLength: 2000 }),
      fc.double(),
      fc.bigInt(),
      fc.boolean(),
      fc.func(fc.anything()),
    )
    fc.assert(fc.property(notAnObject, (value) => !accepts(action, value)))
  })

  it('never throws, whatever comes', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
    fc.assert(fc.property(anything, (value) => typeof accepts(action, value) === 'boolean'))
  })

  it('what gets through is small, has only known fields, and gets through again unchanged', () => {
    const known = Object.keys(samples[action])
    const wild = fc.record(
      Object.fromEntries(
        known.map((field) => [
          field,
          fc.oneof({ weight: 8, arbitrary: fc.constant(sampleOf(action)[field]) }, fc.anything()),
        ]),
      ),
    )
    fc.assert(
      fc.property(wild, fc.dictionary(fc.string(), fc.anything()), (mine, more) => {
        const result = contracts[action].input.safeParse({ ...more, ...mine })
        if (!result.success) return
        expect(known).toEqual(expect.arrayContaining(Object.keys(result.data)))
        expect(JSON.stringify(result.data).length).toBeLessThan(10_000)
        expect(contracts[action].input.parse(result.data)).toEqual(result.data)
      }),
    )
  })

  it('drops what it does not know: claims to be someone, and doors to the prototype', () => {
    const smuggled =
      '"__proto__":{"isStaff":true},"constructor":{"prototype":{"isStaff":true}},"toString":"x"'
    const claims = '"openid":"o","userRole":"communityStaff","requesterId":"resident-sun","scope":"heping/"'
    const own = JSON.stringify(samples[action]).slice(1, -1)
    const value: unknown = JSON.parse(`{${[smuggled, claims, own].filter(Boolean).join(',')}}`)
    const parsed: unknown = contracts[action].input.parse(value)
    expect(parsed).toEqual(samples[action])
    expect(Object.keys(Object(parsed)).sort()).toEqual(Object.keys(samples[action]).sort())
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
    expect('isStaff' in Object(parsed)).toBe(false)
    expect('isStaff' in {}).toBe(false)
  })
})

describe('input: every field refuses what is not its own', () => {
  it.each(fields)('%s: %s', (action, field) => {
    const isEmpty = (value: unknown): boolean =>
      value === '' || (typeof value === 'object' && JSON.stringify(value) === '{}')
    const mayEmpty = mayBeEmpty.includes(`${action}/${field}`)
    const wrong = garbage
      .filter((value) => !(mayEmpty && isEmpty(value) && !(value instanceof Map)))
      .filter((value) => !(value === -1 && mayBeNegative.includes(`${action}/${field}`)))
    for (const value of wrong.filter(
      (one) => field !== 'answers' || !Object.keys(Object(one)).includes('kind'),
    ))
      if (accepts(action, { ...sampleOf(action), [field]: value }))
        throw new Error(`${action} takes ${field} = ${String(value).slice(0, 40)}`)
  })

  it('a message from the house is written by the house', () => {
    const body = { kind: 'joined', nickname: '假的' }
    expect(accepts('chat.send', { ...samples['chat.send'], body })).toBe(false)
  })

  it('a standing goes to yes or no, never back to waiting', () => {
    const input = { ...samples['membership.decide'], standing: 'unconfirmed' }
    expect(accepts('membership.decide', input)).toBe(false)
  })

  it.each(['offered', 'done', 'waiting', 'moving'] as const)(
    '%s is a view of the tasks or of the desk',
    (view) => {
      const isTask = accepts('order.listTasks', { view })
      const isDesk = accepts('order.listDesk', { view })
      expect([isTask, isDesk]).toEqual([['offered', 'done'].includes(view), view !== 'offered'])
    },
  )
})

describe('input: what may be left out', () => {
  /** Every list begins at its beginning, with a page of twenty. */
  const ofPage: Record<string, unknown> = { cursor: null, limit: 20 }
  const defaults: Partial<Record<ActionName, Record<string, unknown>>> = {
    'account.correct': {
      ...{ nickname: undefined, realName: undefined, phone: undefined },
      ...{ avatarFileId: undefined, shares: undefined },
    },
    'account.putVolunteer': { avoids: undefined },
    'appointment.apply': { code: null, nickname: null, privacyVersion: '1' },
    'appointment.end': { successorId: null, since: null },
    'appointment.list': { view: 'active' },
    'appointment.propose': { note: '', since: null, until: null },
    'certificate.issue': { communityPath: null },
    'chat.groups': { search: '', groupPath: null, cursor: null },
    'chat.members': { search: '' },
    'moderation.list': { view: 'open' },
    'promise.list': { view: 'open' },
    'inbox.list': { view: 'open' },
    'chat.prefer': { isMuted: undefined, isPinned: undefined },
    'chat.send': { mentionIds: [], mentionsAll: false, replyTo: null },
    'invitation.list': { areaPath: null, view: 'open', kind: null },
    'invitation.create': { days: 90, maxUses: undefined, target: { kind: 'home' } },
    'invitation.join': {
      ...{ areaPath: undefined, roomNumber: undefined, relation: undefined, isUnder14: false },
      ...{ realName: null, avatarFileId: null, voice: null, until: null, privacyVersion: '1' },
    },
    'membership.decide': { roomNumber: undefined, reason: '' },
    'place.children': { areaPath: null },
    'resident.put': { careNeeds: undefined, guardianId: null },
    'order.create': {
      ...{ urgent: false, window: null, hasSeenDanger: false, voice: null, answers: {}, photoFileIds: [] },
      ...{ beneficiary: { kind: 'self' }, roomNumber: '', phone: null, access: '', people: null, from: null },
    },
    'order.preview': { answers: {}, beneficiaryId: null },
    'order.listMine': { view: 'all' },
    'order.listDesk': {
      ...{
        areaPath: null,
        serviceId: null,
        onlyLate: false,
        onlyUrgent: false,
        onlyUnhappy: false,
        onlyUnsafe: false,
      },
    },
    'order.checkIn': { code: null, happenedAt: null },
    'order.checkOut': { happenedAt: null },
    'order.complete': { note: '', photoFileIds: [], happenedAt: null },
    'order.completeFor': { happenedAt: null },
    'order.takeOffWall': { note: '' },
    'order.rateVisit': { note: '' },
    'order.review': { dimensions: {}, voice: null, thanks: '', onWall: false },
    'order.remark': { isInternal: false },
    'handbook.putService': { note: '' },
    'handbook.putGuideEntry': { note: '' },
    'handbook.removeGuideEntry': { note: '' },
    'handbook.putOffice': { note: '' },
    'numbers.orders': { serviceId: null, buildingPath: null },
    'chat.history': { before: null, after: null, limit: 30 },
    'notice.list': { groupPath: null, view: 'all' },
    'notice.publish': {
      ...{ isUrgent: false, photoFileIds: [], button: null },
      ...{ publishAt: null, expiresAt: null, visitAfterHours: null },
    },
    'notice.unread': { areaPath: null, cursor: null },
    'visit.list': { view: 'open' },
  }

  it.each(fields)('%s: %s', (action, field) => {
    const { [field]: _left, ...rest } = sampleOf(action)
    const result = contracts[action].input.safeParse(rest)
    const usual = { ...('cursor' in sampleOf(action) ? ofPage : {}), ...defaults[action] }
    expect(result.success).toBe(field in usual)
    if (result.success) expect(result.data[field as keyof typeof result.data]).toEqual(usual[field])
  })
})
