import type { ActionName } from '@/domain/contracts'
import { contracts } from '@/domain/contracts'
import { hours } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { expectFewWaits, type Exceptions, type Waits } from '../../support/least-waits'
import { aPerson, homeIn, neighbours, useNeighbours } from '../../support/neighbours'
import { noticesIn } from './_support/notices'

const people = neighbours().map((account) =>
  account._id === 'mother-lin' ? aPerson({ ...account, careNeeds: ['elder'] }) : account,
)
const test = useNeighbours(people)
const street = noticesIn(test)
const most = { command: 3, query: 2 } as const

/** What waits longer, and why. */
const exceptions: Exceptions = {
  'notice.publish': { most: 4, why: 'what there is, what went within the hour, the writing, the telling' },
  'notice.list': { most: 3, why: 'which are mine hangs on where I live' },
  'notice.unread': {
    most: 4,
    why: 'who lives there, which of them have read it, and that the look is on record first',
  },
  'notice.read, visited': { most: 4, why: 'once in a notice’s life, the visits of the flat end' },
  'notice.withdraw, visited': { most: 4, why: 'so do all visits' },
  'visit.list': { most: 4, why: 'whom to visit, how to call them, and that the look is on record first' },
}

const all = [places.building4, places.building5]
let noticeId = ''
const fresh = async (areaPaths: string[] = all): Promise<void> => {
  noticeId = (await street.publish('staff', { areaPaths, visitAfterHours: 1 }))._id
}
const withVisits = async (): Promise<void> => {
  await fresh()
  test.cloud.clock.travel(hours(1))
  await street.tick()
}

type Way = [name: string, before: () => Promise<unknown>, run: () => Promise<unknown>]
const ways: Way[] = [
  ['notice.preview', fresh, () => street.as('staff').call('notice.preview', { areaPaths: all })],
  ['notice.publish', async () => {}, fresh],
  ['notice.list', fresh, () => street.as('staff').call('notice.list', { view: 'current' })],
  ['notice.get', fresh, () => street.as('staff').call('notice.get', { noticeId })],
  ['notice.read', fresh, () => street.read('themself', noticeId)],
  ['notice.read, visited', withVisits, () => street.read('themself', noticeId)],
  ['notice.unread', fresh, () => street.as('staff').call('notice.unread', { noticeId })],
  ['notice.remind', fresh, () => street.as('staff').call('notice.remind', { noticeId })],
  [
    'notice.withdraw',
    fresh,
    () => street.as('staff').call('notice.withdraw', { noticeId, reason: '写错了' }),
  ],
  [
    'notice.withdraw, visited',
    withVisits,
    () => street.as('staff').call('notice.withdraw', { noticeId, reason: '写错了' }),
  ],
  ['visit.list', withVisits, () => street.as('staff').call('visit.list', {})],
  [
    'visit.finish',
    withVisits,
    async () => {
      const [visit] = (await test.cloud.database.find('visits', {})) as unknown as { _id: string }[]
      await street.as('staff').call('visit.finish', { visitId: visit!._id, note: '' })
    },
  ],
]

const actionOf = (name: string): ActionName => name.split(',')[0] as ActionName

/** Signals that were used before: the first use of each costs more, once in its life. */
let used: { _id: string; n: number }[] = []

async function waitsWith(count: number, isAsked: (name: string) => boolean): Promise<Waits> {
  const waits: Waits = {}
  for (const [name, before, run] of ways.filter(([way]) => isAsked(way))) {
    await test.reset()
    await test.settle()
    const crowd = Array.from({ length: count }, (_, n) =>
      aPerson({
        _id: `crowd-${String(n).padStart(4, '0')}`,
        nickname: `邻居${n}`,
        memberships: [homeIn('302')],
      }),
    )
    await test.cloud.database.insert('accounts', crowd)
    if (used.length > 0) await test.cloud.database.insert('signals', used)
    await before()
    await run()
    waits[name] = lastAnswer(test, actionOf(name)).waits
    used = (await test.cloud.database.find('signals', {})) as unknown as typeof used
  }
  return waits
}

it('every action of notices and visits has its cost stated', () => {
  const own = (Object.keys(contracts) as ActionName[]).filter((action) => /^(notice|visit)\./.test(action))
  expect(own.filter((action) => !ways.some(([name]) => actionOf(name) === action))).toEqual([])
})

it('commands wait three times at most and queries twice, but for those named; 300 neighbours more change nothing', async () => {
  const kindOf = (name: string) => contracts[actionOf(name)].kind
  await expectFewWaits(waitsWith, (name) => most[kindOf(name)], { exceptions, many: 300 })
}, 200_000)
