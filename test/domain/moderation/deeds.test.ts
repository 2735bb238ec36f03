import {
  appealed,
  dismissed,
  hasRoom,
  removed,
  reported,
  revoked,
  silenced,
  upheld,
  type Deed,
} from '@/domain/moderation/deeds'
import {
  caseSchema,
  caseStateSchema,
  mostDeeds,
  mostReports,
  type CaseState,
} from '@/domain/moderation/schema'
import { hours } from '@/domain/shared/time'
import { aCase } from '../../support/factories/case'
import { startOfTests } from '../../support/factories/places'

const at = startOfTests + hours(1)
let made = 0
const deedBy = (userId: string, note = ''): Deed => ({
  id: `deed-000${(made += 1)}`,
  by: { userId, name: `名字-${userId}` },
  at,
  note,
})
const byLeader = (note = '骂人') => deedBy('leader-zhou', note)

it('a report says nothing of who made it on the trail, and counts once for each person', () => {
  const once = reported(aCase(), deedBy('neighbour-1'), 'rude')
  const twice = reported(once, deedBy('neighbour-1'), 'advert')
  expect(twice).toEqual(once)
  expect(once.trail).toMatchObject([{ event: 'reported', by: null, note: '' }])
  const other = reported(once, deedBy('neighbour-2'), 'scam')
  expect(other.reports.map(({ reason }) => reason)).toEqual(['rude', 'scam'])
  expect(caseSchema.parse(other)).toEqual(other)
})

it.each(caseStateSchema.options)('reported anew by another while it is %s', (state) => {
  const before = aCase({ state, isOpen: state === 'open' || state === 'appealed' })
  const after = reported(before, deedBy('neighbour-1'), 'rude')
  const opens: CaseState[] = ['dismissed']
  expect(after.state).toBe(opens.includes(state) ? 'open' : state)
  expect(after.isOpen).toBe(before.isOpen || opens.includes(state))
  expect(after.openedKey > before.openedKey).toBe(opens.includes(state))
  expect(after.reports).toHaveLength(1)
})

it('dismissed, and reported by the same person again: it stays so', () => {
  const first = dismissed(reported(aCase(), deedBy('neighbour-1'), 'rude'), byLeader('看过了'))
  expect(first).toMatchObject({ state: 'dismissed', isOpen: false })
  expect(reported(first, deedBy('neighbour-1'), 'rude')).toEqual(first)
})

it('reports beyond what a case holds are let go; there is room left to act', () => {
  const full = Array.from({ length: mostReports + 5 }, (_, n) => n).reduce(
    (one, n) => reported(one, deedBy(`neighbour-${n}`), 'other'),
    aCase(),
  )
  expect([full.reports.length, full.trail.length, hasRoom(full, 'remove')]).toEqual([
    mostReports,
    mostReports,
    true,
  ])
  const lines = Array.from({ length: mostDeeds }, (_, n) => ({
    ...byLeader(),
    id: `deed-of-many-${n}`,
    event: 'silenced' as const,
  }))
  const silent = aCase({ trail: lines })
  expect([hasRoom(silent, 'remove'), hasRoom(silent, 'decide')]).toEqual([false, false])
  const busy = aCase({ trail: lines.slice(2) })
  expect((['silence', 'report', 'appeal', 'decide'] as const).map((what) => hasRoom(busy, what))).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(reported(silent, deedBy('neighbour-1'), 'rude')).toEqual(silent)
})

it('removed, then silenced, objected to and taken back: each on the trail with who and why', () => {
  const gone = removed(aCase(), byLeader())
  expect(gone).toMatchObject({ state: 'acted', isOpen: false, isRemoved: true, actedIds: ['leader-zhou'] })
  const quiet = silenced(gone, byLeader('连着骂人'), at + hours(1))
  expect(quiet).toMatchObject({ silencedUntil: at + hours(1), actedIds: ['leader-zhou'], isRemoved: true })
  const objected = appealed(quiet, deedBy('resident-li', '我没有骂人'))
  expect(objected).toMatchObject({
    state: 'appealed',
    isOpen: true,
    appeal: { words: '我没有骂人', at },
  })
  const back = revoked(objected, deedBy('staff-chen', '是误会'))
  expect(back).toMatchObject({ state: 'revoked', isOpen: false, isRemoved: false, silencedUntil: null })
  expect(back.trail.map(({ event, by, note }) => [event, by?.userId, note])).toEqual([
    ['removed', 'leader-zhou', '骂人'],
    ['silenced', 'leader-zhou', '连着骂人'],
    ['appealed', 'resident-li', ''],
    ['revoked', 'staff-chen', '是误会'],
  ])
  expect(caseSchema.parse(back)).toEqual(back)
})

it('upheld: it stays as it was decided', () => {
  const objected = appealed(removed(aCase(), byLeader()), deedBy('resident-li', '我没有骂人'))
  expect(upheld(objected, deedBy('staff-chen', '骂了三次'))).toMatchObject({
    state: 'upheld',
    isOpen: false,
    isRemoved: true,
  })
})
